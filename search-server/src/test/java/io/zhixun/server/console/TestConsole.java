package io.zhixun.server.console;

import io.javalin.Javalin;
import io.zhixun.cli.Platform;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.search.analytics.Analytics;
import io.zhixun.search.analytics.AnalyticsSettings;
import io.zhixun.search.analytics.Served;
import io.zhixun.server.FakeWorkshop;
import io.zhixun.server.RecordLive;
import io.zhixun.server.editing.Trials;
import io.zhixun.server.http.CookieSettings;
import io.zhixun.server.job.Jobs;
import io.zhixun.server.testing.Loopback;
import io.zhixun.store.Role;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.sqlite.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;

/**
 * A console on a record of its own, in front of the sample's answers: what is changed stands in the
 * record, and answers stay as they are. The editor {@code lin} may sign in.
 */
record TestConsole(Store store, Console console, Javalin server, Desks browser)
    implements AutoCloseable {

  static TestConsole start(Path folder, InstantSource clock) {
    Platform platform = Platform.shared();
    Store store = SqliteStore.open(folder, StoreSettings.DEFAULTS, clock);
    Desks.account(store, "lin", Role.EDITOR);
    FakeWorkshop workshop = new FakeWorkshop();
    AtomicInteger ids = new AtomicInteger();
    ConsoleSources sources =
        new ConsoleSources(
            store,
            new RecordLive(store),
            platform.discovery(),
            platform.generations(),
            new Trials(platform.generations(), platform.discovery(), platform::over),
            workshop,
            new Jobs(workshop, clock, () -> "job-1"),
            new Analytics(
                AnalyticsSettings.DEFAULTS,
                new Analytics.Sources(
                    store, platform.generations(), platform.discovery(), new Served(100)),
                clock),
            () -> "id-" + ids.incrementAndGet());
    ConsoleSettings settings =
        new ConsoleSettings(
            new SecretKeySpec("test".getBytes(StandardCharsets.UTF_8), "HmacSHA256"),
            CookieSettings.DEFAULTS,
            ZoneId.of("Asia/Shanghai"),
            Optional.empty());
    ChineseAnalyzer analyzer = new ChineseAnalyzer(new Lexicon(Set.of()));
    Console console =
        new Console(settings, sources, new Console.World(clock, new Random(7), analyzer));
    Javalin server = Loopback.start(0, routes -> console.register(new Loopback.Router(routes)));
    return new TestConsole(store, console, server, new Desks("http://127.0.0.1:" + server.port()));
  }

  @Override
  public void close() {
    server.stop();
    console.close();
    store.close();
  }
}
