package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserId;
import io.zhixun.search.pipeline.Requests;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RankRouteTest extends SharedRouteTest {
  @Test
  void knownItemsComeFirstAndUnknownOnesInTheCallersOrder() {
    Answer answer = client.post("/v1/rank", "{\"items\":[\"y\",\"c-2\",\"x\",\"c-1\"]}");

    assertEquals(200, answer.status());
    assertEquals(
        List.of("c-2", "c-1", "y", "x"), answer.json().path("items").findValuesAsText("id"));
    assertTrue(answer.json().at("/items/0/known").asBoolean());
    assertEquals("2.5", answer.text("/items/0/score"));
    assertFalse(answer.json().at("/items/0").has("parts"));
    assertEquals("{\"id\":\"y\",\"known\":false}", answer.json().at("/items/2").toString());
  }

  @Test
  void theWholeRequestArrives() {
    Answer answer =
        client.post(
            "/v1/rank",
            """
            {"user":"u7","query":"机器学习","items":["c-1","x"],
             "context":{"device":"phone","scene":"home","hour":21},
             "weight":0.6,"explain":true,"policy":true}\
            """);

    assertEquals("bm25", answer.text("/items/0/parts/0/feature"));
    assertEquals(
        new Requests.Rank(
            List.of("c-1", "x"),
            Optional.of("机器学习"),
            true,
            new Requests.Audience(
                Optional.of(new UserId("u7")),
                OptionalDouble.of(0.6),
                new Event.Context(Optional.of("phone"), Optional.of("home"), OptionalInt.of(21)),
                true)),
        server.discovery.lastRank);
  }

  @Test
  void aThousandItemsAreAccepted() {
    assertEquals(200, client.post("/v1/rank", "{\"items\":" + ids(1_000) + "}").status());
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void refusesWhatCannotBeMeant(String body, String problem) {
    assertEquals(problem, client.post("/v1/rank", body).problem());
  }

  static Stream<Arguments> badBodies() {
    return Stream.of(
        Arguments.of("{\"items\":[]}", "400 BLANK /items"),
        Arguments.of("{\"items\":" + ids(1_001) + "}", "400 TOO_LONG /items"),
        Arguments.of("{\"items\":[\"a\",\"b\",\"a\"]}", "400 DUPLICATE /items"),
        Arguments.of("{\"items\":[\"a\",null]}", "400 WRONG_TYPE /items/1"),
        Arguments.of("{\"items\":null}", "400 WRONG_TYPE /items"),
        Arguments.of("{\"items\":[\"a\",7]}", "400 WRONG_TYPE /items/1"),
        Arguments.of("{\"items\":[\"" + "a".repeat(10_240) + "\"]}", "400 BAD_ID /items/0"),
        Arguments.of("{\"items\":[\"\"]}", "400 BAD_ID /items/0"),
        Arguments.of("{\"items\":\"a\"}", "400 WRONG_TYPE /items"),
        Arguments.of("{}", "400 MISSING /items"),
        Arguments.of("{\"items\":[\"a\"],\"weight\":1.5}", "400 OUT_OF_RANGE /weight"),
        Arguments.of("{\"items\":[\"a\"],\"weight\":\"0.5\"}", "400 WRONG_TYPE /weight"),
        Arguments.of("{\"items\":[\"a\"],\"weight\":1e999}", "400 OUT_OF_RANGE /weight"),
        Arguments.of("{\"items\":[\"a\"],\"colour\":1}", "400 UNKNOWN_FIELD /colour"),
        Arguments.of(
            "{\"items\":[\"a\"],\"context\":{\"hour\":24}}", "400 OUT_OF_RANGE /context/hour"),
        Arguments.of(
            "{\"items\":[\"a\"],\"context\":{\"our\":2}}", "400 UNKNOWN_FIELD /context/our"),
        Arguments.of("{\"items\":[\"a\"],\"context\":[]}", "400 WRONG_TYPE /context"),
        Arguments.of("{\"items\":[\"a\"],\"explain\":1}", "400 WRONG_TYPE /explain"),
        Arguments.of(
            "{\"items\":[\"a\"],\"query\":\"" + "x".repeat(201) + "\"}", "400 TOO_LONG /query"),
        Arguments.of("{\"items\":[\"a\"],\"user\":\"a b\"}", "400 BAD_ID /user"),
        Arguments.of("{\"items\":[\"a\"],\"items\":[\"b\"]}", "400 NOT_JSON"),
        Arguments.of("{\"items\":[\"a\"]} {}", "400 NOT_JSON"),
        Arguments.of("{\"items\":[\"a\"", "400 NOT_JSON"),
        Arguments.of("", "400 NOT_JSON"),
        Arguments.of("[]", "400 WRONG_TYPE"),
        Arguments.of("\"a\"", "400 WRONG_TYPE"),
        Arguments.of("null", "400 WRONG_TYPE"),
        Arguments.of("[".repeat(5_000), "400 NOT_JSON"));
  }

  private static String ids(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"x" + i + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
