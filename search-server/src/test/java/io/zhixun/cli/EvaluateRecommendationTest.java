package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two camps of twenty learners; each learner has eight of the camp's ten items. */
class EvaluateRecommendationTest {
  private static final int LEARNERS = 40;
  private static final int ITEMS = 10;

  @TempDir private Path folder;
  private String train;
  private String test;

  @BeforeEach
  void writeCamps() throws IOException {
    StringBuilder known = new StringBuilder();
    StringBuilder asked = new StringBuilder();
    for (int user = 0; user < LEARNERS; user++) {
      known.append(user);
      asked.append(user);
      for (int item = 0; item < ITEMS; item++) {
        boolean held = item == user / 2 % ITEMS || item == (user / 2 + 3) % ITEMS;
        (held ? asked : known).append(' ').append(user % 2 * ITEMS + item);
      }
      known.append('\n');
      asked.append('\n');
    }
    train = Files.writeString(folder.resolve("train"), known).toString();
    test = Files.writeString(folder.resolve("test"), asked).toString();
  }

  private Ran evaluate(String... more) {
    String[] all = new String[more.length + 8];
    String[] first = {"evaluate", "recommendation", "--train", train, "--test", test, "--k", "2"};
    System.arraycopy(first, 0, all, 0, 8);
    System.arraycopy(more, 0, all, 8, more.length);
    return Ran.of(all);
  }

  @Test
  void oneModelIsMeasuredByItsName() {
    JsonNode json = evaluate("--model", "walk").json();

    assertEquals(1, json.at("/recipe/terms").size());
    assertTrue(json.at("/recipe/terms/0/part").asText().startsWith("walk("));
    // Two items of the own camp are left, and no walk leads to the other camp.
    assertEquals(1, json.at("/metrics/recall@2").asDouble(), 1e-9);
    assertEquals(1, json.at("/metrics/ndcg@2").asDouble(), 1e-9);
    assertEquals(1, json.at("/baselines/walk/recall@2").asDouble(), 1e-9);
    // All items are equally popular but those asked: the smaller ids come first.
    assertTrue(json.at("/baselines/popular/recall@2").asDouble() < 0.7);
  }

  @Test
  void whoWasLeftOutIsFoldedInAsGoodAsTrained() {
    JsonNode json = evaluate("--model", "walk").json();

    assertEquals(LEARNERS / 10, json.at("/foldIn/learners").asInt());
    assertEquals(1, json.at("/foldIn/trained").asDouble(), 1e-9);
    assertEquals(1, json.at("/foldIn/recall@2").asDouble(), 1e-9);
    assertTrue(evaluate("--model", "walk", "--no-fold-in").json().path("foldIn").isMissingNode());
  }

  @Test
  void anIndexThatComparesOneByOneFindsAllOfTheExactAnswer() {
    JsonNode json = evaluate("--model", "als", "--no-fold-in").json();

    assertTrue(json.at("/recipe/terms/0/part").asText().startsWith("als("));
    assertEquals(1, json.at("/graph/recall@10").asDouble());
    assertEquals(1, json.at("/graph/recall@100").asDouble());
    assertEquals(1, json.at("/graph/filtered").asDouble());
    assertEquals(1, json.at("/models/embedding/recall@2").asDouble(), 1e-9);
  }

  @Test
  void aGraphIsComparedWithTheExactAnswerToo() {
    JsonNode json =
        evaluate("--model", "als", "--no-fold-in", "--set", "recipe.graph.exactBelow=1").json();

    double recall = json.at("/graph/recall@10").asDouble();
    assertTrue(recall > 0.9 && recall <= 1, "got " + recall);
  }

  @Test
  void everyItemAsACandidateGivesTheListsThatTheSourcesGiveWhereTheyMissNothing() {
    JsonNode served = evaluate("--model", "walk", "--no-fold-in").json();

    JsonNode exhaustive =
        evaluate("--model", "walk", "--no-fold-in", "--path", "exhaustive").json();

    assertEquals(served.at("/metrics"), exhaustive.at("/metrics"));
  }

  @Test
  void someLearnersAreDrawnAndOnlyTheyAreAskedFor() throws IOException {
    Path run = folder.resolve("few");

    JsonNode json = evaluate("--model", "walk", "--learners", "7", "--run", run.toString()).json();

    assertEquals(7, json.at("/data/asked").asInt());
    assertEquals(LEARNERS, json.at("/data/users").asInt());
    assertEquals(2 * 7, Files.readAllLines(run).size());
    assertEquals(1, json.at("/metrics/recall@2").asDouble(), 1e-9);
    assertEquals(1, json.at("/foldIn/recall@2").asDouble(), 1e-9);
    assertEquals(LEARNERS, evaluate("--model", "walk").json().at("/data/asked").asInt());
    assertTrue(evaluate("--learners", "0").refuses("--learners must be 1.."));
  }

  @Test
  void anUnknownModelNamesTheKnownOnes() {
    Ran ran = evaluate("--model", "oracle");

    assertTrue(ran.refuses("oracle"), ran.err());
    assertTrue(ran.err().contains("walk(1,1,0)"), ran.err());
  }

  @Test
  void theRunFileHoldsTheListsThatWereMeasured() throws IOException {
    Path run = folder.resolve("run");

    evaluate("--model", "walk", "--no-fold-in", "--run", run.toString());

    var lines = Files.readAllLines(run);
    assertEquals(2 * LEARNERS, lines.size());
    assertTrue(lines.getFirst().startsWith("0 Q0 "), lines.getFirst());
  }

  @Test
  void absurdInputIsSaidOrAnswered() throws IOException {
    assertTrue(evaluate("--k", "0").exit() != 0);
    String one = Files.writeString(folder.resolve("one"), "0 1\n").toString();
    Ran lonely = Ran.of("evaluate", "recommendation", "--train", one, "--test", one);
    assertEquals(0, lonely.exit(), lonely.err());
    assertEquals(0, lonely.json().at("/data/test").asInt());
    String stranger = Files.writeString(folder.resolve("stranger"), "99 1 2\n").toString();
    Ran unknown = Ran.of("evaluate", "recommendation", "--train", train, "--test", stranger);
    assertEquals(0, unknown.exit(), unknown.err());
    String negative = Files.writeString(folder.resolve("negative"), "0 -1\n").toString();
    assertTrue(
        Ran.of("evaluate", "recommendation", "--train", negative, "--test", one)
            .refuses("negative"));
  }
}
