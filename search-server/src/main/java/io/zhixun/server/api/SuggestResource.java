package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.suggest.Suggestion;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.Query;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code /v1/suggest}. */
public final class SuggestResource {
  static final int DEFAULT_SIZE = 8;

  private final Discovery discovery;
  private final Readiness readiness;
  private final InstantSource clock;

  public SuggestResource(Asking asking) {
    this.discovery = asking.discovery();
    this.readiness = new Readiness(asking.live());
    this.clock = asking.clock();
  }

  /** {@code GET /v1/suggest}: what somebody may mean who has typed so far. */
  public void get(Context ctx) {
    Requests.Suggest request = request(Query.of(ctx), Caller.of(ctx));
    List<Answers.Degradation> behind = readiness.await(ctx);
    Answers.Suggestions answer = discovery.suggest(request, clock.instant());
    ObjectNode json = Json.object().put("requestId", answer.facts().requestId());
    ArrayNode list = json.putArray("suggestions");
    answer.suggestions().forEach(suggestion -> write(list.addObject(), suggestion));
    AnswerJson.degraded(json, answer.facts().degraded());
    AnswerJson.degraded(json, behind);
    AnswerJson.send(ctx, json);
  }

  private static Requests.Suggest request(Query query, Caller caller) {
    FieldReader in = query.fields();
    String typed = Fields.query(in, "q").orElse("");
    Optional<UserId> user = Fields.user(in, caller);
    int size = Fields.size(in, DEFAULT_SIZE);
    return query.finish(() -> new Requests.Suggest(typed, user, size));
  }

  private static void write(ObjectNode json, Suggestion suggestion) {
    json.put("text", suggestion.text()).put("kind", suggestion.kind().label());
    suggestion.item().ifPresent(item -> json.put("itemId", item.value()));
    if (!suggestion.spans().isEmpty()) {
      ArrayNode spans = json.putArray("spans");
      suggestion.spans().forEach(span -> spans.addArray().add(span.start()).add(span.end()));
    }
  }
}
