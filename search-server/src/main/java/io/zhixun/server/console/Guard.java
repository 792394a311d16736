package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.zhixun.server.access.LoopbackHost;
import io.zhixun.server.access.Need;
import io.zhixun.server.page.CameFrom;
import io.zhixun.store.Account;
import io.zhixun.store.Accounts;
import io.zhixun.store.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Stands before every address of the console. Work is done on a few threads of its own: calls into
 * the record and the hashing of passwords hold the carrier of a virtual thread.
 */
final class Guard {
  static final String SESSION = "zhixun_console";
  static final String VISITOR = "zhixun_console_visitor";
  static final String TOKEN = "token";
  private static final String DESK = Desk.class.getName();
  static final Duration LASTS = Duration.ofHours(10);

  private static final String SIGN_IN = "/console/sign-in";
  private static final int THREADS = 4;
  private static final int MAX_COOKIE = 200;

  private final Accounts accounts;
  private final ConsoleSettings settings;
  private final FormTokens tokens;
  private final InstantSource clock;
  private final Supplier<String> visitors;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().name("zhixun-console-", 0).daemon().factory());

  /**
   * @param visitors gives a value that nobody can guess to a browser that has not signed in yet
   */
  Guard(
      Accounts accounts, ConsoleSettings settings, InstantSource clock, Supplier<String> visitors) {
    this.accounts = accounts;
    this.settings = settings;
    this.tokens = new FormTokens(settings.key());
    this.clock = clock;
    this.visitors = visitors;
  }

  /** What is said when somebody may not do something. */
  interface Refusal {
    void say(Context ctx, Desk desk, Stop why);
  }

  /** Why somebody is stopped. */
  enum Stop {
    SIGNED_OUT,
    NOT_ALLOWED,
    FORGED
  }

  Handler handler(Need need, Work work, Refusal refusal) {
    return ctx -> {
      if (settings.demo().isPresent()) {
        LoopbackHost.require(ctx);
      }
      run(ctx, need, work, refusal);
    };
  }

  private void run(Context ctx, Need need, Work work, Refusal refusal) throws Exception {
    try {
      CompletableFuture.runAsync(() -> pass(ctx, need, work, refusal), workers).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Failed failed) {
        throw failed.why;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Carries a checked exception from one thread to another. */
  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exception why;

    Failed(Exception why) {
      super(why);
      this.why = why;
    }
  }

  private void pass(Context ctx, Need need, Work work, Refusal refusal) {
    Optional<Account> account = cookie(ctx, SESSION).flatMap(accounts::of);
    String cookie = account.isPresent() ? cookie(ctx, SESSION).orElseThrow() : visitorCookie(ctx);
    Desk desk = desk(ctx, account, cookie);
    ctx.attribute(DESK, desk);
    Optional<Stop> stop = stop(ctx, need, account, cookie);
    if (stop.isEmpty()) {
      try {
        work.handle(ctx, desk);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new Failed(e);
      }
    } else if (stop.get() == Stop.SIGNED_OUT && ctx.method().equals(HandlerType.GET)) {
      ctx.redirect(SIGN_IN + "?to=" + encode(CameFrom.here(ctx)), HttpStatus.SEE_OTHER);
    } else {
      refusal.say(ctx, desk, stop.get());
    }
  }

  private Desk desk(Context ctx, Optional<Account> account, String cookie) {
    return new Desk(
        account, tokens.of(cookie), clock.instant(), Optional.ofNullable(ctx.queryParam("done")));
  }

  /** Who asked for what failed, as far as that can still be known. */
  Desk asked(Context ctx) {
    Desk known = ctx.attribute(DESK);
    if (known != null) {
      return known;
    }
    Desk nobody = new Desk(Optional.empty(), "", clock.instant(), Optional.empty());
    try {
      return CompletableFuture.supplyAsync(
              () ->
                  cookie(ctx, SESSION)
                      .flatMap(
                          cookie ->
                              accounts
                                  .of(cookie)
                                  .map(account -> desk(ctx, Optional.of(account), cookie)))
                      .orElse(nobody),
              workers)
          .join();
    } catch (RuntimeException unknown) {
      return nobody;
    }
  }

  /** Whether a form was sent from one of our own pages, as far as the browser says. */
  boolean isOwn(Context ctx) {
    return settings.cookies().isOwn(ctx);
  }

  private Optional<Stop> stop(Context ctx, Need need, Optional<Account> account, String cookie) {
    boolean changes = ctx.method().equals(HandlerType.POST);
    if (need != Need.PUBLIC && account.isEmpty()) {
      return Optional.of(Stop.SIGNED_OUT);
    }
    Role wanted = need == Need.ADMIN ? Role.ADMIN : Role.EDITOR;
    if (need != Need.PUBLIC && !account.orElseThrow().role().includes(wanted)) {
      return Optional.of(Stop.NOT_ALLOWED);
    }
    String presented = changes ? Optional.ofNullable(ctx.formParam(TOKEN)).orElse("") : "";
    return changes && !tokens.matches(cookie, presented)
        ? Optional.of(Stop.FORGED)
        : Optional.empty();
  }

  private static Optional<String> cookie(Context ctx, String name) {
    return Optional.ofNullable(ctx.cookie(name))
        .filter(value -> !value.isEmpty() && value.length() <= MAX_COOKIE);
  }

  private String visitorCookie(Context ctx) {
    return cookie(ctx, VISITOR)
        .orElseGet(
            () -> {
              String fresh = visitors.get();
              ctx.cookie(cookie(ctx, VISITOR, fresh, (int) LASTS.toSeconds()));
              return fresh;
            });
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Gives the browser a new session.
   *
   * @return the desk of who has it
   */
  Desk open(Context ctx, Account account) {
    leave(ctx);
    String token = accounts.open(account.name(), LASTS);
    ctx.cookie(cookie(ctx, SESSION, token, (int) LASTS.toSeconds()));
    return desk(ctx, Optional.of(account), token);
  }

  /** Closes the browser's session, here and in the record. */
  void leave(Context ctx) {
    cookie(ctx, SESSION).ifPresent(accounts::close);
    ctx.cookie(cookie(ctx, SESSION, "", 0));
  }

  private Cookie cookie(Context ctx, String name, String value, int maxAge) {
    Cookie cookie = new Cookie(name, value, "/console", maxAge);
    cookie.setHttpOnly(true);
    cookie.setSecure(settings.cookies().isSecure(ctx));
    cookie.setSameSite(SameSite.STRICT);
    return cookie;
  }

  void close() {
    workers.shutdownNow();
  }
}
