package io.zhixun.ranking.blend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Signals;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.ranking.feature.Viewer;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlenderTest {
  private final ItemFacts known = Samples.item(1, "周行", "Python", "入门");
  private final ItemFacts candidate = Samples.item(2, "周行", "Python");
  private final Signals signals = signals(1);

  @Test
  void partsAddUpToTheScore() {
    for (Map<String, Double> weights :
        List.of(BlendSettings.DEFAULTS.search(), BlendSettings.DEFAULTS.feed())) {
      Blender blender = new Blender(weights);
      for (double weight : new double[] {0, 0.3, 1}) {
        Viewer viewer = viewer(learnerOf("i1"));

        double score = blender.score(candidate, signals, viewer, weight);
        double sum =
            blender.parts(candidate, signals, viewer, weight).stream()
                .mapToDouble(Part::contribution)
                .sum();

        assertEquals(score, sum, 1e-12);
      }
    }
  }

  @Test
  void manyAtOnceScoreAsOneByOne() {
    Viewer viewer = viewer(learnerOf("i1"));
    List<ItemFacts> items = List.of(known, candidate);
    List<Signals> both =
        List.of(new Signals(0.1, Double.NaN, 0.7, Double.NaN, Double.NaN, 0.2, 0.4), signals(0.4));
    for (Map<String, Double> weights :
        List.of(BlendSettings.DEFAULTS.search(), BlendSettings.DEFAULTS.feed())) {
      Blender blender = new Blender(weights, 0.3);
      for (double weight : new double[] {0, 0.3, 1}) {
        double[] scores = blender.scores(items, both, 0.4, viewer, weight);

        for (int i = 0; i < scores.length; i++) {
          assertEquals(blender.score(items.get(i), both.get(i), viewer, weight), scores[i]);
        }
      }
    }
  }

  private Signals signals(double openness) {
    return new Signals(0.8, 1.5, 2.0, 0.7, Double.NaN, 0.4, openness);
  }

  @Test
  void atWeightZeroNothingAboutTheLearnerEnters() {
    Blender blender = new Blender(BlendSettings.DEFAULTS.search());

    double somebody = blender.score(candidate, signals, viewer(learnerOf("i1")), 0);
    double nobody =
        blender.score(
            candidate,
            new Signals(0.8, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0.4, 1),
            viewer(learnerOf()),
            0);

    assertEquals(nobody, somebody);
  }

  @Test
  void moreWeightMakesItMorePersonal() {
    Blender blender = new Blender(BlendSettings.DEFAULTS.search());
    Viewer viewer = viewer(learnerOf("i1"));
    ItemFacts stranger = Samples.item(3, "别人", "财报");
    Signals unrelated = new Signals(0.8, 0, 0, 0, Double.NaN, 0.4, 1);

    double little =
        blender.score(candidate, signals, viewer, 0.1)
            - blender.score(stranger, unrelated, viewer, 0.1);
    double much =
        blender.score(candidate, signals, viewer, 0.9)
            - blender.score(stranger, unrelated, viewer, 0.9);

    assertTrue(little > 0 && much > little, little + " " + much);
  }

  @Test
  void theMoreExactlySomebodyAsksTheLessAllButRelevanceCounts() {
    Blender blender = new Blender(Map.of("bm25", 1.0, "popularity", 2.0), 0.3);
    Viewer viewer = viewer(learnerOf());

    for (double openness : new double[] {0, 0.5, 1}) {
      List<Part> parts =
          blender.parts(candidate, new Signals(0.5, 0, 0, 0, Double.NaN, 0.4, openness), viewer, 0);

      assertEquals(1.0, parts.getFirst().weight());
      assertEquals(2 * (0.3 + 0.7 * openness), parts.getLast().weight(), 1e-12);
    }
  }

  @Test
  void aValueThatIsNotKnownHasNoPart() {
    Blender blender = new Blender(Map.of("bm25", 1.0, "popularity", 1.0));

    List<Part> parts =
        blender.parts(
            candidate,
            new Signals(0.5, 1, 1, 1, Double.NaN, Double.NaN, 1),
            viewer(learnerOf()),
            0.5);

    assertEquals(List.of(new Part("bm25", 0.5, 1.0, 0.5)), parts);
  }

  @Test
  void learnedWeightsStandInForThoseTheyWereLearnedFromAlone() {
    BlendSettings shipped =
        new BlendSettings(0.5, true, 0.3, Map.of("bm25", 1.0, "affinity", 0.2), Map.of(), Map.of());
    Map<String, Double> learned =
        Map.of("search.affinity", 0.9, "search.forgotten", 3.0, "feed.affinity", 4.0);

    assertEquals(Map.of("bm25", 1.0, "affinity", 0.9), shipped.with(learned).search());
    assertEquals(Map.of(), shipped.with(learned).feed());
    BlendSettings stubborn =
        new BlendSettings(0.5, false, 0.3, shipped.search(), shipped.feed(), shipped.newcomer());
    assertEquals(shipped.search(), stubborn.with(learned).search());
  }

  @Test
  void aWeightForNoFeatureIsRefusedWithItsName() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new BlendSettings(0.5, true, 0.3, Map.of("bm52", 1.0), Map.of(), Map.of()));

    assertTrue(refused.getMessage().contains("bm52"), refused.getMessage());
  }

  private Learner learnerOf(String... items) {
    Learner learner = Learner.of(UserProfile.unknown(Samples.USER));
    for (String item : items) {
      learner = learner.after(Samples.purchase(1, item));
    }
    return learner;
  }

  private Viewer viewer(Learner learner) {
    Tastes tastes =
        Tastes.of(
            learner,
            EventWeights.DEFAULTS,
            id -> id.equals(known.id()) ? Optional.of(known) : Optional.empty());
    return new Viewer(learner, tastes, Context.UNKNOWN, Samples.NOW);
  }
}
