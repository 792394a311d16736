package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.server.http.ProblemCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The routes and the OpenAPI file, held against each other. */
class RoutesTest extends SharedRouteTest {
  private static JsonNode contract;

  @BeforeAll
  static void readContract() {
    contract = client.get("/openapi.json").json();
  }

  @Test
  void everyRouteIsInTheFileWithItsNeedAndTheOtherWayRound() {
    Map<String, String> routes = new TreeMap<>();
    for (Route route : server.routes()) {
      routes.put(route.method() + " " + route.path(), route.need().name());
    }
    Map<String, String> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        operations.put(
            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
            operation.getValue().path("x-need").asText());
      }
    }

    assertEquals(routes, operations);
  }

  @Test
  void everyProblemIsInTheFileAndTheOtherWayRound() {
    TreeSet<String> inFile = new TreeSet<>();
    contract
        .at("/components/schemas/Problem/properties/code/enum")
        .forEach(code -> inFile.add(code.asText()));

    assertEquals(
        new TreeSet<>(Arrays.stream(ProblemCode.values()).map(Enum::name).toList()), inFile);
  }

  @Test
  void everySchemaOfTheFileIsUsed() {
    String text = contract.toString();

    contract
        .at("/components")
        .properties()
        .forEach(
            kind ->
                kind.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        name ->
                            assertTrue(
                                kind.getKey().equals("securitySchemes")
                                    || text.contains(
                                        "\"#/components/" + kind.getKey() + "/" + name + "\""),
                                kind.getKey() + " " + name)));
  }

  @Test
  void theContractCatchesAnswersThatAreNotInIt() {
    Contract checked = Contract.load();
    ObjectNode answer = (ObjectNode) client.get("/v1/search").json();

    assertCaught(checked, answer.deepCopy().put("surprise", 1));
    assertCaught(checked, answer.deepCopy().put("total", "2"));
    assertCaught(checked, (ObjectNode) answer.deepCopy().without("generation"));
    ObjectNode inHit = answer.deepCopy();
    ((ObjectNode) inHit.at("/hits/0/item")).put("format", "BOOK");
    assertCaught(checked, inHit);
    ObjectNode withNull = answer.deepCopy();
    withNull.putNull("didYouMean");
    assertCaught(checked, withNull);
  }

  private static void assertCaught(Contract contract, ObjectNode answer) {
    SimpleResponse response =
        SimpleResponse.Builder.ok()
            .withContentType("application/json")
            .withBody(answer.toString())
            .build();
    assertThrows(
        AssertionError.class,
        () -> contract.checkAnswer("/v1/search", Request.Method.GET, response, "mutated"),
        answer.toString());
  }
}
