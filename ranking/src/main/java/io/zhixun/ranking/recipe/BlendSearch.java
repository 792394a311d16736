package io.zhixun.ranking.recipe;

import io.zhixun.ranking.evaluate.Metrics;
import io.zhixun.ranking.math.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds weights for parts on validation tables: starts from a part alone, then makes the one change
 * (of a weight, or of a member of a family for another) that gains most, until nothing gains enough
 * to be believed. One table is climbed from the best part. Where there are several, floors make
 * ridges on which single changes get stuck; then the best parts of {@value #STARTS} families start,
 * and the best end is taken.
 *
 * <p>A blend is worth the geometric mean over the tables of its ndcg divided by that of the plain
 * walk, each table with its share of the exponent: so relative gains count alike, however difficult
 * a table is. It is multiplied by the third power of the lowest ratio of its ndcg to a table's
 * floor where that is below 1. The floor of the first table is what the plain walk reaches; of the
 * others, nearly what the best part alone does: what wins in one respect and loses in another is
 * not taken.
 */
final class BlendSearch {
  private static final float[] WEIGHTS = {0, 0.1f, 0.2f, 0.3f, 0.4f, 0.6f, 0.8f, 1, 1.5f, 2, 3, 4};

  /** Between tables that pull apart, small shares of a part that only one of them likes matter. */
  private static final float[] FINE = {
    0, 0.02f, 0.05f, 0.1f, 0.2f, 0.3f, 0.4f, 0.6f, 0.8f, 1, 1.5f, 2, 3, 4
  };

  private static final double ENOUGH = 0.002; // relative gain
  private static final int MOST_STEPS = 30;
  private static final int STARTS = 3;
  private static final double STRICTNESS = 3;

  private final List<Method.Offer> offers;
  private final List<ValidationTable> tables;
  private final double[] plain; // ndcg of the plain walk on each table
  private final double[] floors; // ndcg below which a blend is worth the less
  private final double[] shares; // what each table counts
  private final Workers workers;
  private final List<Choice.Trial> trials = new ArrayList<>();

  /**
   * Sets out.
   *
   * @param offers the first of which is the plain walk
   * @param tables with a column for each offer
   */
  BlendSearch(List<Method.Offer> offers, List<ValidationTable> tables, Aim aim, Workers workers) {
    if (offers.isEmpty()) {
      throw new IllegalArgumentException("offers must hold the plain walk, got none");
    }
    this.offers = offers;
    this.tables = tables;
    this.workers = workers;
    this.shares = new double[tables.size()];
    for (int table = 0; table < shares.length; table++) {
      double others = (1 - aim.first()) / Math.max(1, shares.length - 1);
      shares[table] = shares.length == 1 ? 1 : table == 0 ? aim.first() : others;
    }
    this.plain = new double[tables.size()];
    this.floors = new double[tables.size()];
    List<float[]> alone = alone();
    for (int table = 0; table < plain.length; table++) {
      List<Metrics> means = tables.get(table).means(alone, workers);
      plain[table] = Math.max(1e-9, means.getFirst().ndcg());
      double best = means.stream().mapToDouble(Metrics::ndcg).max().orElse(0);
      floors[table] = Math.max(plain[table], table == 0 ? 0 : aim.tolerated() * best);
    }
  }

  /**
   * What a search looks for.
   *
   * @param first what the first table counts, where there are others, 0..1
   * @param tolerated the share of what the best part alone reaches on another table, below which a
   *     blend is worth the less
   */
  record Aim(double first, double tolerated) {}

  /** Each part by itself. */
  private List<float[]> alone() {
    List<float[]> alone = new ArrayList<>();
    for (int part = 0; part < offers.size(); part++) {
      float[] weights = new float[offers.size()];
      weights[part] = 1;
      alone.add(weights);
    }
    return alone;
  }

  /** The weights chosen, beside the offers; 0 for what is not used. */
  float[] run() {
    List<Blend> alone = judge(alone());
    alone.forEach(blend -> trials.add(blend.trial()));
    Blend best = alone.getFirst();
    for (Blend start : starts(alone)) {
      best = best(best, List.of(climb(start)));
    }
    if (!trials.getLast().equals(best.trial())) {
      trials.add(best.trial());
    }
    return best.weights;
  }

  /** The best part of each of the best families. */
  private List<Blend> starts(List<Blend> alone) {
    int wanted = tables.size() == 1 ? 1 : STARTS;
    List<Integer> order = new ArrayList<>();
    for (int part = 0; part < alone.size(); part++) {
      order.add(part);
    }
    order.sort(Comparator.comparingDouble(part -> -alone.get(part).worth)); // stable
    Set<String> families = new HashSet<>();
    List<Blend> starts = new ArrayList<>();
    for (int part : order) {
      if (starts.size() < wanted && families.add(offers.get(part).family())) {
        starts.add(alone.get(part));
      }
    }
    return starts;
  }

  private Blend climb(Blend start) {
    Blend best = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      Blend better = bestChange(best);
      if (better.worth < best.worth * (1 + ENOUGH)) {
        break;
      }
      best = better;
      trials.add(best.trial());
    }
    return best;
  }

  List<Choice.Trial> trials() {
    return trials;
  }

  private Blend bestChange(Blend from) {
    List<float[]> changes = new ArrayList<>();
    for (int part = 0; part < offers.size(); part++) {
      for (float weight : tables.size() == 1 ? WEIGHTS : FINE) {
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
    double[] logarithm = new double[blends.size()];
    double[] lowest = new double[blends.size()];
    Arrays.fill(lowest, 1);
    double[] ndcg = new double[blends.size()];
    double[] recall = new double[blends.size()];
    for (int table = 0; table < plain.length; table++) {
      List<Metrics> means = tables.get(table).means(blends, workers);
      for (int at = 0; at < logarithm.length; at++) {
        double ratio = means.get(at).ndcg() / plain[table];
        logarithm[at] += shares[table] * Math.log(Math.max(1e-9, ratio));
        lowest[at] = Math.min(lowest[at], means.get(at).ndcg() / floors[table]);
        ndcg[at] += means.get(at).ndcg() / plain.length;
        recall[at] += means.get(at).recall() / plain.length;
      }
    }
    List<Blend> judged = new ArrayList<>();
    for (int at = 0; at < logarithm.length; at++) {
      float[] weights = blends.get(at);
      Choice.Trial trial = new Choice.Trial(label(weights), ndcg[at], recall[at]);
      judged.add(
          new Blend(weights, Math.exp(logarithm[at]) * Math.pow(lowest[at], STRICTNESS), trial));
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
