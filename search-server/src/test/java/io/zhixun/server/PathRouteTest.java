package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PathRouteTest extends SharedRouteTest {
  @Test
  void answersInTheShapeOfTheContract() {
    Answer answer = client.get("/v1/paths?goal=c-1&user=u7");

    assertEquals(200, answer.status());
    assertEquals("c-1", answer.text("/goal"));
    assertEquals("c-1", answer.text("/steps/0/item/id"));
    assertEquals("false", answer.text("/steps/0/done"));
    assertEquals("COMPLETED_PREREQUISITE", answer.text("/steps/0/reason/code"));
    assertEquals("c-1", answer.text("/cycles/0/0"));
    assertEquals("u7", server.discovery.lastAudience.user().orElseThrow().value());
  }

  @Test
  void aGoalIsNeededAndMustBeKnown() {
    Answer missing = client.get("/v1/paths?user=u7");
    Answer unknown = client.get("/v1/paths?goal=nothing");
    Answer withMore = client.get("/v1/paths?goal=c-1&size=3");

    assertEquals(400, missing.status());
    assertEquals("/goal", missing.text("/pointer"));
    assertEquals(404, unknown.status());
    assertEquals(400, withMore.status());
  }
}
