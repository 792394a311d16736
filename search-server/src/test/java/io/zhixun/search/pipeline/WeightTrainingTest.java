package io.zhixun.search.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.ranking.blend.BlendSettings;
import io.zhixun.ranking.feature.Feature;
import io.zhixun.ranking.feature.FeatureSet;
import io.zhixun.ranking.interaction.CorpusInteractions;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.recipe.RecipeSettings;
import io.zhixun.ranking.recipe.RecipeTrainer;
import io.zhixun.search.pipeline.WeightTraining.Ground;
import io.zhixun.search.pipeline.WeightTraining.Outcome;
import io.zhixun.search.pipeline.WeightTraining.Outcomes;
import io.zhixun.search.serving.Generations;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class WeightTrainingTest {
  private static final RecipeSettings RECIPE = RecipeSettings.defaults();
  private static final BlendSettings SHIPPED = PipelineSettings.DEFAULTS.blend();
  private static final Outcomes NOTHING = new Outcomes(Optional.empty(), Optional.empty());

  private final WeightTraining training =
      new WeightTraining(
          RECIPE, EventWeights.DEFAULTS, PipelineSettings.DEFAULTS, Duration.ofDays(30));
  private final Corpus corpus = Platform.shared().store().corpus();

  private Outcomes run(Corpus learned, int least, Progress progress) {
    try (Generations.Lease lease = Platform.shared().generations().lease()) {
      return training.run(
          new Ground(
              learned,
              lease.generation().lexical(),
              new ChineseAnalyzer(Lexicon.EMPTY),
              RecipeTrainer.choose(
                  CorpusInteractions.of(learned, EventWeights.DEFAULTS), RECIPE, Progress.NONE)),
          least,
          progress);
    }
  }

  @Test
  void weightsAreJudgedOnOtherLearnersThanTheyWereLearnedFrom() {
    Outcomes outcomes = run(corpus, 10, Progress.NONE);

    Outcome feed = outcomes.feed().orElseThrow();
    Outcome search = outcomes.search().orElseThrow();
    assertEquals(SHIPPED.feed().keySet(), feed.weights().keySet());
    assertEquals(personal(SHIPPED.search().keySet()), search.weights().keySet());
    for (Outcome outcome : List.of(feed, search)) {
      assertTrue(outcome.choices() >= 10);
      assertTrue(outcome.weights().values().stream().allMatch(weight -> weight >= 0));
      assertTrue(outcome.shipped() > 0 && outcome.shipped() <= 1);
      assertTrue(!outcome.adopted() || outcome.learned() > outcome.shipped());
    }
    BlendSettings blend = SHIPPED.with(outcomes.adopted());
    assertEquals(SHIPPED.search().get("bm25"), blend.search().get("bm25"));
    assertEquals(SHIPPED.search().get("popularity"), blend.search().get("popularity"));
  }

  private static Set<String> personal(Set<String> names) {
    Set<String> personal = new HashSet<>(names);
    FeatureSet.ALL.stream()
        .filter(f -> !f.isPersonal())
        .map(Feature::name)
        .forEach(personal::remove);
    return personal;
  }

  @Test
  void onlyWhatIsBetterIsAdopted() {
    Outcome better = new Outcome(Map.of("affinity", 0.9), 100, 0.5, 0.6, true);
    Outcome noBetter = new Outcome(Map.of("embedding", 2.0), 100, 0.5, 0.5, false);

    Outcomes outcomes = new Outcomes(Optional.of(better), Optional.of(noBetter));

    assertEquals(Map.of("search.affinity", 0.9), outcomes.adopted());
    assertEquals(0.5, outcomes.quality().get("feedMrrLearned"));
  }

  @Test
  void whatIsHeldOutIsKnownToNobody() {
    HeldOut held = HeldOut.of(corpus, EventWeights.DEFAULTS, 20);

    assertEquals(20, held.wanted().size());
    for (Event event : held.before()) {
      if (event instanceof Event.OnItem onItem && event.user().isPresent()) {
        HeldOut.Wanted wanted = held.wanted().get(event.user().get());
        assertTrue(wanted == null || !wanted.has(onItem.item()), event.toString());
      }
    }
    assertEquals(held, HeldOut.of(corpus, EventWeights.DEFAULTS, 20));
  }

  @Test
  void withoutEnoughBehaviourNothingIsLearned() {
    Corpus empty = Corpus.of(corpus.items(), List.of(), List.of());

    assertEquals(NOTHING, run(empty, 10, Progress.NONE));
    assertEquals(NOTHING, run(corpus, 100_000, Progress.NONE));
  }

  @Test
  void whoListensMayCancel() {
    Progress impatient =
        (stage, _) -> {
          if (stage.equals("weights")) {
            throw new CancellationException("enough");
          }
        };

    assertThrows(CancellationException.class, () -> run(corpus, 10, impatient));
  }
}
