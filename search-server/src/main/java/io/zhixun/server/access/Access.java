package io.zhixun.server.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.zhixun.corpus.UserId;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.RateLimit;
import io.zhixun.store.Key;
import io.zhixun.store.Role;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Stands before each handler and lets pass whoever has what the route needs. */
public final class Access {
  static final String CALLER = "zhixun.caller";

  private static final String SCHEME = "Bearer ";
  private static final int MAX_KEY_LENGTH = 200;

  private final Mode mode;
  private final KeyCache keys;
  private final RateLimit limit;
  private final InstantSource clock;

  /** How callers are told apart. */
  public enum Mode {
    /** By their keys. */
    KEYS,
    /** Not at all: whoever reaches the loopback address may do everything. */
    OPEN_ON_LOOPBACK
  }

  /**
   * @param find looks a presented {@code keyId.secret} up in the record
   * @param limit how often each key, or each address without one, may ask
   * @param nanos a stopwatch
   */
  public Access(
      Mode mode,
      Function<String, Optional<Key>> find,
      RateLimit limit,
      InstantSource clock,
      LongSupplier nanos) {
    this.mode = mode;
    this.keys = new KeyCache(find, nanos);
    this.limit = limit;
    this.clock = clock;
  }

  /** The handler, reached only by callers who have what is needed. */
  public Handler guard(Need need, Handler handler) {
    if (need == Need.PROBE) {
      return handler;
    }
    return ctx -> {
      Caller caller = need == Need.PUBLIC ? new Caller.Anybody() : identify(ctx);
      limit.count(name(caller, ctx));
      require(need, caller, ctx);
      ctx.attribute(CALLER, caller);
      handler.handle(ctx);
    };
  }

  private static String name(Caller caller, Context ctx) {
    return caller instanceof Caller.Keyed(Key key) ? "key " + key.id() : "at " + ctx.ip();
  }

  private Caller identify(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null && mode == Mode.OPEN_ON_LOOPBACK) {
      LoopbackHost.require(ctx);
      return new Caller.Trusted();
    }
    if (header == null) {
      limit.count(name(new Caller.Anybody(), ctx));
      throw unauthorized("this needs a key: Authorization: Bearer keyId.secret");
    }
    return key(header)
        .flatMap(keys::find)
        .filter(key -> key.worksAt(clock.instant()))
        .<Caller>map(Caller.Keyed::new)
        .orElseThrow(
            () -> {
              limit.count(name(new Caller.Anybody(), ctx));
              return unauthorized("the key is not valid, or no longer");
            });
  }

  private static Optional<String> key(String header) {
    boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return Optional.of(header)
        .filter(_ -> bearer)
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(key -> !key.isEmpty() && key.length() <= MAX_KEY_LENGTH);
  }

  private static ProblemException unauthorized(String detail) {
    return new ProblemException(ProblemCode.UNAUTHORIZED, detail)
        .with("WWW-Authenticate", "Bearer realm=\"zhixun\"");
  }

  private static void require(Need need, Caller caller, Context ctx) {
    switch (need) {
      case PROBE, PUBLIC -> {}
      case READER -> require(Role.READER, caller);
      case RANKER -> require(Role.RANKER, caller);
      case EVENTS -> require(Role.EVENTS, caller);
      case EDITOR -> require(Role.EDITOR, caller);
      case ADMIN -> require(Role.ADMIN, caller);
      case LEARNER -> requireLearner(caller, ctx.pathParam("id"));
    }
  }

  private static void require(Role role, Caller caller) {
    if (!caller.may(role)) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "this needs the role " + role + ", which the key has not");
    }
  }

  private static void requireLearner(Caller caller, String learner) {
    Optional<UserId> bound = caller.bound();
    if (bound.isEmpty()) {
      require(Role.EDITOR, caller);
    } else if (!bound.get().value().equals(learner)) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "no such learner");
    }
  }
}
