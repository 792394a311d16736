package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Item.Format;
import io.zhixun.search.wording.LearnerCounts;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of the whole house: suggestions while they type, and pages. */
class ProductPagesTest {
  @TempDir private static Path data;
  private static DemoServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = DemoServer.start(data, 150);
    client = server.client();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void suggestionsFollowWhatIsTypedAndWhatIsEdited() {
    for (String typed : List.of("jiqixuexi", "jqxx", Client.encode("机器学"))) {
      JsonNode found = client.get("/v1/suggest?q=" + typed).json().path("suggestions");
      assertTrue(found.toString().contains("机器学习"), typed + ": " + found);
    }
    ObjectNode item = (ObjectNode) client.get("/v1/items/c-1202").json();
    item.remove("version");
    item.put("title", "鸭嘴兽观察札记");

    Answer put = client.put("/v1/items/c-1202", item.toString());

    assertTrue(put.status() < 300, put.body());

    JsonNode first = client.get("/v1/suggest?q=yazuishou").json().path("suggestions").get(0);
    assertEquals("鸭嘴兽观察札记", first.path("text").asText());
    assertEquals("c-1202", first.path("itemId").asText());
    assertEquals("[[0,3]]", first.path("spans").toString());
    assertTrue(
        client.exchange("GET", "/suggest?q=yazuishou", new byte[0]).body().contains("<mark>鸭嘴兽"));
  }

  @Test
  void ownSearchesAreShownToTheLearnerAloneAndNotWhenPersonalisationIsOff() {
    String user = "u-new-asker";
    client.post(
        "/v1/events",
        """
        {"event":"search","id":"asked-1","timestamp":"2026-11-24T09:59:00Z",
         "user":"%s","query":"鲸鱼怎么睡觉"}\
        """
            .formatted(user));

    assertEquals("鲸鱼怎么睡觉", suggested(user).getFirst());
    assertFalse(suggested("u-linxia").contains("鲸鱼怎么睡觉"));
    assertTrue(suggested("u-nobody").size() >= 3, "what is hot");
    client.put("/v1/users/" + user + "/personalisation", "{\"enabled\":false}");
    assertFalse(suggested(user).contains("鲸鱼怎么睡觉"));
  }

  private static List<String> suggested(String user) {
    JsonNode answer = client.get("/v1/suggest?user=" + user).json().path("suggestions");
    return StreamSupport.stream(answer.spliterator(), false)
        .map(suggestion -> suggestion.path("text").asText())
        .toList();
  }

  @Test
  void aNumberOfLearnersIsSaidInOneWayEverywhere() {
    String pages = page("/") + page("/search?q=Python") + page("/search?q=Python&explain=1");
    JsonNode hits = client.get("/v1/search?q=Python&size=20").json().path("hits");
    assertTrue(hits.size() > 10, hits.size() + " hits");
    int popular = 0;
    for (JsonNode hit : hits) {
      JsonNode item = hit.path("item");
      Format format = Format.valueOf(item.path("format").asText());
      String said = LearnerCounts.learners(format, item.path("learnerCount").asLong());
      String itemPage = page("/items/" + item.path("id").asText());
      assertTrue(itemPage.contains("<span>" + said + "</span>"), said);
      pages += itemPage;
      for (JsonNode reason : hit.path("reasons")) {
        if (reason.path("code").asText().equals("POPULAR")) {
          assertEquals("热门：" + said, reason.path("text").asText());
          popular++;
        }
      }
    }

    assertTrue(popular > 3, popular + " reasons name the number");
    assertFalse(Pattern.compile("[0-9] [万亿]|[万亿] 人|[0-9] 人在").matcher(pages).find());
  }

  private static String page(String path) {
    return client.exchange("GET", path, new byte[0]).body();
  }

  @Test
  void pagesAnswerInChinese() {
    for (String page : List.of("/", "/search?q=Python", "/items/c-1201", "/how-ranking-works")) {
      Answer answer = client.exchange("GET", page, new byte[0]);

      assertEquals(200, answer.status(), page);
      assertTrue(answer.body().contains("<html lang=\"zh"), page);
    }
  }
}
