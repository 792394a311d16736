package io.zhixun.ranking.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkAndCategoryTest {
  private final ItemFacts taken = run(1, "周行");
  private final ItemFacts otherRun = run(2, "周行");
  private final ItemFacts unrelated = Samples.item(3, "别人");
  private final Map<ItemId, ItemFacts> catalogue =
      Map.of(taken.id(), taken, otherRun.id(), otherRun, unrelated.id(), unrelated);

  private static ItemFacts run(int row, String author) {
    return Samples.item(row, Optional.of("w-1"), List.of(), author);
  }

  private Viewer viewer(Event... events) {
    Learner learner = Learner.of(UserProfile.unknown(Samples.USER)).after(List.of(events));
    Tastes tastes =
        Tastes.of(learner, EventWeights.DEFAULTS, id -> Optional.ofNullable(catalogue.get(id)));
    return new Viewer(learner, tastes, Context.UNKNOWN, Samples.NOW);
  }

  private static double value(Feature feature, ItemFacts item, Viewer viewer) {
    return feature.value(item, Signals.NONE, viewer);
  }

  @Test
  void anotherRunOfAWorkThatIsTakenIsNoNewOne() {
    Viewer viewer = viewer(Samples.purchase(1, "i1"));

    assertEquals(0, value(new NewWorkFeature(), otherRun, viewer));
    assertEquals(1, value(new NewWorkFeature(), unrelated, viewer));
  }

  @Test
  void aCategoryGetsTheRootOfItsShare() {
    Viewer viewer =
        viewer(Samples.purchase(1, "i1"), Samples.purchase(2, "i3"), Samples.purchase(3, "i2"));
    double newest = 1;
    double second = 0.97;
    double third = 0.97 * 0.97;
    double total = newest + second + third;

    assertEquals(
        Math.sqrt(second / total), value(new CategoryAffinityFeature(), unrelated, viewer), 1e-9);
    assertEquals(
        Math.sqrt((newest + third) / total),
        value(new CategoryAffinityFeature(), taken, viewer),
        1e-9);
  }

  @Test
  void ofAStrangerNothingIsKnown() {
    assertTrue(Double.isNaN(value(new NewWorkFeature(), taken, viewer())));
    assertTrue(Double.isNaN(value(new CategoryAffinityFeature(), taken, viewer())));
  }
}
