package io.zhixun.ranking.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.ranking.fixture.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopRowsTest {
  private record Offer(int row, float score) {}

  @Test
  void keepsWhatSortingWouldPutFirstWithManyTies() {
    long seed = Seeds.next();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int k = random.nextInt(12);
      List<Offer> offers = new ArrayList<>();
      for (int row = 0; row < random.nextInt(60); row++) {
        offers.add(new Offer(row, random.nextInt(8)));
      }
      java.util.Collections.shuffle(offers, random);
      TopRows top = new TopRows(k);

      offers.forEach(offer -> top.offer(offer.row(), offer.score()));

      offers.sort(Comparator.comparingDouble((Offer o) -> -o.score()).thenComparingInt(Offer::row));
      ScoredRows kept = top.drain();
      assertEquals(Math.min(k, offers.size()), kept.size(), Seeds.replay(seed));
      for (int rank = 0; rank < kept.size(); rank++) {
        assertEquals(offers.get(rank).row(), kept.row(rank), Seeds.replay(seed));
        assertEquals(offers.get(rank).score(), kept.score(rank));
      }
    }
  }

  @Test
  void neverKeepsWhatIsNotANumber() {
    TopRows top = new TopRows(2);

    top.offer(1, Float.NaN);
    top.offer(2, 1);
    top.offer(3, Float.NaN);

    assertEquals("[2=1.0]", top.drain().toString());
  }

  @Test
  void refusesToKeepMoreThanItWasMadeFor() {
    TopRows top = new TopRows(2);

    assertThrows(IllegalArgumentException.class, () -> top.reset(3));
  }
}
