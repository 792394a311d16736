package io.zhixun.cli;

import io.zhixun.config.Dictionaries;
import io.zhixun.config.SettingsFile;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.sample.BehaviourSettings;
import io.zhixun.corpus.sample.SampleCorpus;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.search.pipeline.DiscoveryPipeline;
import io.zhixun.search.serving.Generations;
import io.zhixun.search.serving.Learners;
import io.zhixun.search.serving.LiveState;
import io.zhixun.search.serving.Rehearsal;
import io.zhixun.search.serving.Seekers;
import io.zhixun.store.Change;
import io.zhixun.store.Store;
import io.zhixun.store.UserSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The query side of the product over the bundled sample: real store, index, model and log, without
 * HTTP. The shared one is made once for all tests of a process, since indexing and learning take
 * seconds; whoever changes something undoes it. Benchmarks open their own.
 */
public final class Platform implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static final int PAGE = 1_000;
  private static final BehaviourSettings FEW = new BehaviourSettings(150, 2.2, 200, 7);

  private final Store store;
  private final Product.Base base;
  private final Settings settings = Settings.of(SettingsFile.shipped());
  private final LiveState live;
  private final DiscoveryPipeline discovery;
  private final Generations generations = new Generations();

  private Platform(Path folder, BehaviourSettings behaviour) {
    DataFolder data = new DataFolder(folder);
    this.store = Product.openStore(data, settings);
    if (store.lastSeq() == 0) {
      fill(store, SampleCorpus.load(behaviour, NOW));
    }
    this.base = new Product.Base(store, data, settings, Dictionaries.shipped());
    if (!base.hasGoodSnapshot()) {
      new SnapshotMaker(base, InstantSource.fixed(NOW)).makeAndPublish();
    }
    Learners learners = new Learners(store, settings.data().learners());
    this.live = LiveState.start(store, new SnapshotOpener(base), generations, learners);
    this.discovery = pipeline(generations, learners);
  }

  /**
   * With the shipped settings, over a data folder of its own.
   *
   * @param folder kept afterwards; what it holds already is used as it is
   * @param behaviour what an empty folder is filled with
   */
  public static Platform open(Path folder, BehaviourSettings behaviour) {
    return new Platform(folder, behaviour);
  }

  private DiscoveryPipeline pipeline(Generations over, Learners learners) {
    AtomicLong requests = new AtomicLong();
    return new DiscoveryPipeline(
        over,
        new Seekers(learners, settings.behaviour()),
        settings.pipeline(),
        base.folder().secret(),
        () -> "r" + requests.incrementAndGet());
  }

  /**
   * Asks a pipeline that is made of nothing but the record: the snapshot opened anew and brought up
   * to date in one go, learners folded anew.
   */
  public <T> T replayed(Function<DiscoveryPipeline, T> question) {
    Snapshot snapshot = base.snapshots().current();
    try (Rehearsal rehearsal = Rehearsal.of(new SnapshotOpener(base).generation(snapshot), store)) {
      return question.apply(pipeline(rehearsal.generations(), new Learners(store, 1_000)));
    }
  }

  private static void fill(Store store, Corpus sample) {
    List<Change> changes = new ArrayList<>();
    sample.items().forEach(item -> changes.add(new Change.PutItem(item, OptionalLong.empty())));
    sample.profiles().forEach(profile -> changes.add(new Change.PutProfile(profile)));
    sample.events().forEach(event -> changes.add(new Change.AppendEvent(event)));
    store.submit(changes).join();
  }

  private static final class Holder {
    static final Platform SHARED = make();

    private static Platform make() {
      try {
        Path folder = Files.createTempDirectory("zhixun-platform");
        Platform platform = new Platform(folder, FEW);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.dispose(folder)));
        return platform;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    live.close();
    store.close();
  }

  private void dispose(Path folder) {
    close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Platform shared() {
    return Holder.SHARED;
  }

  public DiscoveryPipeline discovery() {
    return discovery;
  }

  public Generations generations() {
    return generations;
  }

  /** Answers from other generations just as the served ones are answered from. */
  public DiscoveryPipeline over(Generations other) {
    return pipeline(other, new Learners(store, 1_000));
  }

  /** Answers as the served pipeline does, and remembers one learner at most. */
  public DiscoveryPipeline forgetful() {
    return pipeline(generations, new Learners(store, 1));
  }

  /** Makes changes durable and visible. */
  public void accept(Change... changes) {
    live.accept(List.of(changes));
  }

  /** Every learner. */
  public List<UserId> users() {
    List<UserId> all = new ArrayList<>();
    List<UserSummary> page = store.users(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.forEach(summary -> all.add(summary.id()));
      page = store.users(Optional.of(all.getLast()), PAGE);
    }
    return all;
  }

  public Store store() {
    return store;
  }

  /** The items a learner began or took. */
  public List<ItemId> touched(UserId user) {
    return store.eventsOf(user).stream().flatMap(event -> event.items().stream()).toList();
  }
}
