package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.Query;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Plain lists of items: {@code /v1/items/{id}/similar}, {@code /next}, {@code /v1/trending}. */
public final class ItemListResource {
  static final int DEFAULT_SIZE = 20;

  private final Discovery discovery;
  private final Readiness readiness;
  private final InstantSource clock;

  public ItemListResource(Asking asking) {
    this.discovery = asking.discovery();
    this.readiness = new Readiness(asking.live());
    this.clock = asking.clock();
  }

  /** One of the lists that start from an item. */
  private interface FromItem {
    Optional<Answers.Items> ask(ItemId item, Wanted wanted, Instant now);
  }

  private record Wanted(Audience audience, int size) {}

  /** {@code GET /v1/items/{id}/similar}: items like one item. */
  public void similar(Context ctx) {
    fromItem(
        ctx, (item, wanted, now) -> discovery.similar(item, wanted.audience(), wanted.size(), now));
  }

  /** {@code GET /v1/items/{id}/next}: what learners took after one item. */
  public void next(Context ctx) {
    fromItem(
        ctx, (item, wanted, now) -> discovery.next(item, wanted.audience(), wanted.size(), now));
  }

  /** {@code GET /v1/trending}: what many take lately. */
  public void trending(Context ctx) {
    Wanted wanted = wanted(ctx);
    List<Answers.Degradation> behind = readiness.await(ctx);
    Answers.Items answer = discovery.trending(wanted.audience(), wanted.size(), clock.instant());
    answer(ctx, wanted, answer, behind);
  }

  private void fromItem(Context ctx, FromItem list) {
    ItemId item = Paths.item(ctx);
    Wanted wanted = wanted(ctx);
    List<Answers.Degradation> behind = readiness.await(ctx);
    Answers.Items answer =
        list.ask(item, wanted, clock.instant()).orElseThrow(() -> Paths.noSuchItem(item));
    answer(ctx, wanted, answer, behind);
  }

  private static Wanted wanted(Context ctx) {
    Query query = Query.of(ctx);
    FieldReader in = query.fields();
    Audience audience = Fields.audience(in, Caller.of(ctx));
    int size = Fields.size(in, DEFAULT_SIZE);
    return query.finish(() -> new Wanted(audience, size));
  }

  private static void answer(
      Context ctx, Wanted wanted, Answers.Items answer, List<Answers.Degradation> behind) {
    ObjectNode json = AnswerJson.items(answer, wanted.audience().explain());
    AnswerJson.degraded(json, behind);
    AnswerJson.send(ctx, json);
  }
}
