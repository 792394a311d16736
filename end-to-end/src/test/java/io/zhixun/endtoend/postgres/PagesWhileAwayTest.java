package io.zhixun.endtoend.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.endtoend.postgres.ServingProcess.Place;
import io.zhixun.server.access.Passwords;
import io.zhixun.store.Role;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.postgres.PostgresStore;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What people see while the database is away: learners go on, editors lose nothing. */
@ExtendWith(NeedsPostgres.class)
class PagesWhileAwayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  @TempDir private Path folder;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private PostgresServer postgres;
  private ServingProcess server;

  @BeforeEach
  void start() throws Exception {
    postgres = PostgresServer.start(folder.resolve("postgres"), OptionalInt.empty());
    Place place = new Place(folder.resolve("data"), postgres.url(), folder.resolve("log"));
    Path lines = folder.resolve("catalogue.jsonl");
    Files.writeString(lines, "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"论茶\"}\n");
    place.run("import", "jsonl", lines.toString());
    String key = place.run("key", "create", "--role", "admin").strip();
    place.run("index", "build");
    try (Store store =
        PostgresStore.open(
            place.data(), StoreSettings.DEFAULTS.withUrl(postgres.url()), InstantSource.system())) {
      store.accounts().create("lin", Role.EDITOR, new Passwords(new Random(7)).hash(PASSWORD));
    }
    server = ServingProcess.start(place, key);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    postgres.close();
    browser.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return browser.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .header("Accept", "text/html")
        .timeout(PATIENCE);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What the forms of a page carry unseen. */
  private static Map<String, String> carried(HttpResponse<String> page) {
    Map<String, String> fields = new LinkedHashMap<>();
    HIDDEN
        .matcher(page.body())
        .results()
        .forEach(field -> fields.put(field.group(1), field.group(2)));
    return fields;
  }

  private void says(String path, int status, String... sentences) throws Exception {
    HttpResponse<String> page = get(path);
    assertEquals(status, page.statusCode(), path);
    for (String sentence : sentences) {
      assertTrue(page.body().contains(sentence), path + " must say " + sentence);
    }
  }

  @Test
  void learnersGoOnAndAnEditorSendsTheSameFormAgainWhenItIsBack() throws Exception {
    Map<String, String> signIn = carried(get("/console/sign-in"));
    signIn.putAll(Map.of("name", "lin", "password", PASSWORD));
    assertEquals(303, post("/console/sign-in", signIn).statusCode());
    Map<String, String> form = carried(get("/console/words"));
    form.putAll(Map.of("list", "synonym", "text", "机器学习, ML"));
    int port = postgres.port();
    postgres.close();

    says("/", 200, "今天想弄懂什么", "href=\"/search\"");
    says("/search?q=" + encode("论茶"), 200, "论茶");
    says("/items/c-1", 200, "论茶");
    says("/me", 200, "访客");
    HttpResponse<String> click = get("/go/c-1?p=1");
    assertEquals(303, click.statusCode());
    assertEquals("/items/c-1", click.headers().firstValue("Location").orElse(""));
    says("/items/nobody-knows", 503, "这一页暂时打不开", "再试一次", "href=\"/search\"");
    for (String path : List.of("items", "words", "rules", "log", "analytics")) {
      says("/console/" + path, 503, "暂时连不上数据库", "href=\"/console/" + path + "\"");
    }
    HttpResponse<String> kept = post("/console/words", form);
    assertEquals(503, kept.statusCode());
    assertTrue(kept.headers().firstValue("Retry-After").isPresent(), "programs are told when");
    assertTrue(kept.body().contains("填过的内容都在"), kept.body());
    assertEquals("机器学习, ML", carried(kept).get("text"));

    postgres = PostgresServer.start(folder.resolve("postgres"), OptionalInt.of(port));
    long start = System.nanoTime();
    HttpResponse<String> again = post("/console/words", carried(kept));
    while (again.statusCode() == 503) {
      assertTrue(System.nanoTime() - start < PATIENCE.toNanos(), again.body());
      Thread.sleep(50);
      again = post("/console/words", carried(again));
    }
    assertEquals(303, again.statusCode(), again.body());
    says("/console/words", 200, "机器学习, ML");
  }
}
