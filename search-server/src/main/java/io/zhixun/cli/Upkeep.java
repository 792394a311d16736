package io.zhixun.cli;

import io.zhixun.indexer.snapshot.SnapshotException;
import io.zhixun.search.lexical.LuceneIndex;
import io.zhixun.store.StoreException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server does at its start, and some of it once a day, beside answering. */
final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration PERIOD = Duration.ofDays(1);

  private final Product.Base base;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("zhixun-upkeep").daemon().factory());

  private Upkeep(Product.Base base) {
    this.base = base;
  }

  /** Does it once before it returns, so before a snapshot is opened. */
  static Upkeep start(Product.Base base) {
    Upkeep upkeep = new Upkeep(base);
    LuceneIndex.clean(base.folder().live());
    upkeep.keepLog();
    var _ =
        upkeep.thread.scheduleWithFixedDelay(
            upkeep::keepLog, PERIOD.toHours(), PERIOD.toHours(), TimeUnit.HOURS);
    return upkeep;
  }

  /** Where the record cannot be written nothing is let go from here either. */
  private void keepLog() {
    try {
      base.keepLog();
    } catch (StoreException | SnapshotException e) {
      LOG.warn("the record could not be told what the snapshots here need of it", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
