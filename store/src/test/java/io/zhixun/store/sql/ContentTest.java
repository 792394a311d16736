package io.zhixun.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentTest {
  private static String click(String timestamp, String receivedAt) {
    return "{\"event\":\"click\",\"id\":\"e1\",\"timestamp\":\"%s\",\"receivedAt\":\"%s\"}"
        .formatted(timestamp, receivedAt);
  }

  @Test
  void theTimeOfReceiptMakesNoOtherEvent() {
    assertEquals(Optional.empty(), difference(click("T1", "T2"), click("T1", "T3")));
    assertEquals(Optional.of("timestamp"), difference(click("T1", "T2"), click("T0", "T2")));
  }

  @Test
  void anEventFromTheFutureIsTheSameWheneverItIsSentAgain() {
    // What lies ahead gets the time of receipt, which is another one each time.
    assertEquals(Optional.empty(), difference(click("T2", "T2"), click("T3", "T3")));
  }

  @Test
  void anEventThatLiesAheadNoLongerIsAnother() {
    assertEquals(Optional.of("timestamp"), difference(click("T2", "T2"), click("T1", "T3")));
  }

  private static Optional<String> difference(String stored, String offered) {
    return Content.difference(1, stored, offered);
  }
}
