package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.cli.Demo;
import io.zhixun.cli.Product;
import io.zhixun.corpus.sample.BehaviourSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole house over HTTP: the sample catalogue, a few learners, real index, model and store. */
class ProductTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final BehaviourSettings FEW = new BehaviourSettings(150, 2.2, 200, 7);

  @TempDir private static Path data;
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    product = Demo.start(data, 0, FEW, InstantSource.fixed(NOW));
    client = clientOf(product);
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  private static Client clientOf(Product product) {
    return Client.of(Integer.parseInt(product.address().replaceAll(".*:", "")));
  }

  @Test
  void aTopicFindsItemsAboutItFirst() {
    JsonNode answer = search("q=" + Client.encode("机器学习") + "&size=5");

    assertTrue(answer.path("total").asInt() >= 5, answer.toString());
    for (JsonNode hit : answer.path("hits")) {
      assertTrue(hit.path("item").toString().contains("机器学习"), hit.toString());
    }
  }

  @Test
  void caseDoesNotMatter() {
    assertEquals(ids(search("q=Python&size=50")), ids(search("q=python&size=50")));
  }

  @Test
  void spansLieInTheTextAndCoverWhatWasAsked() {
    for (JsonNode hit : search("q=" + Client.encode("机器学习")).path("hits")) {
      for (JsonNode field : hit.path("highlights")) {
        for (JsonNode highlight : field) {
          String text = highlight.path("text").asText();
          for (JsonNode span : highlight.path("spans")) {
            String marked =
                text.substring(span.get(0).asInt(), span.get(1).asInt())
                    .replace('學', '学')
                    .replace('習', '习');
            assertTrue("机器学习".contains(marked) || marked.contains("机器学习"), marked);
          }
        }
      }
    }
  }

  @Test
  void partsAddUpToTheScore() {
    for (String request :
        List.of("/v1/search?q=Python&explain=true&user=u-linxia", "/v1/search?explain=true")) {
      for (JsonNode hit : client.get(request).json().path("hits")) {
        assertSum(hit);
      }
    }
    JsonNode feed =
        client.get("/v1/recommendations?user=u-linxia&scenario=home&size=8&explain=true").json();
    for (JsonNode hit : feed.path("sections").get(0).path("items")) {
      assertSum(hit);
    }
  }

  private static void assertSum(JsonNode hit) {
    double sum = 0;
    for (JsonNode part : hit.path("parts")) {
      sum += part.path("contribution").asDouble();
    }
    double score = hit.path("score").asDouble();
    assertEquals(score, sum, 1e-6 * Math.max(1, Math.abs(score)), hit.toString());
  }

  @Test
  void learnersWithOtherHistoriesGetOtherFeedsAndOrders() {
    assertNotEquals(feedOf("u-linxia"), feedOf("u-zhouyutong"));
    String broad = "q=" + Client.encode("入门") + "&size=100";

    List<String> one = ids(search(broad + "&user=u-linxia"));
    List<String> other = ids(search(broad + "&user=u-zhouyutong"));

    assertNotEquals(one, other);
    assertEquals(new HashSet<>(one), new HashSet<>(other), "the same matches, in another order");
  }

  @Test
  void atWeightZeroEverybodyGetsTheSame() {
    String broad = "q=" + Client.encode("入门") + "&size=50&weight=0";

    JsonNode one = search(broad + "&user=u-linxia");
    JsonNode other = search(broad + "&user=u-zhouyutong");
    JsonNode nobody = search(broad);

    assertFalse(one.path("personalised").asBoolean());
    assertEquals(ids(one), ids(other));
    assertEquals(ids(one), ids(nobody));
    assertEquals(one.path("hits"), nobody.path("hits"));
  }

  @Test
  void pagingToTheEndGivesEveryMatchOnce() {
    for (String query : List.of("q=" + Client.encode("入门"), "sort=newest", "")) {
      List<String> all = new ArrayList<>();
      JsonNode page = search(query + "&size=17");
      int total = page.path("total").asInt();
      all.addAll(ids(page));
      while (page.has("nextCursor")) {
        page = search(query + "&size=17&cursor=" + page.path("nextCursor").asText());
        all.addAll(ids(page));
      }

      assertEquals(total, all.size(), query);
      assertEquals(total, new HashSet<>(all).size(), query);
    }
  }

  @Test
  void facetsCountWhatTheirFilterWouldGive() {
    JsonNode answer = search("q=" + Client.encode("入门") + "&facets=format,level");

    for (JsonNode count : answer.path("facets").path("format")) {
      String filter = "&format=" + count.path("value").asText();
      JsonNode filtered = search("q=" + Client.encode("入门") + filter);
      assertEquals(count.path("count").asInt(), filtered.path("total").asInt(), filter);
    }
    int sum = 0;
    for (JsonNode count : answer.path("facets").path("format")) {
      sum += count.path("count").asInt();
    }
    assertTrue(sum >= answer.path("total").asInt());
  }

  @Test
  void aClickChangesTheNextAnswer() {
    String user = "u-new-clicker";
    String before = feedOf(user).toString();

    for (String item : List.of("c-3301", "c-3302")) {
      client.post(
          "/v1/events",
          """
          {"event":"click","id":"click-%s","timestamp":"2026-11-24T09:59:00Z",
           "user":"%s","item":"%s"}\
          """
              .formatted(item, user, item));
    }

    JsonNode after =
        client.get("/v1/recommendations?user=" + user + "&scenario=home&size=8").json();
    assertTrue(after.path("personalised").asBoolean());
    assertNotEquals(before, feedIds(after).toString());
  }

  @Test
  void aPurchaseLeavesTheFeedAtOnceAndStaysInSearch() {
    String user = "u-new-buyer";
    String wanted = feedOf(user).getFirst();

    client.post(
        "/v1/events",
        """
        {"event":"purchase","id":"bought-1","timestamp":"2026-11-24T09:59:00Z",
         "user":"%s","item":"%s","priceFen":100}\
        """
            .formatted(user, wanted));

    assertFalse(feedOf(user).contains(wanted));
    String title = client.get("/v1/items/" + wanted).json().path("title").asText();
    assertTrue(ids(search("q=" + Client.encode(title) + "&user=" + user)).contains(wanted));
  }

  @Test
  void anEditedTitleIsFoundAtOnceAndAfterRestart() {
    ObjectNode item = (ObjectNode) client.get("/v1/items/c-3301").json();
    item.remove("version");
    item.put("title", "独角兽饲养实务手记");

    assertTrue(client.put("/v1/items/c-3301", item.toString()).status() < 300);

    String query = "q=" + Client.encode("独角兽饲养");
    assertEquals("c-3301", ids(search(query)).getFirst());
    try (Product second = Demo.start(data, 0, FEW, InstantSource.fixed(NOW))) {
      JsonNode again = clientOf(second).get("/v1/search?" + query).json();
      assertEquals("c-3301", ids(again).getFirst());
    }
  }

  @Test
  void rankOrdersGivenItemsAndMarksUnknownOnes() {
    String body =
        """
        {"user":"%s","query":"数据","items":["c-3301","no-such-item","c-1201","another-unknown","c-1202"],
         "explain":true}\
        """;

    JsonNode known = client.post("/v1/rank", body.formatted("u-linxia")).json();
    JsonNode stranger = client.post("/v1/rank", body.formatted("u-nobody")).json();

    for (JsonNode answer : List.of(known, stranger)) {
      assertEquals(5, answer.path("items").size());
      assertEquals("no-such-item", answer.path("items").get(3).path("id").asText());
      assertEquals("another-unknown", answer.path("items").get(4).path("id").asText());
      assertFalse(answer.path("items").get(3).path("known").asBoolean());
      for (int i = 0; i < 3; i++) {
        assertSum(answer.path("items").get(i));
      }
    }
    assertTrue(known.path("personalised").asBoolean());
    assertFalse(stranger.path("personalised").asBoolean());
  }

  @Test
  void switchingPersonalisationOffActsOnTheNextRequest() {
    String user = "u-chenmu";
    String path = "/v1/recommendations?user=" + user + "&scenario=home&size=8";
    assertTrue(client.get(path).json().path("personalised").asBoolean());

    client.put("/v1/users/" + user + "/personalisation", "{\"enabled\":false}");

    assertFalse(client.get(path).json().path("personalised").asBoolean());
  }

  @Test
  void noItemAppearsTwiceInAHomeFeed() {
    JsonNode feed = client.get("/v1/recommendations?user=u-linxia&scenario=home&size=24").json();

    List<String> all = feedIds(feed);

    assertTrue(all.size() <= 24 && all.size() > 12, all.toString());
    Set<String> distinct = new HashSet<>(all);
    assertEquals(all.size(), distinct.size());
  }

  private static JsonNode search(String query) {
    return client.get("/v1/search?" + query).json();
  }

  private static List<String> feedOf(String user) {
    return feedIds(client.get("/v1/recommendations?user=" + user + "&scenario=home&size=8").json());
  }

  private static List<String> feedIds(JsonNode feed) {
    List<String> ids = new ArrayList<>();
    for (JsonNode section : feed.path("sections")) {
      section.path("items").forEach(hit -> ids.add(hit.path("item").path("id").asText()));
    }
    return ids;
  }

  private static List<String> ids(JsonNode answer) {
    return StreamSupport.stream(answer.path("hits").spliterator(), false)
        .map(hit -> hit.path("item").path("id").asText())
        .toList();
  }
}
