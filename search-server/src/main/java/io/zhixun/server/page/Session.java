package io.zhixun.server.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.UserId;
import java.time.Duration;
import java.util.Optional;

/** Remembers who somebody is, in a signed cookie and nowhere else. */
final class Session {
  static final String COOKIE = "zhixun_learner";

  private static final Duration LASTS = Duration.ofDays(30);

  private final PageSettings settings;
  private final Signer signer;

  Session(PageSettings settings) {
    this.settings = settings;
    this.signer = new Signer(settings.cookieKey(), "learner");
  }

  /** Who the cookie says it is; a guest when there is none that we signed. */
  Person person(Context ctx) {
    return Optional.ofNullable(ctx.cookie(COOKIE))
        .flatMap(signer::verify)
        .filter(id -> Ids.problem(id).isEmpty())
        .map(UserId::new)
        .map(this::person)
        .orElse(Person.GUEST);
  }

  private Person person(UserId user) {
    return sample(user.value()).map(Person::of).orElseGet(() -> Person.of(user));
  }

  /** The sample learner of an identifier. */
  Optional<SampleLearner> sample(String id) {
    return settings.learners().stream()
        .filter(learner -> learner.id().value().equals(id))
        .findFirst();
  }

  boolean isOwn(Context ctx) {
    return settings.cookies().isOwn(ctx);
  }

  /** From now on the browser speaks for this learner. */
  void become(Context ctx, SampleLearner learner) {
    ctx.cookie(cookie(ctx, signer.sign(learner.id().value()), (int) LASTS.toSeconds()));
  }

  /** From now on the browser speaks for nobody. */
  void leave(Context ctx) {
    ctx.cookie(cookie(ctx, "", 0));
  }

  private Cookie cookie(Context ctx, String value, int maxAge) {
    Cookie cookie = new Cookie(COOKIE, value, "/", maxAge);
    cookie.setHttpOnly(true);
    cookie.setSecure(settings.cookies().isSecure(ctx));
    cookie.setSameSite(SameSite.LAX);
    return cookie;
  }
}
