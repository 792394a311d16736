package io.zhixun.search.serving;

import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.recipe.CandidateLimits;
import io.zhixun.ranking.recipe.History;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.ranking.recipe.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The learned model of one snapshot, asked with live histories. Items newer than the snapshot are
 * outside of it: they score 0 and are never proposed by it.
 */
public final class Collaborative {
  private final LearnedModel model;
  private final Map<String, Double> weights;
  private final ColdBoard cold;

  public Collaborative(LearnedModel model) {
    this(model, Map.of(), ColdBoard.silent());
  }

  /**
   * @param weights of the blend that were learned with it; empty where those of the settings hold
   * @param cold what is said of items of which the model knows hardly anything
   */
  public Collaborative(LearnedModel model, Map<String, Double> weights, ColdBoard cold) {
    this.model = model;
    this.weights = Map.copyOf(weights);
    this.cold = cold;
  }

  /** What is said of items of which the model knows hardly anything; it follows edits. */
  ColdBoard cold() {
    return cold;
  }

  /** Learned weights of the blend, by {@code search.} or {@code feed.} and the feature. */
  public Map<String, Double> weights() {
    return weights;
  }

  /** Rows nearest to the learner's vector, best first, less those of the history. */
  public List<Integer> nearest(Trail trail, int limit) {
    return list(
        model
            .candidates(trail.history(), new CandidateLimits(limit, 0, 0), rows(trail))
            .embedding());
  }

  /** Rows that go with those of a history, best first, less those of the history. */
  public List<Integer> neighbours(Trail trail, int limit) {
    return list(
        model
            .candidates(trail.history(), new CandidateLimits(0, limit, 0), rows(trail))
            .neighbours());
  }

  /** Rows that go with one item by itself, best first. */
  public List<Integer> alongside(int row, int limit) {
    return list(model.alongside(row, limit));
  }

  /** The scores of rows for a history; empty when there is no history to score by. */
  public Optional<Scores> scores(Trail trail, int[] rows) {
    History history = trail.history();
    return history.size() == 0 ? Optional.empty() : Optional.of(model.score(history, rows));
  }

  /** How often each row is taken together with a history; empty when there is none. */
  public Optional<float[]> cooccurrence(Trail trail, int[] rows) {
    History history = trail.history();
    return history.size() == 0 ? Optional.empty() : Optional.of(model.cooccurrence(history, rows));
  }

  /**
   * What is written about rows that hardly anybody took says so much for a history; {@code NaN} of
   * all other rows. Empty when there is no history or nothing was learned of texts.
   */
  public Optional<float[]> likeness(Trail trail, int[] rows) {
    History history = trail.history();
    return history.size() == 0 || cold.size() == 0
        ? Optional.empty()
        : Optional.of(cold.scores(history, rows));
  }

  /** Rows that hardly anybody took, by texts like those of a history, best first. */
  public List<Integer> alike(Trail trail, int limit, IntPredicate allowed) {
    History history = trail.history();
    return history.size() == 0 || cold.size() == 0
        ? List.of()
        : list(cold.best(history, limit, allowed));
  }

  /** For each row the row of a history that speaks loudest for it; −1 where none does. */
  public int[] causes(Trail trail, int[] rows) {
    int[] causes = model.causes(trail.history(), rows);
    Arrays.setAll(
        causes,
        at -> causes[at] < 0 ? cold.cause(trail.history(), rows[at]).orElse(-1) : causes[at]);
    return causes;
  }

  private static BitSet rows(Trail trail) {
    BitSet rows = new BitSet();
    trail.steps().forEach(step -> rows.set(step.row()));
    return rows;
  }

  private static List<Integer> list(ScoredRows scored) {
    List<Integer> rows = new ArrayList<>(scored.size());
    for (int rank = 0; rank < scored.size(); rank++) {
      rows.add(scored.row(rank));
    }
    return rows;
  }
}
