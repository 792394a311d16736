package io.zhixun.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.server.page.wording.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceViewTest {
  private static final String EARLY =
      "\"access\":\"PURCHASE\",\"priceFen\":19900,\"listPriceFen\":29900,"
          + "\"earlyBird\":{\"priceFen\":14900,\"until\":\"2026-12-31T16:00:00Z\"}";

  @Test
  void theEarlyBirdPriceHoldsUntilItsEnd() {
    assertEquals(
        new PriceView("purchase", "¥149", Optional.of("¥199"), Optional.of("早鸟价 12月31日截止")),
        price(EARLY, "2026-11-24T00:00:00Z"));
    assertEquals(
        new PriceView("purchase", "¥199", Optional.of("¥299"), Optional.empty()),
        price(EARLY, "2026-12-31T16:00:00Z"));
  }

  @Test
  void otherWaysInHaveANameInsteadOfAPrice() {
    assertEquals("免费", price("\"access\":\"FREE\"", "2026-11-24T00:00:00Z").now());
    assertEquals("会员", price("\"access\":\"MEMBER\"", "2026-11-24T00:00:00Z").now());
    assertEquals(
        "订阅 ¥36",
        price("\"access\":\"SUBSCRIPTION\",\"priceFen\":3600", "2026-11-24T00:00:00Z").now());
  }

  private static PriceView price(String offer, String now) {
    return PriceView.of(
        Shelf.item("{\"id\":\"c\",\"format\":\"COURSE\",\"title\":\"t\"," + offer + "}").offer(),
        Instant.parse(now),
        new Moments(ZoneId.of("Asia/Shanghai")));
  }
}
