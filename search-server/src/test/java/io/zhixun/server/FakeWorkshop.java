package io.zhixun.server;

import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.snapshot.Listed;
import io.zhixun.indexer.snapshot.Manifest;
import io.zhixun.indexer.snapshot.ManifestFacts;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotException;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.ranking.math.Progress;
import io.zhixun.search.measure.RankingDiff;
import io.zhixun.server.job.Workshop;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;

/** Makes snapshots of nothing, one step for each permit that a test gives. */
public final class FakeWorkshop implements Workshop {
  final Semaphore steps = new Semaphore(0);
  private final List<Snapshot> made = new ArrayList<>();
  private String served = "";
  volatile Optional<RuntimeException> failure = Optional.empty();

  @Override
  public Snapshot make(Progress progress) {
    for (int step = 0; step < 4; step++) {
      steps.acquireUninterruptibly();
      progress.at(step < 2 ? "indexing" : "learning", (step % 2 + 1) / 2.0);
    }
    failure.ifPresent(
        thrown -> {
          throw thrown;
        });
    return add();
  }

  private synchronized Snapshot add() {
    ManifestFacts facts =
        new ManifestFacts(7, "digest", Instant.EPOCH, Map.of("items", 3L), Map.of());
    String id = "20261124T10000" + made.size() + "Z-0123abcd";
    Snapshot snapshot =
        new Snapshot(
            Path.of(id), new Manifest(id, facts, Map.of("titleFirst", 0.5), Map.of(), List.of()));
    made.add(snapshot);
    return snapshot;
  }

  @Override
  public synchronized void publish(Snapshot snapshot) {
    served = snapshot.id();
  }

  synchronized String served() {
    return served;
  }

  @Override
  public synchronized List<Listed> list() {
    return made.reversed().stream()
        .map(
            one ->
                new Listed(one.id(), one.id().equals(served), Optional.of(one), Optional.empty()))
        .toList();
  }

  @Override
  public synchronized Snapshot activate(String id) {
    Snapshot found = find(id);
    served = id;
    return found;
  }

  private Snapshot find(String id) {
    return made.stream()
        .filter(one -> one.id().equals(id))
        .findAny()
        .orElseThrow(FakeWorkshop::unknown);
  }

  /** What the real store says of a snapshot that is not there. */
  private static SnapshotException unknown() {
    try {
      throw new AssertionError(new SnapshotStore(Path.of("no-such-folder")).good("nothing"));
    } catch (SnapshotException e) {
      return e;
    }
  }

  @Override
  public synchronized RankingDiff compare(String id, List<String> queries) {
    String other = find(id).id();
    RankingDiff.Move move =
        new RankingDiff.Move(new ItemId("c-1"), "机器学习入门", OptionalInt.of(2), OptionalInt.empty());
    return new RankingDiff(
        "now@7",
        other + "@7",
        queries.stream()
            .map(query -> new RankingDiff.OfQuery(query, 2, 1, List.of(move)))
            .toList());
  }
}
