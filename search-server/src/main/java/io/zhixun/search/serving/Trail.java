package io.zhixun.search.serving;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.learner.Touch;
import io.zhixun.ranking.recipe.History;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A learner's history as the learned model reads it: rows of items with positive weights, newest
 * last. Immutable, and made for one request: what a model finds out about it is found out once.
 */
public final class Trail {
  /**
   * The newest so many items speak for a learner, so that an answer to somebody of many years costs
   * no more than one to somebody of some months.
   */
  static final int LONGEST = 100;

  /** No history. */
  public static final Trail EMPTY = new Trail(List.of());

  private final List<Step> steps;
  private final OptionalInt learner;
  private final History history;

  /**
   * The history of a learner.
   *
   * @param steps newest last
   * @param learner the row that the store issued to whoever took them: what training learned of
   *     them beyond their items is then used too; empty when nobody in particular asks
   */
  public Trail(List<Step> steps, OptionalInt learner) {
    this.steps = List.copyOf(steps);
    this.learner = learner;
    this.history = history(this.steps, learner);
  }

  /** The history of nobody in particular. */
  public Trail(List<Step> steps) {
    this(steps, OptionalInt.empty());
  }

  private static History history(List<Step> steps, OptionalInt learner) {
    if (steps.isEmpty()) {
      return History.EMPTY;
    }
    int[] rows = new int[steps.size()];
    float[] weights = new float[rows.length];
    for (int at = 0; at < rows.length; at++) {
      rows[at] = steps.get(at).row();
      weights[at] = steps.get(at).weight();
    }
    History history = History.of(rows, weights);
    return learner.isPresent() ? history.ofLearner(learner.getAsInt()) : history;
  }

  public List<Step> steps() {
    return steps;
  }

  public OptionalInt learner() {
    return learner;
  }

  /** The same as the model reads it. */
  public History history() {
    return history;
  }

  /** One item of a history. */
  public record Step(int row, float weight) {}

  /**
   * The history of a learner; items that are not known, not liked, or of a tag that the learner has
   * hidden are passed over.
   */
  public static Trail of(
      Learner learner, EventWeights weights, Function<ItemId, Optional<ItemFacts>> facts) {
    List<Touch> touches = learner.touches();
    List<Step> steps = new ArrayList<>(Math.min(LONGEST, touches.size()));
    for (Touch touch : touches.reversed()) {
      if (steps.size() == LONGEST) {
        break;
      }
      float weight = weights.of(touch.done());
      if (weight > 0) {
        facts
            .apply(touch.item())
            .filter(item -> Collections.disjoint(item.tags(), learner.hiddenTags()))
            .ifPresent(item -> steps.add(new Step(item.row(), weight)));
      }
    }
    return new Trail(steps.reversed());
  }

  /** The same history, told to be that of the learner with this row, if any. */
  public Trail ofLearner(OptionalInt row) {
    return new Trail(steps, row);
  }

  /** A history of one item. */
  public static Trail of(int row) {
    return new Trail(List.of(new Step(row, 1)));
  }

  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
