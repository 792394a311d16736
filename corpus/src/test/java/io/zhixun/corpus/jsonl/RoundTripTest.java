package io.zhixun.corpus.jsonl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.EventCheck;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.ProfileCheck;
import io.zhixun.corpus.check.RuleCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.corpus.testing.RandomValues;
import io.zhixun.corpus.testing.Seeds;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final int ROUNDS = 250;

  private final long seed = Seeds.next();
  private final RandomValues values = new RandomValues(new Random(seed));

  @Test
  void everyItemIsReadBackAsItWas() {
    comeBack(values::item, ItemJson::write, ItemCheck::read);
  }

  @Test
  void everyEventIsReadBackAsItWas() {
    comeBack(values::event, EventJson::write, EventCheck::read);
  }

  @Test
  void everyProfileIsReadBackAsItWas() {
    comeBack(values::profile, ProfileJson::write, ProfileCheck::read);
  }

  @Test
  void everyRuleIsReadBackAsItWas() {
    comeBack(values::rule, RuleJson::write, RuleCheck::read);
  }

  /** Through the tree alone, and through text as it stands in a file. */
  private <T> void comeBack(
      Supplier<T> next, Function<T, ObjectNode> write, Function<JsonNode, Checked<T>> read) {
    for (int round = 0; round < ROUNDS; round++) {
      T value = next.get();
      ObjectNode line = write.apply(value);
      Checked<T> expected = new Checked.Valid<>(value);

      assertEquals(expected, read.apply(line), () -> line + " -Dzhixun.seed=" + seed);
      assertEquals(
          expected,
          StrictJson.read(line.toString()).then(read),
          () -> line + " -Dzhixun.seed=" + seed);
    }
  }
}
