package io.zhixun.ranking.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.testing.Samples;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CooccurrenceTest {
  private final Viewer viewer = viewer();

  private static Viewer viewer() {
    Learner learner = Learner.of(UserProfile.unknown(Samples.USER));
    Tastes tastes = Tastes.of(learner, EventWeights.DEFAULTS, _ -> Optional.empty());
    return new Viewer(learner, tastes, Context.UNKNOWN, Samples.NOW);
  }

  private double value(Feature feature, double cooccurrence, double popularity) {
    Signals signals = new Signals(0.5, 1, 1, cooccurrence, Double.NaN, popularity, 1);
    return feature.value(Samples.item(1, "周行"), signals, viewer);
  }

  @Test
  void seldomIsToldFromNever() {
    Feature feature = new CooccurrenceFeature();

    assertEquals(0, value(feature, 0, 0.5));
    assertEquals(Math.log(4) / Math.log(30_001), value(feature, 0.01, 0.5), 1e-9);
    assertEquals(1, value(feature, 100, 0.5), 1e-9);
  }

  @Test
  void popularityLosesOnlyWhereTheWalkIsKnown() {
    assertEquals(0.2, value(new NicheFeature(), 0, 0.8), 1e-9);
    assertTrue(Double.isNaN(value(new NicheFeature(), Double.NaN, 0.8)));
    assertTrue(Double.isNaN(value(new CooccurrenceFeature(), Double.NaN, 0.8)));
  }

  @Test
  void eitherOfTheTwoAsksForTheWalk() {
    assertTrue(new Blender(Map.of("niche", 0.1)).readsCooccurrence());
    assertTrue(new Blender(Map.of("cooccurrence", 0.1)).readsCooccurrence());
    assertFalse(new Blender(Map.of("bm25", 1.0, "niche", 0.0)).readsCooccurrence());
  }
}
