package io.zhixun.cli;

import io.zhixun.config.Dictionaries;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.search.analytics.Analytics;
import io.zhixun.search.analytics.Served;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.DiscoveryPipeline;
import io.zhixun.search.semantic.Encoding;
import io.zhixun.search.serving.Generations;
import io.zhixun.search.serving.Learners;
import io.zhixun.search.serving.LiveState;
import io.zhixun.search.serving.Seekers;
import io.zhixun.server.ServerSettings;
import io.zhixun.server.Services;
import io.zhixun.server.ZhixunServer;
import io.zhixun.server.console.Console;
import io.zhixun.server.console.ConsoleSettings;
import io.zhixun.server.console.ConsoleSources;
import io.zhixun.server.editing.Trials;
import io.zhixun.server.job.Jobs;
import io.zhixun.server.page.Learners.Portrait;
import io.zhixun.server.page.PageSettings;
import io.zhixun.server.page.PageSources;
import io.zhixun.server.page.Pages;
import io.zhixun.server.page.SampleLearner;
import io.zhixun.store.Store;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import io.zhixun.store.postgres.PostgresStore;
import io.zhixun.store.sqlite.SqliteStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/** A running product: the record, what answers are made from, and the server before it. */
public final class Product implements AutoCloseable {
  /** Enough to read vectors that were made before; what is new is encoded while it serves. */
  private static final Duration TEXTS_READ = Duration.ofSeconds(3);

  private final Store store;
  private final LiveState live;
  private final ZhixunServer server;
  private final String address;
  private final Helpers helpers;

  /** What works beside the server. */
  private record Helpers(Encoding encoding, Console console, Upkeep upkeep) {}

  /** What everything else is put on. */
  record Base(
      Store store,
      DataFolder folder,
      Settings settings,
      Dictionaries dictionaries,
      List<String> blockedSuggestions) {
    /** Without words that are never suggested. */
    Base(Store store, DataFolder folder, Settings settings, Dictionaries dictionaries) {
      this(store, folder, settings, dictionaries, List.of());
    }

    /** What editors have added to a list. */
    List<Term> lines(Term.Kind list) {
      return store.terms(list).stream().map(StoredTerm::term).toList();
    }

    /** The dictionaries with the domain words that editors have added, for the next build. */
    Dictionaries dictionariesWithWords() {
      Stream<String> added = lines(Term.Kind.WORD).stream().map(Term::text);
      List<String> words =
          Stream.concat(dictionaries.domainWords().stream(), added).distinct().toList();
      return new Dictionaries(
          words, dictionaries.synonyms(), dictionaries.stopWords(), dictionaries.questionWords());
    }

    SnapshotStore snapshots() {
      return new SnapshotStore(folder.root());
    }

    /**
     * The last change in the oldest snapshot that is kept; 0 when there is none. What it has yet to
     * be brought up to date with must stay in the record.
     */
    long oldestKept() {
      return snapshots().list().stream()
          .flatMap(listed -> listed.snapshot().stream())
          .mapToLong(Snapshot::seq)
          .min()
          .orElse(0);
    }

    /** Tells the record what the snapshots here need of it, so that no other server lets it go. */
    void keepLog() {
      store.keepAfter(oldestKept());
    }

    /** Whether there is a snapshot that can be served as it is. */
    boolean hasGoodSnapshot() {
      SnapshotStore snapshots = snapshots();
      return snapshots.currentId().filter(id -> snapshots.verify(id).isEmpty()).isPresent();
    }
  }

  /**
   * Who is let in.
   *
   * @param learners sample learners that a visitor of the pages may be
   * @param suggestions searches to start from
   * @param editor of a demo, whose password the console shows
   */
  record Audience(
      ServerSettings server,
      List<SampleLearner> learners,
      List<String> suggestions,
      Optional<ConsoleSettings.DemoEditor> editor) {}

  private Product(
      Store store, LiveState live, ZhixunServer server, String address, Helpers helpers) {
    this.store = store;
    this.live = live;
    this.server = server;
    this.address = address;
    this.helpers = helpers;
  }

  static Store openStore(DataFolder folder, Settings settings) {
    return openStore(folder, settings, InstantSource.system());
  }

  static Store openStore(DataFolder folder, Settings settings, InstantSource clock) {
    return settings.store().isSqlite()
        ? SqliteStore.open(folder.root(), settings.store(), clock)
        : PostgresStore.open(folder.root(), settings.store(), clock);
  }

