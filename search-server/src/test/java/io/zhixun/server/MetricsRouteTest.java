package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code /metrics}, read as a collector reads it. */
class MetricsRouteTest {
  /** Every line that is no comment: a name with its labels, and a number. */
  private static Map<String, Double> read(Answer answer) {
    assertEquals(200, answer.status());
    assertTrue(answer.header("Content-Type").startsWith("text/plain"), "content type");
    Map<String, Double> values = new TreeMap<>();
    for (String line : answer.body().split("\n", -1)) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        assertTrue(line.matches("[a-z_]+(\\{[^}]*(\\{[^}]*}[^}]*)*})? [-+.0-9E]+"), line);
        int space = line.lastIndexOf(' ');
        values.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
      }
    }
    return values;
  }

  private static double requests(Map<String, Double> values, String route, int status) {
    return values.getOrDefault(
        "zhixun_requests_total{route=\"" + route + "\",status=\"" + status + "\"}", 0.0);
  }

  @Test
  void requestsAreCountedByRouteAndStatusAndTimed() {
    try (TestServer server = TestServer.open().withCourses()) {
      Client client = server.client();
      client.get("/v1/search?q=secret-words&user=somebody");
      client.get("/v1/search?q=secret-words");
      client.get("/v1/search?size=0");
      client.get("/v1/items/nobody");
      client.exchange("GET", "/nowhere", new byte[0]);

      Answer answer = client.get("/metrics");

      Map<String, Double> values = read(answer);
      assertEquals(2, requests(values, "GET /v1/search", 200));
      assertEquals(1, requests(values, "GET /v1/search", 400));
      assertEquals(1, requests(values, "GET /v1/items/{id}", 404));
      assertEquals(1, requests(values, "none", 404));
      String search = "{route=\"GET /v1/search\"";
      assertEquals(3, values.get("zhixun_request_seconds_count" + search + "}"));
      assertEquals(3, values.get("zhixun_request_seconds_bucket" + search + ",le=\"+Inf\"}"));
      assertTrue(values.get("zhixun_request_seconds_sum" + search + "}") > 0);
      assertFalse(answer.body().contains("secret-words"), "queries stay where they are");
      assertFalse(answer.body().contains("somebody"), "so do learners");
    }
  }

  @Test
  void classesOfTimeAddUpFromTheFastestToAll() {
    try (TestServer server = TestServer.open().withCourses()) {
      for (int i = 0; i < 20; i++) {
        server.client().get("/v1/search?q=a");
      }

      List<Double> classes =
          Arrays.stream(server.client().get("/metrics").body().split("\n", -1))
              .filter(
                  line -> line.startsWith("zhixun_request_seconds_bucket{route=\"GET /v1/search"))
              .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
              .toList();

      assertEquals(12, classes.size());
      assertEquals(classes.stream().sorted().toList(), classes);
      assertEquals(20, classes.getLast());
    }
  }

  @Test
  void whatIsServedIsTold() {
    try (TestServer server = TestServer.open().withCourses()) {
      Map<String, Double> values = read(server.client().get("/metrics"));

      assertEquals(1, values.get("zhixun_ready"));
      assertEquals((double) server.store.lastSeq(), values.get("zhixun_seq"));
      assertEquals(0, values.get("zhixun_requests_in_flight"), "whoever watches is not counted");
      assertTrue(values.get("zhixun_heap_used_bytes") > 0);
      assertTrue(values.get("zhixun_uptime_seconds") > 0);
    }
  }
}
