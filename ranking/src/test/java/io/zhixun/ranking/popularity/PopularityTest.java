package io.zhixun.ranking.popularity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.InteractionsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class PopularityTest {
  private static final long DAY = 86_400;
  private static final Instant NOW = Instant.ofEpochSecond(100 * DAY);

  @Test
  void countsRankByWeightAndThenByRow() {
    Interactions all =
        Interactions.builder(3, 4).add(0, 2).add(1, 2).add(0, 1, 2).add(2, 0).build();

    Popularity counts = Popularity.counts(all, 10);

    assertEquals("[1=2.0, 2=2.0, 0=1.0]", counts.top(10, new BitSet()).toString());
  }

  @Test
  void whatIsExcludedMakesRoomForTheNextEvenBeyondWhatIsKeptSorted() {
    Popularity counts = Popularity.of(new float[] {5, 4, 3, 2, 1}, 2);
    BitSet excluded = new BitSet();
    excluded.set(0);
    excluded.set(1);

    assertEquals("[2=3.0, 3=2.0]", counts.top(2, excluded).toString());
  }

  @Test
  void aWeightCountsHalfAfterAHalfLife() {
    Interactions all =
        Interactions.builder(2, 2)
            .add(0, 0, 1, NOW.getEpochSecond())
            .add(1, 0, 1, NOW.getEpochSecond() - 10 * DAY)
            .add(1, 1, 4, NOW.getEpochSecond() - 20 * DAY)
            .build();

    Popularity fading = Popularity.decayed(all, NOW, Duration.ofDays(10), 10);

    assertEquals(1.5, fading.score(0), 1e-6);
    assertEquals(1, fading.score(1), 1e-6);
  }

  @Test
  void theFutureCountsInFullAndNoMore() {
    Interactions all =
        Interactions.builder(1, 1).add(0, 0, 1, NOW.getEpochSecond() + 10 * DAY).build();

    assertEquals(1, Popularity.decayed(all, NOW, Duration.ofDays(1), 1).score(0));
  }

  @Test
  void whatRisesTrendsBeforeWhatIsAlwaysPopular() {
    InteractionsBuilder builder = Interactions.builder(1_000, 3);
    for (int user = 0; user < 900; user++) { // item 0: ten a day, for ninety days
      builder.add(user, 0, 1, (10 + user / 10) * DAY);
    }
    for (int user = 0; user < 30; user++) { // item 1: thirty, all of them yesterday
      builder.add(user, 1, 1, 99 * DAY);
    }

    Popularity trending = Popularity.trending(builder.build(), NOW, Popularity.Windows.DEFAULTS, 3);

    assertEquals(1, trending.top(1, new BitSet()).row(0));
    assertEquals(0, trending.score(2));
    assertTrue(trending.score(0) < trending.score(1) / 2);
  }

  @Test
  void windowsMustBeInOrder() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Popularity.Windows(Duration.ofDays(3), Duration.ofDays(3)));
  }
}
