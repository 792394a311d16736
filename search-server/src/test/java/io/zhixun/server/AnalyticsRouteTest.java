package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code /v1/analytics} over a report of which every number is known. */
class AnalyticsRouteTest {
  private static TestServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = TestServer.open();
    client = server.client();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theWholeReportHasItsParts() {
    JsonNode report = client.get("/v1/analytics").json();

    assertEquals("2026-11-24T10:00:00Z", report.path("to").asText());
    assertEquals(2, report.at("/totals/searches").asInt());
    assertEquals(1, report.at("/totals/clicked").asInt());
    for (String part : List.of("queries", "clicks", "exposure")) {
      JsonNode alone = client.get("/v1/analytics/" + part + "?days=90").json();
      report
          .path(part)
          .properties()
          .forEach(
              field -> assertEquals(field.getValue(), alone.path(field.getKey()), field.getKey()));
    }
  }

  @Test
  void queriesSayWhoAskedAndWhatBecameOfIt() {
    JsonNode queries = client.get("/v1/analytics/queries?days=7").json();

    JsonNode first = queries.at("/frequent/0");
    assertEquals("机器学习", first.path("query").asText());
    assertEquals(1, first.path("people").asInt());
    assertEquals(1, first.path("clicked").asInt());
    JsonNode empty = queries.at("/empty/0");
    assertEquals("火星移民", empty.path("query").asText());
    assertEquals(0, empty.path("people").asInt());
    assertEquals(1, empty.path("byGuests").asInt());
    assertEquals(0, empty.path("found").asInt());
  }

  @Test
  void clicksAndExposureAreCountedByKind() {
    JsonNode second = client.get("/v1/analytics/clicks").json().at("/search/1");
    assertEquals("{\"kind\":\"2\",\"shown\":1,\"clicked\":1}", second.toString());

    JsonNode author = client.get("/v1/analytics/exposure").json().at("/authors/0");
    assertEquals("{\"kind\":\"周行\",\"items\":2,\"shown\":2,\"clicked\":1}", author.toString());
  }

  @Test
  void aPeriodThatIsNotCountedIsRefused() {
    for (String days : List.of("8", "0", "-7", "seven", "")) {
      assertEquals(
          "400 NOT_ALLOWED /days", client.get("/v1/analytics?days=" + days).problem(), days);
    }
    assertEquals(
        "400 UNKNOWN_PARAMETER /size", client.get("/v1/analytics/queries?size=3").problem());
  }
}
