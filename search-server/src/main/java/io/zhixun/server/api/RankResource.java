package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Problem.Code;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Exchange;
import io.zhixun.server.http.Query;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /v1/rank}. */
public final class RankResource {
  private final Discovery discovery;
  private final Readiness readiness;
  private final InstantSource clock;

  public RankResource(Asking asking) {
    this.discovery = asking.discovery();
    this.readiness = new Readiness(asking.live());
    this.clock = asking.clock();
  }

  /** {@code POST /v1/rank}: orders the caller's items. */
  public void post(Context ctx) {
    Query.none(ctx);
    Caller caller = Caller.of(ctx);
    Requests.Rank request = Body.object(ctx, in -> request(in, caller));
    List<Answers.Degradation> behind = readiness.await(ctx);
    Answers.Rank answer = discovery.rank(request, clock.instant());
    boolean explain = request.audience().explain();
    ObjectNode json = AnswerJson.rank(answer, Exchange.of(ctx).tookMs(), explain);
    AnswerJson.degraded(json, behind);
    AnswerJson.send(ctx, json);
  }

  private static Checked<Requests.Rank> request(FieldReader in, Caller caller) {
    in.require("items");
    List<String> items =
        in.distinct("items", in.ids("items", Requests.MAX_RANK, Function.identity()));
    if (in.hasEmptyList("items")) {
      in.problem("items", Code.BLANK, "must have at least one entry");
    }
    Optional<String> query = Fields.query(in, "query");
    boolean policy = in.flag("policy").orElse(false);
    Audience audience = Fields.audienceWithContext(in, caller);
    return in.finish(() -> new Requests.Rank(items, query, policy, audience));
  }
}
