package io.zhixun.server;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.search.analytics.Report;
import io.zhixun.search.analytics.Told;
import io.zhixun.search.serving.Generations;
import io.zhixun.server.access.Access;
import io.zhixun.server.api.Records;
import io.zhixun.server.editing.Trials;
import io.zhixun.server.http.Gate;
import io.zhixun.server.http.Metrics;
import io.zhixun.server.job.Jobs;
import io.zhixun.store.Change;
import io.zhixun.store.Key;
import io.zhixun.store.Role;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.StoredItem;
import io.zhixun.store.sqlite.SqliteStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real server on a free port, in front of a real store in a folder of its own and a small
 * stand-in for the search engine.
 */
final class TestServer implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  /** What the server takes for the time; tests may move it. */
  volatile Instant now = NOW;

  private static final Path TEMPLATE = template();

  private final Path folder;
  private final ZhixunServer server;
  final Store store;
  final RecordLive live;
  private final Records records;
  private final Services services;
  final FakeDiscovery discovery;
  private final AtomicInteger jobNumbers = new AtomicInteger();
  final FakeWorkshop workshop = new FakeWorkshop();

  private TestServer(ServerSettings settings) {
    this.folder = emptyStore();
    this.store = SqliteStore.open(folder, StoreSettings.DEFAULTS, InstantSource.fixed(NOW));
    this.live = new RecordLive(store);
    this.records = new Records(store);
    this.discovery = new FakeDiscovery(() -> store.corpus().items());
    this.services =
        new Services(
            discovery,
            live,
            store,
            id -> store.item(id).map(StoredItem::item),
            () -> now,
            new Random(7),
            this::tastes,
            _ -> happened(),
            new Trials(new Generations(), discovery, _ -> discovery),
            new Services.Reindexing(
                workshop,
                new Jobs(workshop, () -> now, () -> "job-" + jobNumbers.incrementAndGet())),
            Services.noPages());
    this.server = ZhixunServer.start(settings.withPort(0), services);
  }

  private static Report happened() {
    return new Told(NOW.minusSeconds(60))
        .search("u7", "r1", "机器学习")
        .shown("u7", "search", "r1", "a", "b")
        .click("u7", "r1", "b")
        .search(Told.GUEST, "r2", "火星移民")
        .reported();
  }

  private Tastes tastes(UserId user) {
    return Tastes.of(
        Learner.of(UserProfile.unknown(user))
            .hiding(store.settings(user).hiddenTags())
            .after(store.eventsOf(user)),
        EventWeights.DEFAULTS,
        item -> store.item(item).map(stored -> ItemFacts.of(stored.item(), 0)));
  }

  /** A folder with an empty store, copied, since making the tables takes longer than most tests. */
  private static Path emptyStore() {
    try {
      Path copy = Files.createTempDirectory("zhixun-server");
      try (var files = Files.list(TEMPLATE)) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path template() {
    try {
      Path folder = Files.createTempDirectory("zhixun-template");
      SqliteStore.open(folder, StoreSettings.DEFAULTS, InstantSource.fixed(NOW)).close();
      folder.toFile().deleteOnExit(); // what is registered last goes first
      try (var files = Files.list(folder)) {
        files.forEach(file -> file.toFile().deleteOnExit());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Trusting everybody on the machine. */
  static TestServer open() {
    return new TestServer(ServerSettings.DEFAULTS.withMode(Access.Mode.OPEN_ON_LOOPBACK));
  }

  static TestServer with(ServerSettings settings) {
    return new TestServer(settings);
  }

  /** The same with some courses in it: c-1 and c-2 published, c-draft not. */
  TestServer withCourses() {
    put("{'id':'c-1','format':'COURSE','title':'机器学习入门','outline':['线性回归']}");
    put("{'id':'c-2','format':'COURSE','title':'深入机器学习'}");
    put("{'id':'c-draft','format':'COURSE','title':'机器学习草稿','status':'DRAFT'}");
    return this;
  }

  /** Adds an item whose line is written with single quotes. */
  void put(String line) {
    var item = StrictJson.read(line.replace('\'', '"')).then(ItemCheck::read).valid().orElseThrow();
    live.accept(List.of(new Change.PutItem(item)));
  }

  /** A new key of a role, for all learners. */
  String key(Role role) {
    return key(role, Optional.empty(), Optional.empty());
  }

  String key(Role role, Optional<UserId> learner, Optional<Instant> expires) {
    return store.keys().create(new Key.Grant("test", role, learner, expires)).presented();
  }

  /** An event of u7 as it is kept. */
  Event event(String id) {
    return store.eventsOf(new UserId("u7")).stream()
        .filter(event -> event.id().equals(id))
        .findAny()
        .orElseThrow();
  }

  List<Route> routes() {
    return Routes.of(
        services,
        records,
        new Routes.Watched(new Metrics(), new Gate(1, () -> now, new Random(7), System::nanoTime)));
  }

  Services services() {
    return services;
  }

  Client client() {
    return Client.of(server.port());
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    records.close();
    store.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
