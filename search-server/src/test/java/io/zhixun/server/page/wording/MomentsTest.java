package io.zhixun.server.page.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private final Moments moments = new Moments(ZoneId.of("Asia/Shanghai"));
  private final Instant now = Instant.parse("2026-11-24T13:00:00Z");

  @Test
  void datesAreThoseOfThePlatformsZone() {
    assertEquals("2026年10月13日", moments.date(Instant.parse("2026-10-12T16:00:00Z")));
  }

  @Test
  void aDeadlineAtMidnightNamesTheDayBefore() {
    assertEquals("12月31日截止", moments.deadline(Instant.parse("2026-12-31T16:00:00Z"), now));
    assertEquals("2027年2月20日截止", moments.deadline(Instant.parse("2027-02-20T16:00:00Z"), now));
  }

  @Test
  void aDeadlineThatIsNearSaysHowMuchIsLeft() {
    assertEquals("仅剩2天", moments.deadline(Instant.parse("2026-11-27T12:00:00Z"), now));
    assertEquals("24小时内截止", moments.deadline(Instant.parse("2026-11-25T12:59:59Z"), now));
  }

  @Test
  void whatHappenedLatelyIsSaidInDays() {
    assertEquals("今天", moments.ago(Instant.parse("2026-11-24T00:00:00Z"), now));
    assertEquals("昨天", moments.ago(Instant.parse("2026-11-23T15:59:00Z"), now));
    assertEquals("5天前", moments.ago(Instant.parse("2026-11-19T01:00:00Z"), now));
    assertEquals("11月4日", moments.ago(Instant.parse("2026-11-04T01:00:00Z"), now));
    assertEquals("2025年11月4日", moments.ago(Instant.parse("2025-11-04T01:00:00Z"), now));
  }
}
