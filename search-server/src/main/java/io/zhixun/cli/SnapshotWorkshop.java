package io.zhixun.cli;

import io.zhixun.indexer.snapshot.Listed;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.ranking.math.Progress;
import io.zhixun.search.measure.FrequentQueries;
import io.zhixun.search.measure.RankingDiff;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.serving.Generations;
import io.zhixun.search.serving.Rehearsal;
import io.zhixun.server.job.Workshop;
import io.zhixun.store.Term;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The snapshots of a data folder, for editors on the running server. */
final class SnapshotWorkshop implements Workshop {
  /** How many of the most frequent queries a comparison asks. */
  private static final int QUERIES = 30;

  private final Product.Base base;
  private final InstantSource clock;
  private final Discovery served;
  private final Function<Generations, Discovery> pipeline;
  private final SnapshotStore snapshots;

  /**
   * @param pipeline answers from other generations just as the served ones are answered from
   */
  SnapshotWorkshop(
      Product.Base base,
      InstantSource clock,
      Discovery served,
      Function<Generations, Discovery> pipeline) {
    this.base = base;
    this.clock = clock;
    this.served = served;
    this.pipeline = pipeline;
    this.snapshots = base.snapshots();
  }

  @Override
  public Snapshot make(Progress progress) {
    return new SnapshotMaker(base, clock).make(progress);
  }

  @Override
  public void publish(Snapshot snapshot) {
    new SnapshotMaker(base, clock).publish(snapshot);
  }

  @Override
  public List<Listed> list() {
    return snapshots.list();
  }

  @Override
  public Snapshot activate(String id) {
    return snapshots.activate(id);
  }

  @Override
  public RankingDiff compare(String id, List<String> queries) {
    Snapshot other = snapshots.good(id);
    List<String> asked = queries.isEmpty() ? frequentAndWatched() : queries;
    try (Rehearsal rehearsal =
        Rehearsal.of(new SnapshotOpener(base).generation(other), base.store())) {
      return RankingDiff.between(
          served, pipeline.apply(rehearsal.generations()), asked, clock.instant());
    }
  }

  /** What learners ask most, and what editors have chosen beside it. */
  private List<String> frequentAndWatched() {
    return Stream.concat(
            FrequentQueries.of(base.store().corpus().events(), QUERIES).stream(),
            base.lines(Term.Kind.WATCHED).stream().map(Term::text))
        .distinct()
        .toList();
  }
}
