package io.zhixun.ranking.rating;

import static io.zhixun.ranking.rating.RatingModel.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RatingTrainerTest {
  private static final int USERS = 60;
  private static final int ITEMS = 40;
  private static final RatingSettings SMALL = new RatingSettings(16, 0.01, 32, 30, 1, 7);

  /** Two camps: an even learner loves even items and hates odd ones, an odd learner the reverse. */
  private static Ratings camps(boolean asked) {
    Ratings ratings = new Ratings(new Ratings.Shape(USERS, ITEMS, 1, 5));
    for (int user = 0; user < USERS; user++) {
      for (int item = 0; item < ITEMS; item++) {
        boolean held = Noise.below(3, (long) user * ITEMS + item, 5) == 0;
        if (held == asked) {
          ratings.add(user, item, (user + item) % 2 == 0 ? 5 : 1);
        }
      }
    }
    return ratings;
  }

  @Test
  void tastesThatBiasesCannotTellAreLearned() {
    Ratings known = camps(false);
    Ratings asked = camps(true);

    RatingModel model = new RatingTrainer(SMALL).train(known, Progress.NONE);

    assertTrue(Baseline.biased(known).squaredError(asked) > 3.5);
    assertTrue(model.squaredError(asked) < 0.2, "got " + model.squaredError(asked));
  }

  @Test
  void aSeedGivesOneModelAndAnotherSeedAnother() {
    Ratings known = camps(false);
    RatingSettings other = new RatingSettings(16, 0.01, 32, 30, 1, 8);

    RatingModel once = new RatingTrainer(SMALL).train(known, Progress.NONE);
    RatingModel twice = new RatingTrainer(SMALL).train(known, Progress.NONE);
    RatingModel elsewhere = new RatingTrainer(other).train(known, Progress.NONE);

    assertEquals(once.predict(3, 4), twice.predict(3, 4));
    assertNotEquals(once.predict(3, 4), elsewhere.predict(3, 4));
  }

  @Test
  void whatIsUnknownIsPredictedByWhatAllShare() {
    Ratings generous = new Ratings(new Ratings.Shape(20, 20, 1, 5));
    for (int entry = 0; entry < 400; entry++) {
      generous.add(entry / 20, entry % 20, 4);
    }

    RatingModel model = new RatingTrainer(SMALL.withEpochs(150)).train(generous, Progress.NONE);

    assertEquals(4, model.predict(UNKNOWN, UNKNOWN), 0.2);
    assertEquals(4, model.predict(UNKNOWN, 3), 0.2);
    assertEquals(4, model.predict(3, UNKNOWN), 0.2);
  }

  @Test
  void oneRatingIsEnoughToLearnFrom() {
    Ratings one = new Ratings(new Ratings.Shape(1, 1, 1, 5));
    one.add(0, 0, 2);

    RatingModel model =
        new RatingTrainer(SMALL.withEpochs(500).withPull(0)).train(one, Progress.NONE);

    assertEquals(2, model.predict(0, 0), 0.1);
  }

  @Test
  void whoListensMayCancel() {
    List<String> stages = new ArrayList<>();
    Progress impatient =
        (stage, done) -> {
          stages.add(stage);
          if (done > 0) {
            throw new CancellationException("enough");
          }
        };

    assertThrows(
        CancellationException.class, () -> new RatingTrainer(SMALL).train(camps(false), impatient));
    assertEquals(List.of("ratings", "ratings"), stages);
  }

  @Test
  void absurdInputIsRefusedByName() {
    Ratings none = new Ratings(new Ratings.Shape(1, 1, 1, 5));

    refused("ratings", () -> new RatingTrainer(SMALL).train(none, Progress.NONE));
    refused("rating", () -> none.add(0, 0, 6));
    refused("rating", () -> none.add(0, 0, Double.NaN));
    refused("user", () -> none.add(1, 0, 3));
    refused("item", () -> none.add(0, -2, 3));
    refused("scale", () -> new Ratings.Shape(1, 1, 5, 5));
    refused("dimensions", () -> SMALL.withDimensions(0));
    refused("epochs", () -> SMALL.withEpochs(0));
    refused("pull", () -> SMALL.withPull(-1));
  }

  private static void refused(String name, Runnable action) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, action::run);
    assertTrue(refusal.getMessage().contains(name), refusal.getMessage());
  }
}
