package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.serving.Live;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.Query;
import io.zhixun.store.Change;
import io.zhixun.store.Role;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoredItem;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /v1/items/{id}}. */
public final class ItemResource {
  private final Records records;
  private final Live live;
  private final Function<ItemId, Optional<Item>> served;
  private final InstantSource clock;
  private final Readiness readiness;

  /**
   * @param served an item as answers know it, for when the record is away
   */
  public ItemResource(
      Records records, Live live, Function<ItemId, Optional<Item>> served, InstantSource clock) {
    this.records = records;
    this.live = live;
    this.served = served;
    this.clock = clock;
    this.readiness = new Readiness(live);
  }

  /** {@code GET /v1/items/{id}}: for readers what is published, for editors also the rest. */
  public void get(Context ctx) {
    Query.none(ctx);
    ItemId id = Paths.item(ctx);
    boolean editor = Caller.of(ctx).may(Role.EDITOR);
    List<Degradation> behind = readiness.behind(ctx);
    Optional<StoredItem> recorded;
    try {
      recorded = records.item(id);
    } catch (StoreException away) {
      answerFromMemory(ctx, id, away);
      return;
    }
    StoredItem stored =
        recorded
            .filter(found -> editor || found.item().isVisibleAt(clock.instant()))
            .orElseThrow(() -> Paths.noSuchItem(id));
    ctx.header("ETag", Precondition.etag(stored.version()));
    if (Precondition.isUnchanged(ctx, stored.version())) {
      ctx.status(304);
      return;
    }
    ObjectNode json = ItemJson.write(stored.item());
    if (editor) {
      json.put("version", stored.version());
    }
    AnswerJson.degraded(json, behind);
    Json.answer(ctx, json);
  }

  /**
   * What is served of an item while nobody can say which version it is: no {@code ETag}, no
   * version, and nothing of what is not published.
   */
  private void answerFromMemory(Context ctx, ItemId id, StoreException why) {
    Item item =
        served.apply(id).filter(found -> found.isVisibleAt(clock.instant())).orElseThrow(() -> why);
    ObjectNode json = ItemJson.write(item);
    AnswerJson.degraded(json, Readiness.FROM_MEMORY);
    Json.answer(ctx, json);
  }

  /** {@code PUT /v1/items/{id}}: adds or replaces. */
  public void put(Context ctx) {
    Query.none(ctx);
    ItemId id = Paths.item(ctx);
    JsonNode body = Body.json(ctx);
    Item item = named(id, Body.checked(VersionedWrite.withoutVersion(body), ItemCheck::read));
    Precondition precondition = VersionedWrite.precondition(ctx, body);
    write(
        ctx,
        writing(ctx, id).write(precondition, (_, version) -> new Change.PutItem(item, version)));
  }

  /** {@code PATCH /v1/items/{id}}: changes some fields by a JSON merge patch (RFC 7396). */
  public void patch(Context ctx) {
    Query.none(ctx);
    ItemId id = Paths.item(ctx);
    JsonNode patch = Body.patch(ctx);
    Precondition precondition = VersionedWrite.precondition(ctx, patch);
    VersionedWrite.Making<StoredItem> making =
        (current, version) -> {
          Item before = current.orElseThrow(() -> Paths.noSuchItem(id)).item();
          JsonNode change = VersionedWrite.withoutVersion(patch);
          JsonNode after = MergePatch.apply(ItemJson.write(before), change);
          Item item = named(id, Body.checked(after, ItemCheck::read));
          return new Change.PutItem(item, version);
        };
    write(ctx, writing(ctx, id).rewrite(precondition, making));
  }

  /** {@code DELETE /v1/items/{id}}. */
  public void delete(Context ctx) {
    Query.none(ctx);
    ItemId id = Paths.item(ctx);
    VersionedWrite.Done done =
        writing(ctx, id)
            .write(Precondition.of(ctx), (_, version) -> new Change.DeleteItem(id, version));
    Json.answer(ctx, Json.object().put("seq", done.seq()));
  }

  private static void write(Context ctx, VersionedWrite.Done done) {
    done.head(ctx);
    Json.answer(ctx, Json.object().put("seq", done.seq()));
  }

  private VersionedWrite<StoredItem> writing(Context ctx, ItemId id) {
    return new VersionedWrite<>(
        live,
        Caller.of(ctx).origin(),
        new VersionedWrite.Target<>(
            "item", () -> records.item(id), StoredItem::version, () -> Paths.noSuchItem(id)));
  }

  private static Item named(ItemId id, Item item) {
    Paths.requireSame(id.value(), item.id().value());
    return item;
  }
}
