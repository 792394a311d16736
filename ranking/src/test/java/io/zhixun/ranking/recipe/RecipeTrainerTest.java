package io.zhixun.ranking.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Samples;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class RecipeTrainerTest {
  private static final RecipeSettings SETTINGS = SmallSettings.with(2);

  @Test
  void orderIsFoundWhereItIsAllThereIs() {
    Interactions rings = Samples.rings(400, 120, 8, 4);

    LearnedModel model = RecipeTrainer.train(rings, SETTINGS, Progress.NONE);

    assertTrue(model.choice().ordered());
    assertTrue(
        model.choice().terms().stream()
            .anyMatch(
                term ->
                    term.part().startsWith("transitions") || term.part().startsWith("sequence")),
        model.choice().terms().toString());
    int newest = rings.item(rings.userStart(1) - 1);
    int expected = next(rings, newest);
    int[] history = rings.itemsOf(0);
    float[] weights = rings.weightsOf(0);
    BitSet known = new BitSet();
    for (int row : history) {
      known.set(row);
    }
    History learner = History.of(history, weights);
    int[] rows = model.candidates(learner, CandidateLimits.DEFAULTS, known).rows();
    float[] scores = model.score(learner, rows).blended();
    int best = 0;
    for (int at = 1; at < rows.length; at++) {
      best = scores[at] > scores[best] ? at : best;
    }
    assertEquals(expected, rows[best]);
  }

  /** What follows an item wherever it is not the last. */
  private static int next(Interactions rings, int item) {
    for (int user = 0; user < rings.users(); user++) {
      for (int e = rings.userStart(user); e + 1 < rings.userStart(user + 1); e++) {
        if (rings.item(e) == item) {
          return rings.item(e + 1);
        }
      }
    }
    throw new IllegalStateException("nothing follows " + item);
  }

  @Test
  void listsInNoOrderAreFoundToBeSets() {
    Interactions sets = Samples.groups(6, 60, 25, 8).as(Interactions.Sequence.LISTED);

    assertFalse(RecipeTrainer.train(sets, SETTINGS, Progress.NONE).choice().ordered());
  }

  @Test
  void everyTrialIsOnRecordAndTheBestOfThemWon() {
    LearnedModel model = RecipeTrainer.train(Samples.groups(6, 60, 25, 8), SETTINGS, Progress.NONE);

    double best =
        model.choice().trials().stream().mapToDouble(Choice.Trial::ndcg).max().orElseThrow();
    Choice.Trial last = model.choice().trials().getLast();
    assertTrue(model.choice().trials().size() >= 4);
    assertTrue(last.ndcg() >= best * 0.99 || model.choice().terms().size() == 1);
  }

  /** A catalogue that grows must not reach a size at which nothing can be learned any more. */
  @Test
  void whereTheMemoryDoesNotAllowRegressionTheRecipeGoesWithoutAndSaysSo() {
    Interactions all = Samples.groups(6, 60, 25, 8);
    long without = new Affordable(all, SETTINGS).needed(false);
    assertTrue(new Affordable(all, SETTINGS).needed(true) > without);

    Choice choice = RecipeTrainer.choose(all, SETTINGS.withMemoryBytes(without), Progress.NONE);

    assertFalse(choice.trials().isEmpty());
    assertFalse(choice.toString().contains("ease("), choice.toString());
    assertTrue(choice.why().contains("without regression"), choice.why());
  }
}
