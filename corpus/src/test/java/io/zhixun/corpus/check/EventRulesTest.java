package io.zhixun.corpus.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.jsonl.EventJson;
import io.zhixun.corpus.testing.AbsurdEvents;
import io.zhixun.corpus.testing.RandomValues;
import io.zhixun.corpus.testing.Seeds;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EventRulesTest {
  private static final int EVENTS = 10_000;

  private final long seed = Seeds.next();
  private final Random random = new Random(seed);

  @Test
  void whatKeepsTheRulesIsReadBackAsItWasAndNothingElseIs() {
    AbsurdEvents events = new AbsurdEvents(random);

    int kept = keeping(events::next);

    assertTrue(kept > EVENTS / 10 && kept < EVENTS * 9 / 10, () -> kept + " kept" + replay());
  }

  @Test
  void everyRightEventKeepsTheRules() {
    RandomValues values = new RandomValues(random);

    assertEquals(EVENTS, keeping(values::event), this::replay);
  }

  /** How many keep the rules; each of them is the same by tree and by text. */
  private int keeping(Supplier<Event> events) {
    int kept = 0;
    for (int round = 0; round < EVENTS; round++) {
      Event event = events.get();
      String line = EventJson.write(event).toString();
      Checked<Event> same = new Checked.Valid<>(event);
      boolean keeps = EventCheck.keepsRules(event);
      assertEquals(
          EventCheck.read(EventJson.write(event)).equals(same), keeps, () -> line + replay());
      if (keeps) {
        kept++;
        assertEquals(line, EventJson.text(event), this::replay);
        assertEquals(same, StrictJson.read(line).then(EventCheck::read), () -> line + replay());
      }
    }
    return kept;
  }

  private String replay() {
    return " -Dzhixun.seed=" + seed;
  }
}
