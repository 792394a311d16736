package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people without an account do on the pages, as editors see it and nobody else. */
class GuestCountsTest {
  private static final Pattern CLICK = Pattern.compile("href=\"(/go/[^\"]*)\"");

  @TempDir private static Path data;
  private static DemoServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = DemoServer.start(data, 30);
    client = server.client();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer page(String path) {
    return client.exchange("GET", path, new byte[0]);
  }

  private static String search(String query) {
    return page("/search?q=" + Client.encode(query)).body();
  }

  /** The first way to an item on a page, as a browser follows it. */
  private static String click(String page) {
    Matcher matcher = CLICK.matcher(page);
    assertTrue(matcher.find(), "no hit on the page");
    return matcher.group(1).replace("&amp;", "&");
  }

  private static Optional<JsonNode> counted(String list, String query) {
    JsonNode lines = client.get("/v1/analytics/queries?days=7").json().path(list);
    return StreamSupport.stream(lines.spliterator(), false)
        .filter(line -> line.path("query").asText().equals(query))
        .findFirst();
  }

  /** Everything happens before the first look: a report is kept for a while. */
  @Test
  void searchesAndClicksOfGuestsCountForEditorsAndForNobodyElse() {
    String trending = client.get("/v1/trending?size=20").json().path("items").toString();
    for (int i = 0; i < 12; i++) {
      search("饕餮飞升");
      search("拖延 心理");
    }
    String hits = search("睡不好怎么办");
    page(click(hits));
    page(click(hits));
    client.exchange("HEAD", "/search?q=" + Client.encode("睡不好怎么办"), new byte[0]);

    JsonNode vain = counted("frequent", "饕餮飞升").orElseThrow();
    assertEquals(12, vain.path("searches").asInt());
    assertEquals(12, vain.path("byGuests").asInt());
    assertEquals(0, vain.path("people").asInt(), "nobody can say how many they were");
    assertEquals(12, vain.path("unanswered").asInt());
    assertTrue(counted("empty", "饕餮飞升").isPresent());
    assertTrue(counted("lowClick", "拖延 心理").isPresent());
    JsonNode clicked = counted("frequent", "睡不好怎么办").orElseThrow();
    assertEquals(1, clicked.path("byGuests").asInt(), "a look at the headers is no search");
    assertEquals(1, clicked.path("clicked").asInt());
    JsonNode totals = client.get("/v1/analytics?days=7").json().path("totals");
    assertEquals(0, totals.path("otherClicks").asInt(), "the second click is the first one again");

    for (String typed : List.of("饕餮", "拖延 心")) {
      String suggested = client.get("/v1/suggest?q=" + Client.encode(typed)).body();
      assertFalse(suggested.contains("饕餮飞升") || suggested.contains("拖延 心理"), suggested);
    }
    assertEquals(trending, client.get("/v1/trending?size=20").json().path("items").toString());
    assertTrue(client.get("/v1/users?size=100").json().findValuesAsText("id").size() <= 51);
  }
}
