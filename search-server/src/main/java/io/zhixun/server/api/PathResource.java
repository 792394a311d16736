package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.Exchange;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.Query;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;

/** {@code /v1/paths}. */
public final class PathResource {
  private final Discovery discovery;
  private final Readiness readiness;
  private final InstantSource clock;

  public PathResource(Asking asking) {
    this.discovery = asking.discovery();
    this.readiness = new Readiness(asking.live());
    this.clock = asking.clock();
  }

  private record Wanted(ItemId goal, Audience audience) {}

  /** {@code GET /v1/paths}: what to learn on the way to an item. */
  public void get(Context ctx) {
    Query query = Query.of(ctx);
    FieldReader in = query.fields();
    in.require("goal");
    var goal = in.id("goal").map(ItemId::new);
    var user = Fields.user(in, Caller.of(ctx));
    Wanted wanted =
        query.finish(
            () ->
                new Wanted(
                    goal.orElseThrow(),
                    new Audience(
                        user,
                        OptionalDouble.empty(),
                        io.zhixun.corpus.Event.Context.UNKNOWN,
                        false)));
    List<Answers.Degradation> behind = readiness.await(ctx);
    Answers.Path answer =
        discovery
            .path(wanted.goal(), wanted.audience(), clock.instant())
            .orElseThrow(() -> Paths.noSuchItem(wanted.goal()));
    ObjectNode json = AnswerJson.path(answer);
    AnswerJson.degraded(json, behind);
    ctx.header(Exchange.REQUEST_ID, answer.facts().requestId());
    Json.answer(ctx, json);
  }
}
