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
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.store.Change;
import io.zhixun.store.Outcome;
import io.zhixun.store.Role;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoredItem;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** {@code /v1/items/{id}}. */
public final class ItemResource {
  /** The expected version of an item that must not exist yet. */
  private static final long NO_VERSION = 0;

  /** How often a write that insists on nothing is tried again when others write the same item. */
  private static final int ATTEMPTS = 5;

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
    Item item = named(id, Body.checked(withoutVersion(body), ItemCheck::read));
    Precondition precondition = precondition(ctx, body);
    boolean insist = !(precondition instanceof Precondition.None);
    write(
        ctx, attempt(id, precondition, insist, (_, version) -> new Change.PutItem(item, version)));
  }

  /** {@code PATCH /v1/items/{id}}: changes some fields by a JSON merge patch (RFC 7396). */
  public void patch(Context ctx) {
    Query.none(ctx);
    ItemId id = Paths.item(ctx);
    JsonNode patch = Body.patch(ctx);
    Precondition precondition = precondition(ctx, patch);
    Making making =
        (current, version) -> {
          Item before = current.orElseThrow(() -> Paths.noSuchItem(id)).item();
          JsonNode after = MergePatch.apply(ItemJson.write(before), withoutVersion(patch));
          Item item = named(id, Body.checked(after, ItemCheck::read));
          return new Change.PutItem(item, version);
        };
    write(ctx, attempt(id, precondition, true, making));
  }

  /** {@code DELETE /v1/items/{id}}. */
  public void delete(Context ctx) {
    Query.none(ctx);
    ItemId id = Paths.item(ctx);
    Precondition precondition = Precondition.of(ctx);
    boolean insist = !(precondition instanceof Precondition.None);
    Attempt attempt =
        attempt(id, precondition, insist, (_, version) -> new Change.DeleteItem(id, version));
    Json.answer(ctx, Json.object().put("seq", attempt.seq()));
  }

  private static void write(Context ctx, Attempt attempt) {
    ctx.header("ETag", Precondition.etag(attempt.version()));
    if (attempt.isNew()) {
      ctx.status(201).header("Location", ctx.path());
    }
    Json.answer(ctx, Json.object().put("seq", attempt.seq()));
  }

  /** Makes the change to an item as it stands, given the version that the store is to insist on. */
  private interface Making {
    Change change(Optional<StoredItem> current, OptionalLong expectedVersion);
  }

  private record Attempt(long seq, long version, boolean isNew) {}

  /**
   * Writes against the item as it stands. When somebody else was quicker, a write that still finds
   * what it insists on is made again from the newer state.
   *
   * @param insist whether the store must refuse the change when the item has another version by
   *     then
   */
  private Attempt attempt(ItemId id, Precondition precondition, boolean insist, Making making) {
    for (int i = 0; i < ATTEMPTS; i++) {
      Optional<StoredItem> current = records.item(id);
      Optional<Long> version = current.map(StoredItem::version);
      if (!precondition.holds(version)) {
        throw mismatch(version);
      }
      OptionalLong expected =
          insist ? OptionalLong.of(version.orElse(NO_VERSION)) : OptionalLong.empty();
      Change change = making.change(current, expected);
      Live.WriteResult result = live.accept(List.of(change));
      switch (result.outcomes().getFirst()) {
        case Outcome.Accepted(long seq, long next) -> {
          return new Attempt(seq, next, current.isEmpty());
        }
        case Outcome.Duplicate _ -> {
          return new Attempt(result.seq(), version.orElse(NO_VERSION), false);
        }
        case Outcome.NotFound() -> throw Paths.noSuchItem(id);
        case Outcome.Conflict(String detail) ->
            throw new ProblemException(ProblemCode.CONFLICT, detail);
        case Outcome.VersionMismatch _ -> {} // once more, from the newer state
      }
    }
    throw ProblemException.retryAfter(
        1, ProblemCode.OVERLOADED, "too many writers change this item at the moment");
  }

  private static ProblemException mismatch(Optional<Long> version) {
    String now = version.map(number -> "has version " + number).orElse("does not exist");
    return new ProblemException(ProblemCode.VERSION_MISMATCH, "the item " + now);
  }

  /**
   * What a write insists on: its header, or the {@code version} inside a line that was read before,
   * so that sending back an edited answer never overwrites somebody else's edit.
   */
  private static Precondition precondition(Context ctx, JsonNode body) {
    Precondition header = Precondition.of(ctx);
    JsonNode version = body.get("version");
    if (version == null) {
      return header;
    }
    if (!version.isIntegralNumber() || !version.canConvertToLong()) {
      throw ProblemException.at(
          "/version", ProblemCode.WRONG_TYPE, "version must be a whole number");
    }
    Precondition inBody = new Precondition.Versions(Set.of(version.longValue()));
    if (!(header instanceof Precondition.None) && !header.equals(inBody)) {
      throw ProblemException.at(
          "/version", ProblemCode.INCONSISTENT, "version must agree with the header");
    }
    return inBody;
  }

  private static JsonNode withoutVersion(JsonNode body) {
    return body instanceof ObjectNode object ? object.deepCopy().without("version") : body;
  }

  private static Item named(ItemId id, Item item) {
    if (!item.id().equals(id)) {
      throw ProblemException.at(
          "/id", ProblemCode.INCONSISTENT, "id must be that of the address, got " + item.id());
    }
    return item;
  }
}
