package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateRatingTest {
  @TempDir private Path folder;

  private String file(String name, String lines) throws IOException {
    return Files.writeString(folder.resolve(name), lines).toString();
  }

  private static Ran evaluate(String train, String test) {
    return Ran.of("evaluate", "rating", "--train", train, "--test", test, "--dimensions", "8");
  }

  @Test
  void theAnswerHasTheModelAndBothBaselines() throws IOException {
    String train = file("train", "1\t1\t5\t0\n1\t2\t3\t0\n2\t1\t4\t0\n");
    String test = file("test", "2\t2\t2\t0\n9\t9\t4\t0\n");

    JsonNode json = evaluate(train, test).json();

    assertEquals(2, json.at("/data/users").asInt());
    assertEquals(1, json.at("/data/unknown").asInt());
    assertEquals(2, json.at("/baselines/mean/mse").asDouble(), 1e-6); // (4 − 2)² and (4 − 4)²
    for (String place : new String[] {"/metrics", "/baselines/mean", "/baselines/biased"}) {
      double mse = json.at(place + "/mse").asDouble();
      assertTrue(mse > 0 && mse < 16, place);
      assertEquals(Math.sqrt(mse), json.at(place + "/rmse").asDouble(), 1e-9);
    }
  }

  @Test
  void theSameFilesGiveTheSameNumbers() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      lines
          .append(i % 20)
          .append('\t')
          .append(i % 17)
          .append('\t')
          .append(1 + i % 5)
          .append("\t0\n");
    }
    String train = file("train", lines.toString());

    JsonNode once = evaluate(train, train).json();
    JsonNode again = evaluate(train, train).json();

    assertEquals(once.path("metrics"), again.path("metrics"));
    assertEquals(4, once.at("/recipe/validation").size());
  }

  @Test
  void oneRatingIsAnsweredWithoutAChoice() throws IOException {
    String one = file("one", "1\t1\t5\t0\n");

    JsonNode json = evaluate(one, one).json();

    assertTrue(json.at("/recipe/validation").isMissingNode());
    assertEquals(0, json.at("/baselines/mean/mse").asDouble());
  }

  @Test
  void whatIsNoRatingIsNamedWithItsLine() throws IOException {
    String good = file("good", "1\t1\t5\t0\n");

    assertTrue(evaluate(good, file("empty", "")).refuses("empty"));
    assertTrue(evaluate(file("six", "1\t1\t5\t0\n1\t2\t6\t0\n"), good).refuses("line 2"));
    assertTrue(evaluate(file("three", "1\t1\t5\n"), good).refuses("three"));
    assertTrue(evaluate(file("beyond", "9999999999\t1\t5\t0\n"), good).refuses("beyond"));
    assertTrue(evaluate(folder.resolve("missing").toString(), good).refuses("missing"));
    assertTrue(
        Ran.of("evaluate", "rating", "--train", good, "--test", good, "--dimensions", "0")
            .refuses("--dimensions must be 1..1024, got 0"));
  }
}
