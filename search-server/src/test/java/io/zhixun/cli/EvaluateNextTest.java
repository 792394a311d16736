package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateNextTest {
  private static final double SECOND_PLACE = 1 / (Math.log(3) / Math.log(2));

  @TempDir private Path folder;

  private String file(String name, String lines) throws IOException {
    return Files.writeString(folder.resolve(name), lines).toString();
  }

  private static Ran next(String k, String sequences) {
    return Ran.of("evaluate", "next", "--sequences", sequences, "--k", k);
  }

  /**
   * All but the last two train: item 3 four times, 1, 2 and 4 twice each. The last is asked, and
   * what came before it is left out: it is the most popular of the rest for the first four, and the
   * second, after 1, for the last.
   */
  private String five() throws IOException {
    return file("five", "0 4 1 2 3\n1 3 4 5 1\n2 3 2 1 4\n3 3 1 2 4\n4 3 2 5 4\n");
  }

  @Test
  void theNumbersOfPopularityAreThoseWorkedOutByHand() throws IOException {
    JsonNode wide = next("10", five()).json();
    JsonNode narrow = next("1", five()).json();

    assertEquals(5, wide.at("/data/asked").asInt());
    assertEquals(10, wide.at("/data/train").asInt());
    assertTrue(wide.at("/data/masked").asBoolean());
    JsonNode popular = wide.at("/baselines/popular");
    assertEquals(1, popular.path("hit@10").asDouble(), 1e-9);
    assertEquals((4 + SECOND_PLACE) / 5, popular.path("ndcg@10").asDouble(), 1e-9);
    assertEquals(4.5 / 5, popular.path("mrr").asDouble(), 1e-9);
    assertEquals(0.8, narrow.at("/baselines/popular/hit@1").asDouble(), 1e-9);
    assertEquals(0.8, narrow.at("/baselines/popular/ndcg@1").asDouble(), 1e-9);
  }

  @Test
  void whatTrainsRepeatedlyIsNotMasked() throws IOException {
    String repeated = file("repeated", "0 1 1 2 1\n1 1 2 1 1\n2 2 1 1 1\n");

    JsonNode json = next("10", repeated).json();

    assertFalse(json.at("/data/masked").asBoolean());
    assertEquals(1, json.at("/baselines/popular/mrr").asDouble(), 1e-9);
  }

  @Test
  void theLinesOfAUserInTwoFilesAreOneSequence() throws IOException {
    String train = file("train", "0 4 1\n1 3 4\n2 3 2\n3 3 1\n4 3 2\n");
    String test = file("test", "0 2 3\n1 5 1\n2 1 4\n3 2 4\n4 5 4\n");

    JsonNode joined = Ran.of("evaluate", "next", "--train", train, "--test", test).json();

    assertEquals(next("10", five()).json().path("baselines"), joined.path("baselines"));
    assertEquals(next("10", five()).json().path("metrics"), joined.path("metrics"));
  }

  @Test
  void anOrderThatAllFollowIsLearned() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int user = 0; user < 120; user++) {
      lines.append(user);
      for (int step = 0; step < 6; step++) {
        lines.append(' ').append((user + step) % 30);
      }
      lines.append('\n');
    }

    JsonNode json = next("3", file("circle", lines.toString())).json();

    assertTrue(json.at("/metrics/hit@3").asDouble() > 0.9, json.path("metrics").toString());
    assertTrue(
        json.at("/metrics/mrr").asDouble() > 2 * json.at("/baselines/popular/mrr").asDouble());
  }

  @Test
  void absurdInputIsSaidOrAnswered() throws IOException {
    assertTrue(next("10", file("empty", "")).refuses("empty"));
    assertTrue(next("10", file("words", "0 one two\n")).refuses("words"));
    assertTrue(next("10", file("huge", "0 1 99999999999\n")).refuses("huge"));
    assertTrue(next("0", five()).refuses("--k must be 1..1000, got 0"));
    JsonNode one = next("10", file("one", "7 5\n")).json();
    assertEquals(0, one.at("/data/asked").asInt());
    assertEquals(0, one.at("/metrics/hit@10").asDouble());
    JsonNode lonely = next("10", file("lonely", "7 5 6 7 8\n")).json();
    assertEquals(1, lonely.at("/data/asked").asInt());
  }
}
