package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four courses of one text and a fifth of another, so that relevance alone cannot tell. */
class EvaluateDiscoveryTest {
  private static final String CATALOGUE =
      """
      {"id":"c1","intro":"天文观测入门","teachers":["甲"],"schools":["S"]}
      {"id":"c2","intro":"天文观测入门","teachers":["甲"],"schools":["S"]}
      {"id":"c3","intro":"天文观测入门","teachers":["甲"],"schools":["S"]}
      {"id":"c4","intro":"天文观测入门","teachers":["甲"],"schools":["S"]}
      {"id":"c5","intro":"家庭园艺","teachers":["乙"],"schools":["S"]}
      """;
  private static final String TAKEN =
      "u1\tc1\nu1\tc3\nu1\tc5\nu2\tc4\nu2\tc2\nu2\tc5\nu3\tc1\nu3\tc2\nu4\tc5\nu4\tc4\n";

  @TempDir private Path folder;

  private String file(String name, String lines) throws IOException {
    return Files.writeString(folder.resolve(name), lines).toString();
  }

  private Ran evaluate(String catalogue, String taken, String held, String cold)
      throws IOException {
    return Ran.of(
        "evaluate",
        "discovery",
        "--catalogue",
        file("catalogue.jsonl", catalogue),
        "--interactions",
        file("taken.tsv", taken),
        "--heldout",
        file("held.tsv", held),
        "--cold",
        file("cold.tsv", cold),
        "--set",
        "recipe.threads=1");
  }

  @Test
  void theNumbersOfSearchAreThoseWorkedOutByHand() throws IOException {
    Ran ran = evaluate(CATALOGUE, TAKEN, "u1\tc3\t天文\nu2\tc2\t天文\n", "1\tc1\n1\tc2\n");

    assertEquals(0, ran.exit(), ran.err());
    JsonNode search = ran.json().at("/metrics/search");
    // u1 knows c1: c2, c3, c4 are left. u2 knows c4: c1, c2, c3 are. Ties go by id, twice second.
    assertEquals(3, search.path("candidates").asDouble(), 1e-9);
    assertEquals(0.5, search.at("/plain/mrr").asDouble(), 1e-9);
    // No word is held by five items and a fifth of all: nothing says that popularity counts.
    assertEquals(0, search.at("/popular/weight").asDouble());
    assertEquals(0.5, search.at("/popular/mrr").asDouble(), 1e-9);
    double personalised = search.at("/personalised/mrr").asDouble();
    assertTrue(personalised >= 1.0 / 3 && personalised <= 1, "got " + personalised);
  }

  @Test
  void whatIsHeldOutIsInNoBehaviour() throws IOException {
    Ran ran = evaluate(CATALOGUE, TAKEN, "u1\tc3\t天文\n", "1\tc1\n");

    JsonNode json = ran.json();
    assertEquals(10, json.at("/data/pairs").asInt());
    assertEquals(1, json.at("/data/held").asInt());
    // c3 is taken by nobody else: neither popularity nor a walk can come to it.
    assertEquals(0, json.at("/metrics/home/popular/recall@20").asDouble());
    assertEquals(0, json.at("/metrics/home/walk/recall@20").asDouble());
  }

  @Test
  void whoTookNothingElseIsNoColdQuestion() throws IOException {
    JsonNode json =
        evaluate(CATALOGUE, TAKEN, "u1\tc3\t天文\n", "1\tc1\n1\tc2\n1\tc3\n1\tc4\n1\tc5\n").json();

    assertEquals(0, json.at("/metrics/cold/recall@20").asDouble());
  }

  @Test
  void absurdInputIsNamed() throws IOException {
    String held = "u1\tc3\t天文\n";

    assertTrue(evaluate(CATALOGUE, TAKEN, "", "1\tc1\n").refuses("held.tsv"));
    assertTrue(evaluate(CATALOGUE, TAKEN, "u9\tc3\t天文\n", "1\tc1\n").refuses("u9"));
    assertTrue(evaluate(CATALOGUE, TAKEN, "u1\tc9\t天文\n", "1\tc1\n").refuses("c9"));
    assertTrue(evaluate(CATALOGUE, TAKEN, "u1\tc3\n", "1\tc1\n").refuses("held.tsv"));
    assertTrue(evaluate(CATALOGUE, TAKEN, held, "1\n").refuses("cold.tsv"));
    assertTrue(evaluate("", TAKEN, held, "1\tc1\n").exit() == 1);
    assertTrue(evaluate(CATALOGUE, "u1 c1\n", held, "1\tc1\n").exit() == 1);
  }
}
