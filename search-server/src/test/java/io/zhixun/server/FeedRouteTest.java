package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zhixun.corpus.ItemId;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Scenario;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRouteTest extends SharedRouteTest {
  @Test
  void answersInTheShapeOfTheContract() {
    Answer answer = client.get("/v1/recommendations?user=u7&scenario=home&size=1");

    assertEquals(200, answer.status());
    assertEquals("for-you", answer.text("/sections/0/id"));
    assertEquals("为你推荐", answer.text("/sections/0/title"));
    assertEquals("c-1", answer.text("/sections/0/items/0/item/id"));
    assertEquals("good", answer.text("/sections/0/nextCursor"));
    assertEquals(1, answer.json().at("/sections/0/items").size());
    assertEquals("true", answer.text("/personalised"));
    assertEquals("lexical", answer.text("/sections/0/items/0/sources/0"));
    assertFalse(answer.json().at("/sections/0/items/0").has("parts"));
  }

  @Test
  void theDefaultIsTwentyFourItemsForTheHomePage() {
    client.get("/v1/recommendations");

    assertEquals(Scenario.HOME, server.discovery.lastFeed.scenario());
    assertEquals(new Requests.Page(24, Optional.empty()), server.discovery.lastFeed.page());
  }

  @ParameterizedTest
  @CsvSource({
    "scenario=home, HOME",
    "scenario=item&item=c-1, ITEM",
    "scenario=search-empty&q=x, SEARCH_EMPTY",
    "scenario=after-completion&item=c-1, AFTER_COMPLETION",
    "scenario=continue, CONTINUE",
    "scenario=email, EMAIL"
  })
  void eachScenarioArrives(String query, Scenario scenario) {
    assertEquals(200, client.get("/v1/recommendations?" + query).status());

    assertEquals(scenario, server.discovery.lastFeed.scenario());
  }

  @Test
  void theItemArrives() {
    client.get("/v1/recommendations?scenario=item&item=C_course-v1:X%2B1%2B2");

    assertEquals(Optional.of(new ItemId("C_course-v1:X+1+2")), server.discovery.lastFeed.item());
  }

  @ParameterizedTest
  @CsvSource({
    "scenario=item, 400 MISSING /item",
    "scenario=after-completion, 400 MISSING /item",
    "scenario=search-empty, 400 MISSING /q",
    "scenario=home&item=c-1, 400 INCONSISTENT /item",
    "q=x, 400 INCONSISTENT /q",
    "scenario=search_empty&q=x, 400 NOT_ALLOWED /scenario",
    "scenario=HOME, 400 NOT_ALLOWED /scenario",
    "size=200, 400 OUT_OF_RANGE /size",
    "sort=newest, 400 UNKNOWN_PARAMETER /sort"
  })
  void refusesWhatCannotBeMeant(String query, String problem) {
    assertEquals(problem, client.get("/v1/recommendations?" + query).problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/items/c-1/similar", "/v1/items/c-1/next", "/v1/trending"})
  void plainListsHaveItemsScoresAndReasons(String path) {
    Answer answer = client.get(path + "?user=u7&size=1&weight=1");

    assertEquals(200, answer.status());
    assertEquals(1, answer.json().path("items").size());
    assertEquals("c-1", answer.text("/items/0/item/id"));
    assertEquals("2.5", answer.text("/items/0/score"));
    assertEquals("COMPLETED_PREREQUISITE", answer.text("/items/0/reasons/0/code"));
    assertEquals(1.0, server.discovery.lastAudience.weight().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/items/nobody/similar", "/v1/items/nobody/next", "/v1/items/nobody"})
  void anUnknownItemIsNotFound(String path) {
    assertEquals("404 NOT_FOUND", client.get(path).problem());
  }
}
