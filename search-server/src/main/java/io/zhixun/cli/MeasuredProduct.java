package io.zhixun.cli;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.dataset.Dataset;
import io.zhixun.indexer.snapshot.Manifest;
import io.zhixun.indexer.snapshot.Snapshot;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
  private final Built built;
  private final Optional<Encoding> encoding;
  private final double openSeconds;

  /** What was built, and how long it took. */
  private record Built(Manifest manifest, double seconds) {}

  private MeasuredProduct(
      Path folder, Product.Base base, Optional<Encoding> encoding, Built built) {
    this.folder = folder;
    this.store = base.store();
    this.built = built;
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
    Path folder = newFolder();
    Optional<Store> store = Optional.empty();
    try {
      DataFolder data = new DataFolder(folder);
      store = Optional.of(Product.openStore(data, settings));
      for (int from = 0; from < changes.size(); from += BATCH) {
        store.get().submit(changes.subList(from, Math.min(changes.size(), from + BATCH))).join();
      }
      Product.Base base = new Product.Base(store.get(), data, settings, dictionaries, List.of());
      long start = System.nanoTime();
      Snapshot made = new SnapshotMaker(base, InstantSource.fixed(now)).makeAndPublish();
      double seconds = (System.nanoTime() - start) / 1e9;
      return new MeasuredProduct(
          folder,
          base,
          vectors.map(file -> Encoding.start(settings.text(), file)),
          new Built(made.manifest(), seconds));
    } catch (RuntimeException e) {
      store.ifPresent(Store::close);
      delete(folder);
      throw e;
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("zhixun-evaluate");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The items of a catalogue, whichever form it has; wrong lines are left out. */
  static List<Item> catalogue(Path file) {
    List<Item> items = new ArrayList<>();
    Dataset.catalogue(file).read(items::add, _ -> {}, _ -> {}, _ -> {});
    return items;
  }

  /** What puts items on a record; the list may be added to. */
  static List<Change> changes(List<Item> items) {
    List<Change> changes = new ArrayList<>();
    items.forEach(item -> changes.add(new Change.PutItem(item, OptionalLong.empty())));
    return changes;
  }

  Discovery discovery() {
    return discovery;
  }

  /** What the snapshot says of itself. */
  Manifest manifest() {
    return built.manifest();
  }

  /** How long making the snapshot took. */
  double buildSeconds() {
    return built.seconds();
  }

  /** Why texts have no vectors, although they were to have them. */
  Optional<String> encoderProblem() {
    return encoding.flatMap(encoder -> encoder.problem(Duration.ofMinutes(1)));
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
    delete(folder);
  }

  private static void delete(Path folder) {
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
