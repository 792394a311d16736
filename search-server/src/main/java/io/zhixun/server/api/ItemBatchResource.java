package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.search.serving.Live;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.store.Change;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** {@code /v1/items:bulk} and {@code /v1/items:validate}. */
public final class ItemBatchResource {
  private final Records records;
  private final Live live;

  public ItemBatchResource(Records records, Live live) {
    this.records = records;
    this.live = live;
  }

  /** {@code POST /v1/items:bulk}: adds or replaces many. */
  public void bulk(Context ctx) {
    Query.none(ctx);
    Set<ItemId> seen = new HashSet<>();
    WriteReport report =
        new Intake(live, line -> new Change.PutItem(once(line, seen), OptionalLong.empty()))
            .take(ctx);
    ctx.status(202);
    Json.answer(ctx, report.json());
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
