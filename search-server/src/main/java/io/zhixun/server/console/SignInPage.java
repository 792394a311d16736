package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.server.access.Passwords;
import io.zhixun.server.page.CameFrom;
import io.zhixun.store.Account;
import io.zhixun.store.Accounts;
import io.zhixun.store.Accounts.Credentials;
import io.zhixun.store.Store;
import java.util.List;
import java.util.Optional;

/** {@code /console/sign-in}. */
final class SignInPage {
  private static final String TITLE = "登录编辑后台";

  /** What a password is compared with when there is no such account: takes as long. */
  private final String nobody;

  private final Frames frames;
  private final Guard guard;
  private final Store store;
  private final ConsoleSettings settings;
  private final FailedSignIns failures = new FailedSignIns();

  SignInPage(Frames frames, Guard guard, Store store, ConsoleSettings settings, Passwords made) {
    this.frames = frames;
    this.guard = guard;
    this.store = store;
    this.settings = settings;
    this.nobody = made.hash("nobody has this password");
  }

  /**
   * @param to where to go afterwards
   * @param demo what to sign in with in a demo
   * @param kept what was to be done when the session had ended
   */
  record View(
      Frame frame,
      String name,
      String to,
      Optional<ConsoleSettings.DemoEditor> demo,
      Optional<Kept> kept) {}

  void get(Context ctx, Desk desk) {
    if (desk.account().isPresent()) {
      Frames.redirect(ctx, "/console/items");
      return;
    }
    Frame frame = frames.of(desk, Frame.Tab.NONE, TITLE);
    send(ctx, frame, demoName(), to(ctx.queryParam("to")), Optional.empty());
  }

  private void send(Context ctx, Frame frame, String name, String to, Optional<Kept> kept) {
    frames.send(ctx, "signIn", new View(frame, name, to, settings.demo(), kept));
  }

  private String demoName() {
    return settings.demo().map(ConsoleSettings.DemoEditor::name).orElse("");
  }

  /**
   * Somebody sent a form after their session had ended.
   *
   * @param kept the form, to go on with afterwards
   */
  void expired(Context ctx, Desk desk, Optional<Kept> kept) {
    ctx.status(HttpStatus.UNAUTHORIZED);
    String text =
        kept.isPresent() ? "登录已过期，刚才的操作没有执行。填过的内容都在，登录之后可以接着做。" : "登录已过期，刚才的操作没有执行。请登录之后再做一次。";
    Frame frame = frames.of(desk, Frame.Tab.NONE, TITLE).saying(Frame.Note.bad(text));
    send(ctx, frame, demoName(), to(CameFrom.of(ctx).orElse("")), kept);
  }

  /** The page of the sign-in was open for so long that its form is no longer taken. */
  void stale(Context ctx, Desk desk) {
    ctx.status(HttpStatus.FORBIDDEN);
    Frame frame =
        frames.of(desk, Frame.Tab.NONE, TITLE).saying(Frame.Note.bad("这一页打开太久了，没有登录成功。请再试一次。"));
    send(ctx, frame, Typed.field(ctx, "name"), to(ctx.formParam("to")), carried(ctx, desk));
  }

  private Optional<Kept> carried(Context ctx, Desk desk) {
    return guard.isOwn(ctx) ? Kept.carried(ctx, desk.token()) : Optional.empty();
  }

  void post(Context ctx, Desk desk) {
    String name = Optional.ofNullable(ctx.formParam("name")).orElse("").strip();
    String password = Optional.ofNullable(ctx.formParam("password")).orElse("");
    String to = to(ctx.formParam("to"));
    String address = ctx.ip();
    if (!failures.mayTry(name, address, desk.now())) {
      again(ctx, desk, HttpStatus.TOO_MANY_REQUESTS, "失败次数太多。请 15 分钟后再试，或者让管理员重设密码。");
      return;
    }
    Optional<Account> account = account(store.accounts(), name, password);
    if (account.isEmpty()) {
      failures.failed(name, address, desk.now());
      again(ctx, desk, HttpStatus.UNAUTHORIZED, "名字或密码不对。");
      return;
    }
    failures.succeeded(name);
    Desk opened = guard.open(ctx, account.get());
    store.audit().note("account " + name, "signed-in", name, "");
    carried(ctx, opened)
        .ifPresentOrElse(kept -> goOn(ctx, opened, kept), () -> Frames.redirect(ctx, to));
  }

  /** What was begun before the session ended is done only when they say so once more. */
  private void goOn(Context ctx, Desk desk, Kept kept) {
    String files = kept.files() ? "文件要重新选择。" : "";
    frames.say(
        ctx,
        desk,
        HttpStatus.OK,
        new Frames.Message(
            "接着做刚才的事",
            "已经登录。刚才的操作还没有执行，填过的内容都在。" + files,
            Optional.of(new Frames.Again(kept, "提交")),
            List.of(new Link("不提交，回到内容列表", "/console/items"))));
  }

  private Optional<Account> account(Accounts accounts, String name, String password) {
    Optional<Credentials> known = accounts.find(name).filter(found -> found.account().isLive());
    boolean right =
        Passwords.matches(password, known.map(Credentials::passwordHash).orElse(nobody));
    return right ? known.map(Credentials::account) : Optional.empty();
  }

  private void again(Context ctx, Desk desk, HttpStatus status, String why) {
    ctx.status(status);
    Frame frame = frames.of(desk, Frame.Tab.NONE, TITLE).saying(Frame.Note.bad(why));
    String name = Optional.ofNullable(ctx.formParam("name")).orElse("");
    send(ctx, frame, name, to(ctx.formParam("to")), carried(ctx, desk));
  }

  void signOut(Context ctx, Desk desk) {
    guard.leave(ctx);
    store.audit().note("account " + desk.who(), "signed-out", desk.who(), "");
    Frames.redirect(ctx, "/console/sign-in?done=signed-out");
  }

  /** Only an address of the console: nobody is sent elsewhere. */
  private static String to(String wanted) {
    return wanted != null && wanted.matches("/console/[A-Za-z0-9/_.?=&%:+-]*")
        ? wanted
        : "/console/items";
  }
}
