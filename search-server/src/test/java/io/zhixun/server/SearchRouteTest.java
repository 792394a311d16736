package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserId;
import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchRouteTest extends SharedRouteTest {
  @Test
  void answersInTheShapeOfTheContract() {
    Answer answer = client.get("/v1/search?q=" + Client.encode("机器学习") + "&user=u7&explain=true");

    assertEquals(200, answer.status());
    assertEquals("application/json", answer.header("Content-Type"));
    assertEquals(
        "{\"id\":\"c-1\",\"format\":\"COURSE\",\"title\":\"机器学习入门\",\"outline\":[\"线性回归\"],"
            + "\"language\":\"zh\",\"access\":\"FREE\",\"status\":\"PUBLISHED\"}",
        answer.json().at("/hits/0/item").toString());
    assertEquals(
        "[{\"text\":\"机器学习入门\",\"spans\":[[0,4]]}]",
        answer.json().at("/hits/0/highlights/title").toString());
    assertEquals("线性回归", answer.text("/hits/0/chapter"));
    assertEquals("COMPLETED_PREREQUISITE", answer.text("/hits/0/reasons/0/code"));
    assertEquals("c-0101", answer.text("/hits/0/reasons/0/itemId"));
    assertEquals("bm25", answer.text("/hits/0/parts/0/feature"));
    assertEquals("[]", answer.json().at("/hits/0/policy").toString());
    assertEquals("2", answer.text("/total"));
    assertEquals("true", answer.text("/personalised"));
    assertEquals("snapshot@7", answer.text("/generation"));
    assertTrue(answer.json().path("tookMs").isIntegralNumber());
    assertFalse(answer.json().has("degraded"));
    assertFalse(answer.json().has("facets"));
    assertFalse(answer.json().has("nextCursor"));
    assertEquals("01JANSWER", answer.header("X-Request-Id"));
  }

  @Test
  void partsAreThereOnlyWhenAskedFor() {
    Answer answer = client.get("/v1/search?q=" + Client.encode("机器"));

    assertFalse(answer.json().at("/hits/0").has("parts"));
    assertTrue(answer.json().at("/hits/0").has("reasons"));
  }

  @Test
  void everyParameterArrivesWhereItBelongs() {
    client.get(
        "/v1/search?q=a+b%2Bc&user=u7&size=5&cursor=good&weight=0.25&mode=lexical&sort=priceAsc"
            + "&facets=format,level&explain=true&device=phone&scene=home&hour=21"
            + "&format=COURSE&format=EBOOK&level=BEGINNER&access=FREE&category="
            + Client.encode("编程")
            + "&tag=C%2B%2B&author=x&language=zh");

    assertEquals(
        new Requests.Audience(
            Optional.of(new UserId("u7")),
            OptionalDouble.of(0.25),
            new Event.Context(Optional.of("phone"), Optional.of("home"), OptionalInt.of(21)),
            true),
        server.discovery.lastSearch.audience());
    assertEquals("a b+c", server.discovery.lastSearch.query());
    assertEquals(new Requests.Page(5, Optional.of("good")), server.discovery.lastSearch.page());
    assertEquals(Requests.Mode.LEXICAL, server.discovery.lastSearch.mode());
    assertEquals(Sort.PRICE_ASC, server.discovery.lastSearch.sort());
    assertEquals(List.of(Facet.FORMAT, Facet.LEVEL), server.discovery.lastSearch.facets());
    assertEquals(
        Map.of(
            Facet.FORMAT, Set.of("COURSE", "EBOOK"),
            Facet.LEVEL, Set.of("BEGINNER"),
            Facet.ACCESS, Set.of("FREE"),
            Facet.CATEGORY, Set.of("编程"),
            Facet.TAG, Set.of("C++"),
            Facet.AUTHOR, Set.of("x"),
            Facet.LANGUAGE, Set.of("zh")),
        server.discovery.lastSearch.filters().wanted());
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    client.get("/v1/search");

    assertEquals("", server.discovery.lastSearch.query());
    assertEquals(new Requests.Page(20, Optional.empty()), server.discovery.lastSearch.page());
    assertEquals(Requests.Mode.HYBRID, server.discovery.lastSearch.mode());
    assertEquals(Sort.RELEVANCE, server.discovery.lastSearch.sort());
    assertTrue(server.discovery.lastSearch.filters().isEmpty());
    assertEquals(Requests.Audience.ANYBODY, server.discovery.lastSearch.audience());
  }

  @ParameterizedTest
  @CsvSource({
    "size=0, 400 OUT_OF_RANGE /size",
    "size=101, 400 OUT_OF_RANGE /size",
    "size=-1, 400 OUT_OF_RANGE /size",
    "size=1.5, 400 WRONG_TYPE /size",
    "size=ten, 400 WRONG_TYPE /size",
    "size=, 400 WRONG_TYPE /size",
    "size, 400 WRONG_TYPE /size",
    "size=99999999999999999999, 400 OUT_OF_RANGE /size",
    "size=1e300, 400 OUT_OF_RANGE /size",
    "size=0x10, 400 WRONG_TYPE /size",
    "size=%EF%BC%95, 400 WRONG_TYPE /size",
    "size=5&size=6, 400 DUPLICATE /size",
    "q=a&q=b, 400 DUPLICATE /q",
    "weight=1.5, 400 OUT_OF_RANGE /weight",
    "weight=-0.1, 400 OUT_OF_RANGE /weight",
    "weight=NaN, 400 WRONG_TYPE /weight",
    "weight=Infinity, 400 WRONG_TYPE /weight",
    "hour=24, 400 OUT_OF_RANGE /hour",
    "mode=fuzzy, 400 NOT_ALLOWED /mode",
    "sort=price, 400 NOT_ALLOWED /sort",
    "explain=yes, 400 WRONG_TYPE /explain",
    "format=BOOK, 400 NOT_ALLOWED /format",
    "format=COURSE&format=course, 400 NOT_ALLOWED /format",
    "facets=format;level, 400 NOT_ALLOWED /facets",
    "'facets=format,colour', 400 NOT_ALLOWED /facets",
    "'facets=format,format', 400 DUPLICATE /facets",
    "tag=, 400 BLANK /tag",
    "user=, 400 BAD_ID /user",
    "user=a%20b, 400 BAD_ID /user",
    "colour=red, 400 UNKNOWN_PARAMETER /colour",
    "Q=a, 400 UNKNOWN_PARAMETER /Q",
    "item=c-1, 400 UNKNOWN_PARAMETER /item",
    "cursor=bad, 400 BAD_CURSOR /cursor",
    "cursor=gone, 410 CURSOR_GONE /cursor",
    "q=%00, 400 BAD_TEXT /q"
  })
  void refusesWhatCannotBeMeant(String query, String problem) {
    assertEquals(problem, client.get("/v1/search?" + query).problem());
  }

  @Test
  void refusalsNameTheRuleAndWhatWasGot() {
    assertEquals(
        "{\"type\":\"https://zhixun.invalid/problems/out-of-range\",\"title\":\"Value out of"
            + " range\",\"status\":400,\"code\":\"OUT_OF_RANGE\",\"detail\":\"size must be 1..100,"
            + " got 0\",\"instance\":\"/v1/search\",\"pointer\":\"/size\"}",
        client.get("/v1/search?size=0").body());
    assertEquals(
        "unknown parameter sise: did you mean size?",
        client.get("/v1/search?sise=3").text("/detail"));
  }

  @Test
  void aQueryHasAtMostTwoHundredCharacters() {
    assertEquals(200, client.get("/v1/search?q=" + Client.encode("机".repeat(200))).status());
    assertEquals(
        "400 TOO_LONG /q", client.get("/v1/search?q=" + Client.encode("机".repeat(201))).problem());
  }

  @Test
  void aFailedSourceIsNamed() {
    server.discovery.degraded = List.of(new Answers.Degradation("semantic", "SOURCE_FAILED"));
    try {
      assertEquals(
          "[{\"source\":\"semantic\",\"code\":\"SOURCE_FAILED\"}]",
          client.get("/v1/search").json().path("degraded").toString());
    } finally {
      server.discovery.degraded = List.of();
    }
  }

  @Test
  void facetsAreAnObjectOfLists() {
    Answer answer = client.get("/v1/search?facets=format,level");

    assertEquals(
        "{\"format\":[{\"value\":\"COURSE\",\"count\":2}],\"level\":[]}",
        answer.json().path("facets").toString());
  }

  @Test
  void aReaderWaitsForItsOwnChangeOrIsTold() {
    long seq = server.live.seq();

    assertFalse(
        client.with("X-Zhixun-Seq", Long.toString(seq)).get("/v1/search").json().has("degraded"));
    assertEquals(
        "changes",
        client
            .with("X-Zhixun-Seq", Long.toString(seq + 1))
            .get("/v1/search")
            .text("/degraded/0/source"));
    assertEquals(
        "400 MALFORMED /X-Zhixun-Seq",
        client.with("X-Zhixun-Seq", "soon").get("/v1/search").problem());
  }
}
