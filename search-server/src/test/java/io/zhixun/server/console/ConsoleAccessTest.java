package io.zhixun.server.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.zhixun.cli.Platform;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.server.FakeWorkshop;
import io.zhixun.server.RecordLive;
import io.zhixun.server.access.Need;
import io.zhixun.server.http.CookieSettings;
import io.zhixun.server.job.Jobs;
import io.zhixun.server.page.Pages;
import io.zhixun.store.Audit;
import io.zhixun.store.Role;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.sqlite.SqliteStore;
import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, and what is refused at every address. */
class ConsoleAccessTest {
  @TempDir private Path folder;
  private volatile Instant now = Platform.NOW;
  private Store store;
  private Console console;
  private Javalin server;
  private Desks browser;

  @BeforeEach
  void start() {
    Platform platform = Platform.shared();
    store = SqliteStore.open(folder, StoreSettings.DEFAULTS, () -> now);
    Desks.account(store, "lin", Role.EDITOR);
    FakeWorkshop workshop = new FakeWorkshop();
    ConsoleSources sources =
        new ConsoleSources(
            store,
            new RecordLive(store),
            platform.discovery(),
            platform.generations(),
            _ -> platform.discovery(),
            workshop,
            new Jobs(workshop, () -> now, () -> "job-1"),
            () -> "id-1");
    ConsoleSettings settings =
        new ConsoleSettings(
            new SecretKeySpec("test".getBytes(StandardCharsets.UTF_8), "HmacSHA256"),
            CookieSettings.DEFAULTS,
            ZoneId.of("Asia/Shanghai"),
            Optional.empty());
    ChineseAnalyzer analyzer = new ChineseAnalyzer(new Lexicon(Set.of()));
    console = new Console(settings, sources, new Console.World(() -> now, new Random(7), analyzer));
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.jetty.host = "127.0.0.1";
                  config.jetty.port = 0;
                  console.register(new Router(config.routes));
                })
            .start();
    browser = new Desks("http://127.0.0.1:" + server.port());
  }

  private record Router(RoutesConfig routes) implements Pages.Registrar {
    @Override
    public void add(HandlerType method, String path, Handler handler) {
      routes.addHttpHandler(method, path, handler);
    }

    @Override
    public void failure(int status, Handler handler) {
      routes.error(status, "text/html", handler);
    }
  }

  @AfterEach
  void stop() {
    server.stop();
    console.close();
    store.close();
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[a-z]+}", "x");
  }

  @Test
  void everyAddressButTheSignInAsksForAnEditor() {
    for (ConsoleRoute route : console.routes()) {
      Need expected = route.path().equals("/console/sign-in") ? Need.PUBLIC : Need.EDITOR;

      assertEquals(expected, route.need(), route.path());
    }
  }

  @Test
  void nobodyIsLetInAnywhereWithoutSigningIn() {
    for (ConsoleRoute route : console.routes()) {
      if (route.need() == Need.PUBLIC) {
        continue;
      }
      if (route.method().equals(HandlerType.GET)) {
        Desks.Seen seen = browser.get(filled(route.path()));
        assertEquals(303, seen.status(), route.path());
        assertTrue(seen.location().contains("/console/sign-in"), route.path());
      } else {
        browser.get("/console/sign-in");
        assertEquals(401, browser.post(filled(route.path()), Map.of()).status(), route.path());
      }
    }
    assertEquals(401, browser.get("/console/reindex/stream").status());
  }

  @Test
  void noFormIsTakenWithoutItsToken() {
    browser.signIn("lin");
    for (ConsoleRoute route : console.routes()) {
      if (route.method().equals(HandlerType.POST)) {
        for (String wrong : List.of("", "x".repeat(43))) {
          Desks.Seen seen = browser.post(filled(route.path()), Map.of("id", "r-1"), wrong);
          assertEquals(403, seen.status(), route.path());
        }
      }
    }
    assertEquals(200, browser.get("/console/items").status());
  }

  @Test
  void theSessionCookieIsForTheConsoleAloneAndClosedOnTheServer() {
    browser.signIn("lin");
    HttpCookie session =
        browser.cookies().stream()
            .filter(cookie -> cookie.getName().equals(Guard.SESSION))
            .findFirst()
            .orElseThrow();
    assertTrue(session.isHttpOnly());
    assertEquals("/console", session.getPath());
    assertTrue(store.accounts().of(session.getValue()).isPresent());

    assertEquals(303, browser.post("/console/sign-out", Map.of()).status());

    assertFalse(store.accounts().of(session.getValue()).isPresent());
    assertEquals(303, browser.get("/console/items").status());
  }

  @Test
  void guessingIsStoppedAfterAFewTimesAndOnlyForAWhile() {
    browser.get("/console/sign-in");
    Map<String, String> wrong = Map.of("name", "lin", "password", "not this one");
    Map<String, String> right = Map.of("name", "lin", "password", Desks.PASSWORD);
    for (int i = 0; i < FailedSignIns.MOST_FOR_NAME; i++) {
      assertEquals(401, browser.post("/console/sign-in", wrong).status());
    }

    assertEquals(429, browser.post("/console/sign-in", right).status());

    now = now.plus(FailedSignIns.WINDOW);
    assertEquals(303, browser.post("/console/sign-in", right).status());
  }

  @Test
  void whatAnEditorChangesStandsInTheAuditUnderTheirName() {
    browser.signIn("lin");
    Desks.Seen made =
        browser.post(
            "/console/items",
            Map.of("id", "c-new", "title", "新课", "format", "COURSE", "access", "FREE"));
    assertEquals(303, made.status(), made.body());

    Audit.Done done = store.audit().before(Long.MAX_VALUE, 1).getFirst();

    assertEquals("account lin", done.who());
    assertEquals(new Audit.What("item", "c-new"), done.what());
    assertTrue(done.before().isEmpty());
    assertTrue(done.after().orElseThrow().contains("新课"));
  }

  @Test
  void aMistakeIsNamedBesideItsFieldAndNothingIsSaved() {
    browser.signIn("lin");

    Desks.Seen seen =
        browser.post(
            "/console/items",
            Map.of("id", "c-bad", "title", "", "format", "COURSE", "priceFen", "很贵"));

    assertEquals(422, seen.status());
    assertTrue(seen.says("id=\"title-problem\""), seen.body());
    assertTrue(seen.says("不是金额"), seen.body());
    assertTrue(store.item(new ItemId("c-bad")).isEmpty());
  }

  @Test
  void aStatusIsOnlyChangedOnWhatWasLookedAt() {
    browser.signIn("lin");
    ItemId id = new ItemId("c-two");
    browser.post(
        "/console/items",
        Map.of("id", "c-two", "title", "新课", "format", "COURSE", "access", "FREE"));
    long seen = store.item(id).orElseThrow().version();
    Map<String, String> review = Map.of("status", "IN_REVIEW", "version", Long.toString(seen));

    browser.post("/console/items/c-two/status", review);
    Desks.Seen late =
        browser.post(
            "/console/items/c-two/status",
            Map.of("status", "PUBLISHED", "version", Long.toString(seen)));

    assertEquals(303, late.status(), late.body());
    assertEquals(Item.Status.IN_REVIEW, store.item(id).orElseThrow().item().status());
    assertTrue(browser.get("/console/items/c-two?done=meanwhile").says("状态没有改动"));
  }
}
