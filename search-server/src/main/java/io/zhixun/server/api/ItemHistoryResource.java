package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.search.serving.Live;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.store.BatchId;
import io.zhixun.store.Batches;
import io.zhixun.store.ItemVersion;
import java.time.Duration;
import java.util.List;

/**
 * {@code /v1/items/{id}/versions} and {@code /v1/batches/{id}/undo}: what was, and the way back.
 */
public final class ItemHistoryResource {
  /** How long an answer waits for its own changes to be visible. */
  private static final Duration VISIBLE = Duration.ofSeconds(30);

  private final Records records;
  private final Live live;

  public ItemHistoryResource(Records records, Live live) {
    this.records = records;
    this.live = live;
  }

  /** {@code GET /v1/items/{id}/versions}: newest first, also of an item that is gone. */
  public void versions(Context ctx) {
    ItemId id = Paths.item(ctx);
    Page page = Page.of(ctx);
    long below = page.cursor().map(PlainCursor::number).orElse(Long.MAX_VALUE);
    List<ItemVersion> rows = records.versions(id, below, page.size() + 1);
    if (rows.isEmpty() && page.cursor().isEmpty()) {
      throw Paths.noSuchItem(id);
    }
    ObjectNode json = Json.object();
    ArrayNode versions = json.putArray("versions");
    rows.stream().limit(page.size()).forEach(row -> versions.add(json(row)));
    if (rows.size() > page.size()) {
      json.put("nextCursor", PlainCursor.of(Long.toString(rows.get(page.size() - 1).version())));
    }
    Json.answer(ctx, json);
  }

  private static ObjectNode json(ItemVersion row) {
    ObjectNode json =
        Json.object()
            .put("version", row.version())
            .put("seq", row.seq())
            .put("acceptedAt", row.acceptedAt().toString());
    row.batch().ifPresent(batch -> json.put("batchId", batch.value()));
    row.item().ifPresent(item -> json.set("item", ItemJson.write(item)));
    return json;
  }

  /** {@code POST /v1/batches/{id}/undo}: each item is again what it was before the batch. */
  public void undo(Context ctx) {
    Query.none(ctx);
    BatchId batch =
        Paths.batch(ctx)
            .filter(id -> records.batchSize(id) > 0)
            .orElseThrow(
                () -> new ProblemException(ProblemCode.NOT_FOUND, "there is no such batch"));
    Batches.Undo undone = records.undo(batch, Caller.of(ctx).origin());
    records.note(ctx, "import-undone", batch.value());
    live.awaitSeq(undone.seq(), VISIBLE);
    ObjectNode json =
        Json.object()
            .put("restored", undone.restored())
            .put("removed", undone.removed())
            .put("unchanged", undone.unchanged());
    ArrayNode conflicts = json.putArray("conflicts");
    undone.conflicts().forEach(item -> conflicts.add(item.value()));
    Json.answer(ctx, json.put("seq", undone.seq()));
  }
}
