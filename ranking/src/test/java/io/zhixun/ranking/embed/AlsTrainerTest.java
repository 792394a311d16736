package io.zhixun.ranking.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Samples;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Simd;
import org.junit.jupiter.api.Test;

class AlsTrainerTest {
  private static final double UNOBSERVED = 0.05;
  private static final double RIDGE = 0.02;

  private final Interactions all = Samples.random(60, 40, 500, 3);

  @Test
  void everyPassLowersTheLossThatIsDocumented() {
    double before = Double.POSITIVE_INFINITY;
    for (int passes = 1; passes <= 6; passes++) {
      double loss = loss(train(passes));

      assertTrue(loss <= before * (1 + 1e-6), "pass " + passes + ": " + loss + " > " + before);
      before = loss;
    }
  }

  @Test
  void noUserVectorCanBeMovedToLowerTheLoss() {
    Embeddings learned = train(5);
    double best = loss(learned);

    for (int user = 0; user < 10; user++) {
      for (int i = 0; i < learned.dimensions(); i++) {
        for (float nudge : new float[] {-0.02f, 0.02f}) {
          int at = learned.users().offset(user) + i;
          float kept = learned.users().data()[at];
          learned.users().data()[at] = kept + nudge;
          assertTrue(loss(learned) > best - 1e-5, "user " + user + ", dimension " + i);
          learned.users().data()[at] = kept;
        }
      }
    }
  }

  @Test
  void foldingInATrainedUserGivesTheVectorThatTrainingGave() {
    Embeddings learned = train(4);

    for (int user = 0; user < all.users(); user++) {
      assertArrayEquals(
          learned.users().row(user), learned.foldIn(all.itemsOf(user), all.weightsOf(user)), 1e-6f);
    }
  }

  @Test
  void absurdSettingsAreRefusedByName() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new AlsSettings(0, 1, 0.1, 0.1, 1, 1))
            .getMessage();

    assertEquals("dimensions must be 1..1024, got 0", message);
    assertThrows(IllegalArgumentException.class, () -> new AlsSettings(8, 1, 0, 0.1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new AlsSettings(8, 1, 0.1, 0, 1, 1));
  }

  private Embeddings train(int passes) {
    AlsSettings settings = new AlsSettings(6, passes, UNOBSERVED, RIDGE, 9, 2);
    return new AlsTrainer(settings).train(all, Progress.NONE);
  }

  /** Σ_obs w(1−s)² + α0 Σ s² + λ Σ (Σw + α0·n)‖x‖², to the letter. */
  private double loss(Embeddings learned) {
    double loss = 0;
    for (int user = 0; user < all.users(); user++) {
      for (int item = 0; item < all.items(); item++) {
        double score = Simd.dot(learned.users().row(user), learned.items().row(item));
        loss += UNOBSERVED * score * score;
      }
      for (int entry = all.userStart(user); entry < all.userStart(user + 1); entry++) {
        double score = Simd.dot(learned.users().row(user), learned.items().row(all.item(entry)));
        loss += all.weight(entry) * (1 - score) * (1 - score);
      }
      float[] x = learned.users().row(user);
      loss += RIDGE * (all.userWeight(user) + UNOBSERVED * all.items()) * Simd.dot(x, x);
    }
    for (int item = 0; item < all.items(); item++) {
      float[] y = learned.items().row(item);
      loss += RIDGE * (all.itemWeight(item) + UNOBSERVED * all.users()) * Simd.dot(y, y);
    }
    return loss;
  }
}
