package io.zhixun.ranking.recipe;

import io.zhixun.ranking.evaluate.Metrics;
import io.zhixun.ranking.math.Workers;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds weights for the parts on a validation table: starts from the best part alone, then changes
 * the one weight (or swaps one member of a family for another) that gains most, until nothing gains
 * enough to be believed.
 */
final class BlendSearch {
  private static final float[] WEIGHTS = {0, 0.1f, 0.2f, 0.3f, 0.4f, 0.6f, 0.8f, 1, 1.5f, 2, 3, 4};
  private static final double ENOUGH = 0.002; // relative gain in ndcg
  private static final int MOST_STEPS = 20;

  private final List<Method> methods;
  private final ValidationTable table;
  private final Workers workers;
  private final List<Choice.Trial> trials = new ArrayList<>();

  BlendSearch(List<Method> methods, ValidationTable table, Workers workers) {
    this.methods = methods;
    this.table = table;
    this.workers = workers;
  }

  /** The weights chosen, beside the methods; 0 for what is not used. */
  float[] run() {
    Blend best = bestAlone();
    for (int step = 0; step < MOST_STEPS; step++) {
      Blend better = bestChange(best);
      if (better.ndcg() < best.ndcg() * (1 + ENOUGH)) {
        break;
      }
      best = better;
      trials.add(best.trial());
    }
    return best.weights();
  }

  List<Choice.Trial> trials() {
    return trials;
  }

  private Blend bestAlone() {
    Blend best = new Blend(new float[methods.size()], Metrics.ZERO, "nothing");
    for (int part = 0; part < methods.size(); part++) {
      float[] weights = new float[methods.size()];
      weights[part] = 1;
      Blend alone = judge(weights);
      trials.add(alone.trial());
      if (part == 0 || alone.ndcg() > best.ndcg()) {
        best = alone;
      }
    }
    return best;
  }

  private Blend bestChange(Blend from) {
    Blend best = from;
    for (int part = 0; part < methods.size(); part++) {
      for (float weight : WEIGHTS) {
        float[] weights = from.weights().clone();
        for (int other = 0; other < weights.length; other++) {
          if (methods.get(other).family().equals(methods.get(part).family())) {
            weights[other] = 0;
          }
        }
        weights[part] = weight;
        if (sum(weights) > 0) {
          Blend changed = judge(weights);
          if (changed.ndcg() > best.ndcg()) {
            best = changed;
          }
        }
      }
    }
    return best;
  }

  private static float sum(float[] weights) {
    float sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    return sum;
  }

  private Blend judge(float[] weights) {
    double ndcg = 0;
    double recall = 0;
    Metrics[] numbers = table.judge(weights, workers);
    for (Metrics one : numbers) {
      ndcg += one.ndcg();
      recall += one.recall();
    }
    int count = Math.max(1, numbers.length);
    return new Blend(weights, new Metrics(recall / count, ndcg / count, 0, 0), label(weights));
  }

  private String label(float[] weights) {
    StringBuilder label = new StringBuilder();
    for (int part = 0; part < weights.length; part++) {
      if (weights[part] > 0) {
        label.append(label.isEmpty() ? "" : " + ");
        label.append(weights[part] == 1 ? "" : weights[part] + " ");
        label.append(methods.get(part).label());
      }
    }
    return label.toString();
  }

  /** Weights and what they are worth. */
  private static final class Blend {
    private final float[] weights;
    private final Metrics mean;
    private final String label;

    Blend(float[] weights, Metrics mean, String label) {
      this.weights = weights;
      this.mean = mean;
      this.label = label;
    }

    float[] weights() {
      return weights;
    }

    double ndcg() {
      return mean.ndcg();
    }

    Choice.Trial trial() {
      return new Choice.Trial(label, mean.ndcg(), mean.recall());
    }
  }
}
