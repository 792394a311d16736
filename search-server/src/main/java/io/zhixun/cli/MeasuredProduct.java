package io.zhixun.cli;

import io.zhixun.config.Dictionaries;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.DiscoveryPipeline;
import io.zhixun.search.serving.Generations;
import io.zhixun.search.serving.Learners;
import io.zhixun.search.serving.LiveState;
import io.zhixun.search.serving.Seekers;
import io.zhixun.store.Change;
import io.zhixun.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The product over data of its own, in a folder that goes away with it: the same record, build,
 * index, candidates and blend as a server has, without HTTP.
 */
final class MeasuredProduct implements AutoCloseable {
  private static final int BATCH = 5_000;

  private final Path folder;
  private final Store store;
  private final LiveState live;
  private final Discovery discovery;
  private final double buildSeconds;

  private MeasuredProduct(Path folder, Product.Base base, double buildSeconds) {
    this.folder = folder;
    this.store = base.store();
    this.buildSeconds = buildSeconds;
    Settings settings = base.settings();
    Generations generations = new Generations();
    Learners learners = new Learners(store, settings.data().learners());
    this.live = LiveState.start(store, new SnapshotOpener(base), generations, learners);
    this.discovery =
        new DiscoveryPipeline(
            generations,
            new Seekers(learners, settings.behaviour()),
            settings.pipeline(),
            base.folder().secret(),
            new RequestNames(InstantSource.system(), new SecureRandom()));
  }

  /**
   * Puts changes on an empty record, makes a snapshot of it and opens that.
   *
   * @param now when all of it happens
   */
  static MeasuredProduct of(
      Settings settings, Dictionaries dictionaries, List<Change> changes, Instant now) {
    try {
      Path folder = Files.createTempDirectory("zhixun-evaluate");
      DataFolder data = new DataFolder(folder);
      Store store = Product.openStore(data, settings);
      for (int from = 0; from < changes.size(); from += BATCH) {
        store.submit(changes.subList(from, Math.min(changes.size(), from + BATCH))).join();
      }
      Product.Base base = new Product.Base(store, data, settings, dictionaries);
      long start = System.nanoTime();
      new SnapshotMaker(base, InstantSource.fixed(now)).makeAndPublish();
      return new MeasuredProduct(folder, base, (System.nanoTime() - start) / 1e9);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Discovery discovery() {
    return discovery;
  }

  /** How long making the snapshot took. */
  double buildSeconds() {
    return buildSeconds;
  }

  @Override
  public void close() {
    live.close();
    store.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
