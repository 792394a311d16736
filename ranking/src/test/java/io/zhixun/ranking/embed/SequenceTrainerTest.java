package io.zhixun.ranking.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Seeds;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Simd;
import org.junit.jupiter.api.Test;

class SequenceTrainerTest {
  private static final int ITEMS = 120;

  @Test
  void whatFollowsOnARingIsFoundAgainstAllItems() {
    assertTrue(shareFound(ITEMS) > 0.97, "found " + shareFound(ITEMS));
  }

  @Test
  void whatFollowsOnARingIsFoundAgainstASampleOfThem() {
    assertTrue(shareFound(24) > 0.97, "found " + shareFound(24));
  }

  /** Of all items, those after which the right one comes first among the items not known. */
  private static double shareFound(int candidates) {
    Interactions ring = ring();
    Embeddings learned = trainer(candidates).train(ring, Progress.NONE);
    int found = 0;
    for (int item = 0; item < ITEMS; item++) {
      int[] history = {(item + ITEMS - 2) % ITEMS, (item + ITEMS - 1) % ITEMS, item};
      found += best(learned, history) == (item + 1) % ITEMS ? 1 : 0;
    }
    return (double) found / ITEMS;
  }

  @Test
  void theSameItemsInAnotherOrderAreContinuedDifferently() {
    Embeddings learned = trainer(ITEMS).train(ring(), Progress.NONE);

    assertEquals(13, best(learned, 40, 12));
    assertEquals(41, best(learned, 12, 40));
  }

  @Test
  void onlyTheNewestItemsSpeak() {
    Embeddings learned = trainer(ITEMS).train(ring(), Progress.NONE);
    int[] history = new int[22];
    for (int at = 0; at < history.length; at++) {
      history[at] = 30 + at;
    }
    int[] other = history.clone();
    other[0] = 100;
    other[1] = 101;
    int[] within = history.clone();
    within[2] = 100;

    assertEquals(scoreOf52(learned, history), scoreOf52(learned, other));
    assertNotEquals(scoreOf52(learned, history), scoreOf52(learned, within));
  }

  @Test
  void whoIsUnknownHasNoVector() {
    Interactions all = Interactions.builder(2, 3).add(0, 0).add(0, 1).add(1, 0).build();
    Embeddings learned = trainer(ITEMS).train(all, Progress.NONE);

    float[] vector = learned.foldIn(new int[] {2}, new float[] {1});

    assertEquals(0, Simd.norm(vector, 0, vector.length));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> settings(15));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SequenceSettings(1, 16, 101, 64, 0.1, 0.02, 1, 1, 1, 1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SequenceSettings(1, 16, 20, 64, 1, 0.02, 1, 1, 1, 1, 1));
  }

  @Test
  void aSampleIsRightInTheMean() {
    long seed = Seeds.next();
    double[] degrees = new double[500];
    double all = 0;
    for (int item = 0; item < degrees.length; item++) {
      degrees[item] = 1 + 1_000.0 / (1 + item);
      all += 1.0 / (1 + item);
    }
    SampledItems sample = new SampledItems(degrees, new float[500], 80, 8);

    double sum = 0;
    double size = 0;
    for (int draw = 0; draw < 4_000; draw++) {
      sample.draw(seed + draw);
      size += sample.size() / 4_000.0;
      for (int column = 0; column < sample.size(); column++) {
        double weight = Math.exp(sample.drawnBias()[column]);
        sum += weight / (1 + sample.item(column)) / 4_000;
      }
    }

    assertEquals(all, sum, 0.02 * all, Seeds.replay(seed));
    assertEquals(80, size, 1, Seeds.replay(seed));
  }

  @Test
  void whatHasToBeFoundIsInTheSampleButDoesNotCountForOthers() {
    double[] degrees = new double[1_000];
    java.util.Arrays.fill(degrees, 3);
    SampledItems sample = new SampledItems(degrees, new float[1_000], 16, 1_000);
    sample.draw(5);
    int drawn = sample.size();

    for (int item = 0; item < 1_000; item++) {
      sample.include(item);
    }

    assertTrue(drawn < 60, "drawn " + drawn);
    assertEquals(1_000, sample.size());
    for (int item = 0; item < 1_000; item++) {
      assertEquals(item, sample.item(sample.column(item)));
      assertEquals(sample.column(item) >= drawn, sample.drawnBias()[sample.column(item)] < -100);
    }
  }

  private static float scoreOf52(Embeddings learned, int[] history) {
    float[] weights = new float[history.length];
    java.util.Arrays.fill(weights, 1);
    return Simd.dot(learned.foldIn(history, weights), learned.items().row(52));
  }

  private static int best(Embeddings learned, int... history) {
    float[] weights = new float[history.length];
    java.util.Arrays.fill(weights, 1);
    float[] learner = learned.foldIn(history, weights);
    int best = -1;
    float most = Float.NEGATIVE_INFINITY;
    for (int item = 0; item < ITEMS; item++) {
      int row = item;
      float score = Simd.dot(learner, learned.items().row(row));
      if (score > most && java.util.Arrays.stream(history).noneMatch(known -> known == row)) {
        most = score;
        best = item;
      }
    }
    return best;
  }

  /** Walks up a ring from every item, so that item + 1 follows each. */
  private static Interactions ring() {
    var builder = Interactions.builder(4 * ITEMS, ITEMS);
    for (int user = 0; user < 4 * ITEMS; user++) {
      for (int step = 0; step < 8; step++) {
        builder.add(user, (user + step) % ITEMS);
      }
    }
    return builder.build();
  }

  private static SequenceTrainer trainer(int candidates) {
    return new SequenceTrainer(settings(candidates));
  }

  private static SequenceSettings settings(int candidates) {
    return new SequenceSettings(1, 32, 20, candidates, 0.1, 0.02, 1e5, 100, 8_000, 7, 2);
  }
}
