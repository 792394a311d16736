package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Limits;
import io.zhixun.indexer.snapshot.Listed;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotException;
import io.zhixun.search.measure.RankingDiff;
import io.zhixun.search.serving.Live;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.server.job.Workshop;
import java.time.Duration;
import java.util.List;

/** {@code /v1/snapshots}. */
public final class SnapshotResource {
  /** How long an activation waits until answers come from the snapshot. */
  private static final Duration SWAP = Duration.ofSeconds(30);

  private static final Duration GLANCE = Duration.ofMillis(20);

  /** The most queries of one comparison. */
  private static final int MAX_QUERIES = 100;

  private final Records records;
  private final Workshop workshop;
  private final Live live;

  public SnapshotResource(Records records, Workshop workshop, Live live) {
    this.records = records;
    this.workshop = workshop;
    this.live = live;
  }

  /** {@code GET /v1/snapshots}: the newest first. */
  public void list(Context ctx) {
    Query.none(ctx);
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("snapshots");
    workshop.list().forEach(listed -> list.add(json(listed)));
    Json.answer(ctx, json);
  }

  /**
   * {@code POST /v1/snapshots/{id}/activate}: lets answers come from a kept snapshot; edits stay
   * edits. Answers when they do, or after a while when opening it takes long.
   */
  public void activate(Context ctx) {
    Query.none(ctx);
    Snapshot snapshot = found(() -> workshop.activate(Paths.id(ctx)));
    records.note(ctx, "snapshot-activated", snapshot.id());
    boolean serving = awaitSwap(snapshot.id());
    ctx.status(serving ? 200 : 202);
    Json.answer(ctx, Json.object().put("snapshot", snapshot.id()).put("serving", serving));
  }

  private boolean awaitSwap(String id) {
    long deadline = System.nanoTime() + SWAP.toNanos();
    while (!live.generation().startsWith(id + "@")) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(GLANCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /**
   * {@code GET /v1/snapshots/{id}/diff}: what the first ten would be, were it served; {@code query}
   * repeats, and without any the most frequent ones are asked.
   */
  public void diff(Context ctx) {
    Query query = Query.of(ctx);
    FieldReader in = query.fields();
    List<String> queries = in.texts("query", MAX_QUERIES, Limits.QUERY);
    List<String> asked = query.finish(() -> queries);
    Json.answer(ctx, json(found(() -> workshop.compare(Paths.id(ctx), asked))));
  }

  /** Work on one snapshot, of which there may be none. */
  private interface Work<T> {
    T run();
  }

  private static <T> T found(Work<T> work) {
    try {
      return work.run();
    } catch (SnapshotException e) {
      throw switch (e.code()) {
        case NO_SNAPSHOT ->
            new ProblemException(ProblemCode.NOT_FOUND, "there is no such snapshot");
        case WRONG_FORMAT, DAMAGED ->
            new ProblemException(ProblemCode.SNAPSHOT_UNUSABLE, e.getMessage());
        case BUSY, FULL, READ_ONLY, DISK -> e;
      };
    }
  }

  private static ObjectNode json(Listed listed) {
    ObjectNode json = Json.object().put("id", listed.id()).put("current", listed.isCurrent());
    listed.problem().ifPresent(problem -> json.put("problem", problem));
    listed
        .snapshot()
        .map(Snapshot::manifest)
        .ifPresent(
            manifest -> {
              json.put("created", manifest.facts().created().toString());
              json.put("seq", manifest.facts().seq()).put("bytes", manifest.size());
              ObjectNode counts = json.putObject("counts");
              manifest.facts().counts().forEach(counts::put);
              ObjectNode quality = json.putObject("quality");
              manifest.quality().forEach(quality::put);
            });
    return json;
  }

  private static ObjectNode json(RankingDiff diff) {
    ObjectNode json = Json.object().put("snapshot", diff.other()).put("against", diff.served());
    json.put("overlap", diff.overlap());
    ArrayNode queries = json.putArray("queries");
    DiffJson.queries(diff, queries);
    return json;
  }
}
