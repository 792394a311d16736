package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.UserId;
import io.zhixun.search.pipeline.Requests;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestRouteTest extends SharedRouteTest {
  @Test
  void answersInTheShapeOfTheContract() {
    Answer answer = client.get("/v1/suggest?q=" + Client.encode("机器") + "&user=u7&size=1");

    assertEquals(200, answer.status());
    assertEquals(
        "{\"requestId\":\"01JANSWER\",\"suggestions\":[{\"text\":\"机器学习入门\",\"kind\":\"title\","
            + "\"itemId\":\"c-1\",\"spans\":[[0,2]]}]}",
        answer.body());
    assertEquals("01JANSWER", answer.header("X-Request-Id"));
    assertEquals(
        new Requests.Suggest("机器", Optional.of(new UserId("u7")), 1), server.discovery.lastSuggest);
  }

  @Test
  void nothingTypedIsAskedAsNothingForEight() {
    client.get("/v1/suggest");

    assertEquals(new Requests.Suggest("", Optional.empty(), 8), server.discovery.lastSuggest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=0", "size=101", "sort=newest", "q=a&q=b", "user=%2F"})
  void whatItDoesNotUnderstandIsRefused(String query) {
    assertEquals(400, client.get("/v1/suggest?" + query).status());
  }
}
