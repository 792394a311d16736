package io.zhixun.ranking.recipe;

import io.zhixun.ranking.evaluate.Metrics;
import io.zhixun.ranking.math.Workers;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds weights for parts on validation tables: starts from the best part alone, then makes the one
 * change (of a weight, or of a member of a family for another) that gains most, until nothing gains
 * enough to be believed.
 *
 * <p>A blend is worth the mean over the tables of its ndcg divided by that of the plain walk, so
 * that tables of different difficulty count alike.
 */
final class BlendSearch {
  private static final float[] WEIGHTS = {0, 0.1f, 0.2f, 0.3f, 0.4f, 0.6f, 0.8f, 1, 1.5f, 2, 3, 4};
  private static final double ENOUGH = 0.002; // relative gain
  private static final int MOST_STEPS = 30;

  private final List<Method.Offer> offers;
  private final List<ValidationTable> tables;
  private final double[] plain; // ndcg of the plain walk on each table
  private final Workers workers;
  private final List<Choice.Trial> trials = new ArrayList<>();

  /**
   * Sets out.
   *
   * @param offers the first of which is the plain walk
   * @param tables with a column for each offer
   */
  BlendSearch(List<Method.Offer> offers, List<ValidationTable> tables, Workers workers) {
    this.offers = offers;
    this.tables = tables;
    this.workers = workers;
    this.plain = new double[tables.size()];
    float[] walk = new float[offers.size()];
    walk[0] = 1;
    for (int table = 0; table < plain.length; table++) {
      plain[table] =
          Math.max(1e-9, tables.get(table).means(List.of(walk), workers).getFirst().ndcg());
    }
  }

  /** The weights chosen, beside the offers; 0 for what is not used. */
  float[] run() {
    Blend best = bestAlone();
    for (int step = 0; step < MOST_STEPS; step++) {
      Blend better = bestChange(best);
      if (better.worth < best.worth * (1 + ENOUGH)) {
        break;
      }
      best = better;
      trials.add(best.trial());
    }
    return best.weights;
  }

  List<Choice.Trial> trials() {
    return trials;
  }

  private Blend bestAlone() {
    List<float[]> alone = new ArrayList<>();
    for (int part = 0; part < offers.size(); part++) {
      float[] weights = new float[offers.size()];
      weights[part] = 1;
      alone.add(weights);
    }
    List<Blend> judged = judge(alone);
    judged.forEach(blend -> trials.add(blend.trial()));
    return best(judged.getFirst(), judged);
  }

  private Blend bestChange(Blend from) {
    List<float[]> changes = new ArrayList<>();
    for (int part = 0; part < offers.size(); part++) {
      for (float weight : WEIGHTS) {
        float[] weights = changed(from.weights, part, weight);
        if (sum(weights) > 0 && weight != from.weights[part]) {
          changes.add(weights);
        }
      }
    }
    return best(from, judge(changes));
  }

  private static Blend best(Blend from, List<Blend> others) {
    Blend best = from;
    for (Blend other : others) {
      best = other.worth > best.worth ? other : best;
    }
    return best;
  }

  /** With another weight for a part; those that cannot be beside it leave. */
  private float[] changed(float[] weights, int part, float weight) {
    float[] changed = weights.clone();
    if (weight > 0) {
      for (int other = 0; other < changed.length; other++) {
        if (other != part && !offers.get(part).goesWith(offers.get(other))) {
          changed[other] = 0;
        }
      }
    }
    changed[part] = weight;
    return changed;
  }

  private static float sum(float[] weights) {
    float sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    return sum;
  }

  private List<Blend> judge(List<float[]> blends) {
    double[] worth = new double[blends.size()];
    double[] ndcg = new double[blends.size()];
    double[] recall = new double[blends.size()];
    for (int table = 0; table < plain.length; table++) {
      List<Metrics> means = tables.get(table).means(blends, workers);
      for (int at = 0; at < worth.length; at++) {
        worth[at] += means.get(at).ndcg() / plain[table] / plain.length;
        ndcg[at] += means.get(at).ndcg() / plain.length;
        recall[at] += means.get(at).recall() / plain.length;
      }
    }
    List<Blend> judged = new ArrayList<>();
    for (int at = 0; at < worth.length; at++) {
      float[] weights = blends.get(at);
      Choice.Trial trial = new Choice.Trial(label(weights), ndcg[at], recall[at]);
      judged.add(new Blend(weights, worth[at], trial));
    }
    return judged;
  }

  private String label(float[] weights) {
    StringBuilder label = new StringBuilder();
    for (int part = 0; part < weights.length; part++) {
      if (weights[part] > 0) {
        label.append(label.isEmpty() ? "" : " + ");
        label.append(weights[part] == 1 ? "" : weights[part] + " ");
        label.append(offers.get(part).label());
      }
    }
    return label.toString();
  }

  /** Weights and what they are worth. */
  private static final class Blend {
    private final float[] weights;
    private final double worth;
    private final Choice.Trial trial;

    Blend(float[] weights, double worth, Choice.Trial trial) {
      this.weights = weights;
      this.worth = worth;
      this.trial = trial;
    }

    Choice.Trial trial() {
      return trial;
    }
  }
}
