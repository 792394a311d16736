package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.server.access.Passwords;
import io.zhixun.store.Account;
import io.zhixun.store.Accounts;
import io.zhixun.store.Accounts.Credentials;
import io.zhixun.store.Store;
import java.util.Optional;

/** {@code /console/sign-in}. */
final class SignInPage {
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
   */
  record View(Frame frame, String name, String to, Optional<ConsoleSettings.DemoEditor> demo) {}

  void get(Context ctx, Desk desk) {
    if (desk.account().isPresent()) {
      Frames.redirect(ctx, "/console/items");
      return;
    }
    Frame frame = frames.of(desk, Frame.Tab.NONE, "登录编辑后台");
    String name = settings.demo().map(ConsoleSettings.DemoEditor::name).orElse("");
    frames.send(ctx, "signIn", new View(frame, name, to(ctx.queryParam("to")), settings.demo()));
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
    guard.open(ctx, account.get());
    store.audit().note("account " + name, "signed-in", name, "");
    Frames.redirect(ctx, to);
  }

  private Optional<Account> account(Accounts accounts, String name, String password) {
    Optional<Credentials> known = accounts.find(name).filter(found -> found.account().isLive());
    boolean right =
        Passwords.matches(password, known.map(Credentials::passwordHash).orElse(nobody));
    return right ? known.map(Credentials::account) : Optional.empty();
  }

  private void again(Context ctx, Desk desk, HttpStatus status, String why) {
    ctx.status(status);
    Frame frame = frames.of(desk, Frame.Tab.NONE, "登录编辑后台").saying(Frame.Note.bad(why));
    String name = Optional.ofNullable(ctx.formParam("name")).orElse("");
    frames.send(ctx, "signIn", new View(frame, name, to(ctx.formParam("to")), settings.demo()));
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
