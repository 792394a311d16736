package io.zhixun.search.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Corpus;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.recipe.RecipeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeightTrainingTest {
  private final WeightTraining training =
      new WeightTraining(
          RecipeSettings.defaults(),
          EventWeights.DEFAULTS,
          PipelineSettings.DEFAULTS,
          Duration.ofDays(30));

  @Test
  void weightsAreJudgedOnOtherLearnersThanTheyWereLearnedFrom() {
    Corpus corpus = Platform.shared().store().corpus();

    WeightTraining.Outcome outcome = training.run(corpus, 10, Progress.NONE).orElseThrow();

    assertTrue(outcome.choices() >= 10);
    assertEquals(PipelineSettings.DEFAULTS.blend().feed().keySet(), outcome.weights().keySet());
    assertTrue(outcome.weights().values().stream().allMatch(weight -> weight >= 0));
    assertTrue(outcome.shipped() > 0 && outcome.shipped() <= 1);
    assertTrue(!outcome.adopted() || outcome.learned() > outcome.shipped());
  }

  @Test
  void withoutEnoughBehaviourNothingIsLearned() {
    Corpus corpus = Platform.shared().store().corpus();
    Corpus empty = Corpus.of(corpus.items(), List.of(), List.of());

    assertEquals(Optional.empty(), training.run(empty, 10, Progress.NONE));
    assertEquals(Optional.empty(), training.run(corpus, 100_000, Progress.NONE));
  }
}
