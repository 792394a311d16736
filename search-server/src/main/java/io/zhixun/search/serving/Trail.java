package io.zhixun.search.serving;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.learner.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A learner's history as the learned model reads it: rows of items with positive weights, newest
 * last.
 *
 * @param steps newest last
 */
public record Trail(List<Step> steps) {
  /**
   * The newest so many items speak for a learner, so that an answer to somebody of many years costs
   * no more than one to somebody of some months.
   */
  static final int LONGEST = 100;

  /** No history. */
  public static final Trail EMPTY = new Trail(List.of());

  public Trail {
    steps = List.copyOf(steps);
  }

  /** One item of a history. */
  public record Step(int row, float weight) {}

  /** The history of a learner; items that are not known, or not liked, are passed over. */
  static Trail of(
      Learner learner, EventWeights weights, Function<ItemId, Optional<ItemFacts>> facts) {
    List<Touch> touches = learner.touches();
    List<Step> steps = new ArrayList<>(Math.min(LONGEST, touches.size()));
    for (Touch touch : touches.reversed()) {
      if (steps.size() == LONGEST) {
        break;
      }
      float weight = weights.of(touch.done());
      if (weight > 0) {
        facts.apply(touch.item()).ifPresent(item -> steps.add(new Step(item.row(), weight)));
      }
    }
    return new Trail(steps.reversed());
  }

  /** A history of one item. */
  public static Trail of(int row) {
    return new Trail(List.of(new Step(row, 1)));
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
