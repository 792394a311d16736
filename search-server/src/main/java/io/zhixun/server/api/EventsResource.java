package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.check.EventCheck;
import io.zhixun.search.serving.Live;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** {@code /v1/events}. */
public final class EventsResource {
  private final Live live;
  private final InstantSource clock;

  public EventsResource(Live live, InstantSource clock) {
    this.live = live;
    this.clock = clock;
  }

  /** {@code POST /v1/events}: records what learners did. */
  public void post(Context ctx) {
    Query.none(ctx);
    Caller caller = Caller.of(ctx);
    WriteReport report =
        new Intake(live, Origin.NONE, line -> new Change.AppendEvent(event(line, caller)))
            .take(ctx);
    ctx.status(202);
    Json.answer(ctx, report.json());
  }

  private Event event(JsonNode line, Caller caller) {
    Event event = Body.checked(line, EventCheck::read);
    caller
        .bound()
        .filter(learner -> !event.user().equals(Optional.of(learner)))
        .ifPresent(
            _ -> {
              throw ProblemException.at("/user", ProblemCode.NOT_FOUND, "no such learner");
            });
    Instant now = clock.instant();
    return Received.at(event, now);
  }
}
