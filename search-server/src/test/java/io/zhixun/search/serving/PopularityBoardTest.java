package io.zhixun.search.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.search.serving.PopularityBoard.Fading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopularityBoardTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Fading MONTH = new Fading(START, Duration.ofDays(30));

  @Test
  void anEventCountsTheSameWhetherItCameBeforeTheSnapshotOrAfter() {
    Instant event = START.plus(Duration.ofDays(45));
    Instant later = START.plus(Duration.ofDays(75));
    PopularityBoard old = new PopularityBoard(new float[] {8}, MONTH);
    old.add(0, 3, event);

    double atSnapshot = 8 * Math.pow(2, -75 / 30.0) + 3 * Math.pow(2, -30 / 30.0);
    PopularityBoard fresh =
        new PopularityBoard(
            new float[] {(float) atSnapshot}, new Fading(later, Duration.ofDays(30)));

    assertEquals(atSnapshot, old.count(0, later), 1e-9);
    assertEquals(fresh.count(0, later), old.count(0, later), 1e-6);
  }

  @Test
  void interestOfYesterdayOutweighsTwiceAsMuchOfTwoHalfLivesAgo() {
    Instant now = START.plus(Duration.ofDays(60));
    PopularityBoard board = new PopularityBoard(new float[0], MONTH);
    board.add(0, 2, START);
    board.add(1, 1, now.minus(Duration.ofDays(1)));

    assertEquals(List.of(1, 0), board.top(2));
    assertTrue(board.count(1, now) > board.count(0, now));
  }

  @Test
  void aTimeFarInTheFutureBreaksNothing() {
    PopularityBoard board = new PopularityBoard(new float[] {1}, MONTH);

    board.add(1, 1, Instant.parse("9999-01-01T00:00:00Z"));

    assertTrue(Double.isFinite(board.count(1, START)));
  }

  @Test
  void withoutFadingCountsStay() {
    PopularityBoard board = new PopularityBoard(new float[] {2});
    board.add(0, 1, START);

    assertEquals(3, board.count(0, START.plus(Duration.ofDays(900))));
  }
}
