package io.zhixun.server.page;

import io.javalin.http.Context;
import io.zhixun.corpus.Event;
import io.zhixun.server.page.Learners.Portrait;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes visits of requests: the one place that reads headers and the cookie. */
final class Visits {
  private final Session session;
  private final Learners learners;
  private final InstantSource clock;
  private final ZoneId zone;

  Visits(Session session, Learners learners, InstantSource clock, ZoneId zone) {
    this.session = session;
    this.learners = learners;
    this.clock = clock;
    this.zone = zone;
  }

  Visit of(Context ctx) {
    Person person = session.person(ctx);
    return of(ctx, person, person.user().flatMap(learners::portrait));
  }

  /** A visit for a page that says something even when nothing else works. */
  Visit withoutPortrait(Context ctx) {
    return of(ctx, session.person(ctx), Optional.empty());
  }

  private Visit of(Context ctx, Person person, Optional<Portrait> portrait) {
    Instant now = clock.instant();
    return new Visit(
        person,
        portrait,
        now,
        context(ctx, now),
        CameFrom.here(ctx),
        "true".equals(ctx.header("HX-Request")),
        Onlooker.isPerson(ctx));
  }

  private Event.Context context(Context ctx, Instant now) {
    String agent = Optional.ofNullable(ctx.userAgent()).orElse("");
    String device = agent.contains("Mobile") ? "phone" : "desktop";
    return new Event.Context(
        Optional.of(device), Optional.empty(), OptionalInt.of(now.atZone(zone).getHour()));
  }

  /** Whether a request came from one of our own pages: others must not act in a learner's name. */
  boolean isOwn(Context ctx) {
    return session.isOwn(ctx);
  }
}
