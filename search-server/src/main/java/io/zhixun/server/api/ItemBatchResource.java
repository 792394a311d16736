package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.search.serving.Live;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.store.BatchId;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /v1/items:bulk} and {@code /v1/items:validate}. */
public final class ItemBatchResource {
  private final Records records;
  private final Live live;
  private final Supplier<String> batchIds;

  /**
   * @param batchIds gives each bulk change a name of its own
   */
  public ItemBatchResource(Records records, Live live, Supplier<String> batchIds) {
    this.records = records;
    this.live = live;
    this.batchIds = batchIds;
  }

  /** {@code POST /v1/items:bulk}: adds or replaces many, as one batch that can be undone. */
  public void bulk(Context ctx) {
    Query.none(ctx);
    Set<ItemId> seen = new HashSet<>();
    BatchId batch = new BatchId(batchIds.get());
    Origin origin = Caller.of(ctx).origin().in(batch);
    WriteReport report =
        new Intake(live, origin, line -> new Change.PutItem(once(line, seen))).take(ctx);
    if (records.batchSize(batch) > 0) {
      records.note(ctx, "imported", batch.value());
    }
    ctx.status(202);
    Json.answer(ctx, report.json().put("batchId", batch.value()));
  }

  /** {@code POST /v1/items:validate}: says what bulk would refuse and what looks untidy. */
  public void validate(Context ctx) {
    Query.none(ctx);
    Json.answer(ctx, new Validation(records).of(ctx).json());
  }

  /** The item of a line, whose id no line before had: which of the two is meant nobody can know. */
  static Item once(JsonNode line, Set<ItemId> seen) {
    Item item = Body.checked(line, ItemCheck::read);
    if (!seen.add(item.id())) {
      throw ProblemException.at(
          "/id", ProblemCode.DUPLICATE, "id must occur once in a batch, got it again");
    }
    return item;
  }
}
