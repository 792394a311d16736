package io.zhixun.server.job;

import io.zhixun.indexer.snapshot.Listed;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.ranking.math.Progress;
import io.zhixun.search.measure.RankingDiff;
import java.util.List;

/** Where snapshots are made, compared, and put in place. Safe for many threads. */
public interface Workshop {
  /**
   * Makes a snapshot of the record as it is now, and measures it; it is not served yet.
   *
   * @throws io.zhixun.indexer.snapshot.SnapshotException when the disk does not let it, or another
   *     build runs
   * @throws java.util.concurrent.CancellationException when {@code progress} asks for it
   */
  Snapshot make(Progress progress);

  /** Makes a new snapshot the served one, and removes the oldest. */
  void publish(Snapshot snapshot);

  /** All snapshots, newest first. */
  List<Listed> list();

  /**
   * Makes a kept snapshot the served one, after a check of all its bytes.
   *
   * @throws io.zhixun.indexer.snapshot.SnapshotException NO_SNAPSHOT, WRONG_FORMAT or DAMAGED
   */
  Snapshot activate(String id);

  /**
   * How answers would change if a snapshot were served instead of the present one, with the same
   * record.
   *
   * @param queries what is searched in both; empty takes the most frequent queries of the record
   *     and those that editors have chosen
   * @throws io.zhixun.indexer.snapshot.SnapshotException NO_SNAPSHOT, WRONG_FORMAT or DAMAGED
   */
  RankingDiff compare(String id, List<String> queries);
}