  /** Opens what is published, catches up with the record, and listens. */
  static Product serve(Base base, Audience audience, InstantSource clock) {
    Settings settings = base.settings();
    Upkeep upkeep = Upkeep.start(base);
    Generations generations = new Generations();
    Learners learners = new Learners(base.store(), settings.data().learners());
    Encoding encoding = Encoding.start(settings.text(), base.folder().textVectors());
    SnapshotOpener opener = new SnapshotOpener(base, Optional.of(encoding), TEXTS_READ);
    LiveState live = LiveState.start(base.store(), opener, generations, learners);
    try {
      RequestNames names = new RequestNames(clock, new SecureRandom());
      Function<Generations, DiscoveryPipeline> pipeline =
          over ->
              new DiscoveryPipeline(
                  over,
                  new Seekers(learners, settings.behaviour()),
                  settings.pipeline(),
                  base.folder().secret(),
                  names);
      DiscoveryPipeline discovery = pipeline.apply(generations);
      SnapshotWorkshop workshop = new SnapshotWorkshop(base, clock, discovery, pipeline::apply);
      Served memory = new Served(settings.analytics().served());
      Discovery served = memory.remembering(discovery);
      Jobs jobs = new Jobs(workshop, clock, () -> "job-" + names.get());
      Analytics analytics =
          new Analytics(
              settings.analytics(),
              new Analytics.Sources(base.store(), generations, discovery, memory),
              clock);
      Trials trials = new Trials(generations, discovery, pipeline::apply);
      ConsoleSources desks =
          new ConsoleSources(
              base.store(),
              live,
              discovery,
              generations,
              trials,
              workshop,
              jobs,
              analytics,
              () -> names.get().toLowerCase(Locale.ROOT));
      Console console = console(base, audience, desks, clock);
      Services services =
          new Services(
              served,
              live,
              base.store(),
              discovery::item,
              clock,
              new SecureRandom(),
              user -> Tastes.of(learners.learner(user), settings.behaviour(), discovery::facts),
              analytics::lastDays,
              trials,
              new Services.Reindexing(workshop, jobs),
              pages(base, audience, new Site(served, discovery, live, learners, clock))
                  .andThen(console::register));
      ZhixunServer server = ZhixunServer.start(audience.server(), services);
      String address = "http://" + audience.server().host() + ":" + server.port();
      return new Product(
          base.store(), live, server, address, new Helpers(encoding, console, upkeep));
    } catch (RuntimeException e) {
      upkeep.close();
      live.close();
      encoding.close();
      base.store().close();
      throw e;
    }
  }

  /**
   * What the pages show from.
   *
   * @param served answers that are remembered
   */
  private record Site(
      Discovery served,
      DiscoveryPipeline discovery,
      LiveState live,
      Learners learners,
      InstantSource clock) {}

  private static Consumer<Pages.Registrar> pages(Base base, Audience audience, Site site) {
    PageSettings settings =
        new PageSettings(
            audience.learners(),
            new SecretKeySpec(base.folder().secret(), "HmacSHA256"),
            base.settings().cookies(),
            ZoneId.of("Asia/Shanghai"),
            audience.suggestions());
    PageSources sources =
        new PageSources(
            site.served(),
            new KnownItems(base.store(), site.discovery())::item,
            user -> portrait(site.learners().learner(user), base.settings(), site.discovery()),
            new PageFeedback(site.live()),
            new StoredOwnData(base.store(), site.live()));
    RequestNames names = new RequestNames(site.clock(), new SecureRandom());
    return registrar ->
        new Pages(settings, sources, site.clock(), () -> "page-" + names.get()).register(registrar);
  }

  private static Console console(
      Base base, Audience audience, ConsoleSources sources, InstantSource clock) {
    ConsoleSettings settings =
        new ConsoleSettings(
            new SecretKeySpec(base.folder().secret(), "HmacSHA256"),
            base.settings().cookies(),
            ZoneId.of("Asia/Shanghai"),
            audience.editor());
    ChineseAnalyzer analyzer =
        new ChineseAnalyzer(new Lexicon(Set.copyOf(base.dictionaries().domainWords())));
    return new Console(settings, sources, new Console.World(clock, new SecureRandom(), analyzer));
  }

  private static Optional<Portrait> portrait(
      Learner learner, Settings settings, DiscoveryPipeline discovery) {
    return Optional.of(
        new Portrait(learner, Tastes.of(learner, settings.behaviour(), discovery::facts)));
  }

  /** Where it listens, without a slash at the end. */
  public String address() {
    return address;
  }

  /** Says where it listens, and serves until the process is told to stop. */
  void runUntilStopped(Output output) {
    StopSignal signal = StopSignal.install();
    output.note("zhixun is ready: " + address);
    signal.await();
    close();
    signal.done();
  }

  @Override
  public void close() {
    helpers.console().close();
    server.close();
    helpers.upkeep().close();
    live.close();
    helpers.encoding().close();
    store.close();
  }
}
