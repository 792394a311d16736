package io.zhixun.corpus.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.check.Problem.Code;
import io.zhixun.corpus.jsonl.EventJson;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.corpus.testing.RandomValues;
import io.zhixun.corpus.testing.Seeds;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {
  private final long seed = Seeds.next();

  @Test
  void aRequestBodyIsReadInFourLines() {
    FieldReader in = FieldReader.of(node("{\"visitor\":\"v1\",\"size\":7}"));
    in.require("visitor");
    String visitor = in.id("visitor").orElse("");
    OptionalInt size = in.wholeInt("size", 1, 100);

    assertEquals(new Checked.Valid<>("v1/7"), in.finish(() -> visitor + "/" + size.orElse(20)));
  }

  @Test
  void theValueIsNeverMadeWhenAnythingIsWrong() {
    FieldReader in = FieldReader.of(node("{\"vistor\":\"v1\"}"));
    in.require("visitor").id("visitor");

    Checked<String> checked = in.finish(() -> fail("must not be made"));

    assertEquals(
        List.of(
            new Problem("/visitor", Code.MISSING, "visitor is required"),
            new Problem(
                "/vistor", Code.UNKNOWN_FIELD, "unknown field vistor: did you mean visitor?")),
        checked.problems());
  }

  @Test
  void numbersThatOnlyCodeCanMakeAreRefusedToo() {
    JsonNode nan = JsonNodeFactory.instance.objectNode().put("x", Double.NaN).put("y", Double.NaN);
    FieldReader in = FieldReader.of(nan);
    in.number("x", 0, 1);
    in.whole("y", 0, 1);

    assertEquals(
        List.of(Code.OUT_OF_RANGE, Code.WRONG_TYPE),
        in.finish(() -> "").problems().stream().map(Problem::code).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "autors, authors",
    "titel, title",
    "Title, title",
    "price_fen, priceFen",
    "tilte, title",
    "sub-title, subtitle"
  })
  void theNearestKnownNameIsFound(String typed, String meant) {
    List<String> known =
        List.of("title", "subtitle", "authors", "tags", "priceFen", "listPriceFen");

    assertEquals(meant, Nearest.name(typed, known).orElse("none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour", "x", "完全不同"})
  void nothingIsSuggestedWhenNothingIsNear(String typed) {
    assertEquals("none", Nearest.name(typed, List.of("title", "tags", "id")).orElse("none"));
  }

  @Test
  void distanceCountsEditsAndSwapsOfNeighbours() {
    assertEquals(0, Nearest.distance("", ""));
    assertEquals(3, Nearest.distance("", "abc"));
    assertEquals(1, Nearest.distance("ab", "ba"));
    assertEquals(3, Nearest.distance("kitten", "sitting"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\":1}{}",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "nul",
        "// x\n1",
        "\u0000",
        "{\"a\":\"\\x\"}"
      })
  void whatIsNotJsonIsOneProblem(String text) {
    List<Problem> problems = StrictJson.read(text).problems();

    assertEquals(1, problems.size(), text);
    assertEquals(Code.NOT_JSON, problems.getFirst().code());
  }

  @Test
  void absurdDepthAndAbsurdlyLongNumbersAreProblemsAndNotExceptions() {
    for (String text : List.of("[".repeat(100_000), "9".repeat(100_000), "1e" + "9".repeat(900))) {
      Checked<String> checked =
          StrictJson.read(text)
              .then(
                  node -> {
                    FieldReader in = FieldReader.of(node);
                    return in.finish(() -> "read");
                  });

      assertEquals(1, checked.problems().size(), text.substring(0, 3));
    }
  }

  @Test
  void aHundredProblemsAreEnough() {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 50_000; i++) {
      line.put("unknown" + i, i);
    }

    assertEquals(Limits.MAX_PROBLEMS, ItemCheck.read(line).problems().size());
  }

  /** Whatever a byte is changed to, the answer is a value or problems, never an exception. */
  @Test
  void damagedLinesNeverThrow() {
    Random random = new Random(seed);
    RandomValues values = new RandomValues(random);
    for (int round = 0; round < 500; round++) {
      boolean isItem = random.nextBoolean();
      StringBuilder line =
          new StringBuilder(
              (isItem ? ItemJson.write(values.item()) : EventJson.write(values.event()))
                  .toString());
      for (int edits = random.nextInt(4); edits >= 0; edits--) {
        int at = random.nextInt(line.length());
        line.setCharAt(at, "\"{}[],:0e-\\\u0000\ud800机".charAt(random.nextInt(14)));
      }

      try {
        Checked<JsonNode> json = StrictJson.read(line.toString());
        json.then(ItemCheck::read);
        json.then(EventCheck::read);
        json.then(ProfileCheck::read);
        json.then(RuleCheck::read);
      } catch (RuntimeException e) {
        fail(line + " -Dzhixun.seed=" + seed, e);
      }
    }
  }

  private static JsonNode node(String json) {
    return StrictJson.read(json).valid().orElseThrow();
  }
}
