package io.zhixun.cli;

import io.zhixun.config.Dictionaries;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.DiscoveryPipeline;
import io.zhixun.search.semantic.Encoding;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
  private final Optional<Encoding> encoding;
  private final double openSeconds;

  private MeasuredProduct(
      Path folder, Product.Base base, Optional<Encoding> encoding, double buildSeconds) {
    this.folder = folder;
    this.store = base.store();
    this.buildSeconds = buildSeconds;
    Settings settings = base.settings();
    Generations generations = new Generations();
    Learners learners = new Learners(store, settings.data().learners());
    this.encoding = encoding;
    long start = System.nanoTime();
    SnapshotOpener opener = new SnapshotOpener(base, encoding, Duration.ofDays(1));
    this.live = LiveState.start(store, opener, generations, learners);
    this.openSeconds = (System.nanoTime() - start) / 1e9;
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
   * @param vectors a file that vectors of texts are kept in; without, there is search by words
   *     alone
   * @param now when all of it happens
   */
  static MeasuredProduct of(
      Settings settings,
      Dictionaries dictionaries,
      Optional<Path> vectors,
      List<Change> changes,
      Instant now) {
    try {
      Path folder = Files.createTempDirectory("zhixun-evaluate");
      DataFolder data = new DataFolder(folder);
      Store store = Product.openStore(data, settings);
      for (int from = 0; from < changes.size(); from += BATCH) {
        store.submit(changes.subList(from, Math.min(changes.size(), from + BATCH))).join();
      }
      Product.Base base = new Product.Base(store, data, settings, dictionaries, List.of());
      long start = System.nanoTime();
      new SnapshotMaker(base, InstantSource.fixed(now)).makeAndPublish();
      double seconds = (System.nanoTime() - start) / 1e9;
      return new MeasuredProduct(
          folder, base, vectors.map(file -> Encoding.start(settings.text(), file)), seconds);
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

  /** How long opening took, with all texts encoded. */
  double openSeconds() {
    return openSeconds;
  }

  @Override
  public void close() {
    live.close();
    encoding.ifPresent(Encoding::close);
    store.close();
    try (Stream<Path> below = Files.walk(folder)) {
      List<Path> all = below.sorted(Comparator.reverseOrder()).toList();
      for (Path path : all) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
