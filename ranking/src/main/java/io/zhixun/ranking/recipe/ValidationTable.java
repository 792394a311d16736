package io.zhixun.ranking.recipe;

import io.zhixun.ranking.evaluate.Metrics;
import io.zhixun.ranking.evaluate.Split;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The calibrated scores of every part for the candidates of every validation learner, so that a
 * blend can be judged without asking the parts again.
 */
final class ValidationTable {
  static final int K = 20;
  private static final int PROPOSED = 40; // by each part
  private static final int USERS_A_TASK = 16;

  /** 1 / log2(rank + 2), and the sums of the first of them. */
  private static final double[] DISCOUNTS = new double[K];

  private static final double[] IDEAL = new double[K + 1];

  static {
    for (int rank = 0; rank < K; rank++) {
      DISCOUNTS[rank] = Math.log(2) / Math.log(rank + 2.0);
      IDEAL[rank + 1] = IDEAL[rank] + DISCOUNTS[rank];
    }
  }

  private final Learner[] learners;
  private final int mostCandidates;

  /** One learner's candidates, ascending by row: scores {@code [parts × candidates]}. */
  private static final class Learner {
    private final int size;
    private final float[] scores;
    private final int[] relevant; // places among the candidates
    private final int relevantCount; // with those that nobody proposed

    Learner(int size, float[] scores, int[] relevant, int relevantCount) {
      this.size = size;
      this.scores = scores;
      this.relevant = relevant;
      this.relevantCount = relevantCount;
    }

    /** Writes the weighted sum of all parts to {@code sums[0 .. size − 1]}. */
    void sum(float[] weights, float[] sums) {
      Arrays.fill(sums, 0, size, 0);
      for (int part = 0; part < weights.length; part++) {
        if (weights[part] != 0) {
          Simd.addScaled(sums, 0, weights[part], scores, part * size, size);
        }
      }
    }

    /** The candidate's 0-based rank by sums, ties by row; no list need be sorted for it. */
    int rank(int at, float[] sums) {
      return Simd.countFrom(sums, 0, at, sums[at])
          + Simd.countAbove(sums, at + 1, size - at - 1, sums[at]);
    }
  }

  private ValidationTable(Learner[] learners) {
    this.learners = learners;
    int most = 0;
    for (Learner learner : learners) {
      most = Math.max(most, learner.size);
    }
    this.mostCandidates = most;
  }

  /** Asks every part, trained on {@code split.train()}, for at most {@code most} learners. */
  static ValidationTable of(Split split, List<Part> parts, Sample sample, Workers workers) {
    int[] users = sample.of(split);
    Learner[] learners = new Learner[users.length];
    workers.forEach(
        (users.length + USERS_A_TASK - 1) / USERS_A_TASK,
        (task, _) -> {
          int end = Math.min((task + 1) * USERS_A_TASK, users.length);
          for (int at = task * USERS_A_TASK; at < end; at++) {
            learners[at] = learner(split, users[at], parts, sample.historyLimit());
          }
        });
    return new ValidationTable(learners);
  }

  /** Which learners judge. */
  record Sample(int most, int historyLimit, long seed) {
    int[] of(Split split) {
      int[] users = new int[split.test().users()];
      int count = 0;
      for (int user = 0; user < users.length; user++) {
        if (split.test().userDegree(user) > 0 && split.train().userDegree(user) > 0) {
          users[count++] = user;
        }
      }
      for (int at = 0; at < Math.min(most, count); at++) { // a partial shuffle
        int other = at + Noise.below(seed, at, count - at);
        int user = users[at];
        users[at] = users[other];
        users[other] = user;
      }
      int[] chosen = Arrays.copyOf(users, Math.min(most, count));
      Arrays.sort(chosen);
      return chosen;
    }
  }

  private static Learner learner(Split split, int user, List<Part> parts, int historyLimit) {
    Interactions train = split.train();
    int[] known = train.itemsOf(user);
    BitSet excluded = new BitSet();
    for (int row : known) {
      excluded.set(row);
    }
    History history =
        History.of(known, train.weightsOf(user))
            .ofLearner(user)
            .usable(train.items(), historyLimit);
    Part.Prepared[] prepared = new Part.Prepared[parts.size()];
    BitSet proposed = new BitSet();
    for (int part = 0; part < prepared.length; part++) {
      prepared[part] = parts.get(part).prepare(history);
      var best = prepared[part].best(PROPOSED, excluded);
      for (int rank = 0; rank < best.size(); rank++) {
        proposed.set(best.row(rank));
      }
    }
    int[] rows = proposed.stream().toArray();
    float[] scores = new float[prepared.length * rows.length];
    for (int part = 0; part < prepared.length; part++) {
      for (int at = 0; at < rows.length; at++) {
        scores[part * rows.length + at] = prepared[part].score(rows[at]);
      }
      prepared[part].close();
    }
    int[] relevant = new int[rows.length];
    int found = 0;
    for (int row : split.test().itemsOf(user)) {
      int at = Arrays.binarySearch(rows, row);
      if (at >= 0) {
        relevant[found++] = at;
      }
    }
    return new Learner(
        rows.length, scores, Arrays.copyOf(relevant, found), split.test().userDegree(user));
  }

  int learners() {
    return learners.length;
  }

  /** Each learner's ndcg under a blend. */
  double[] each(float[] weights, Workers workers) {
    double[] numbers = new double[learners.length];
    workers.forEach(
        tasks(),
        (task, _) -> {
          float[] sums = new float[mostCandidates];
          double[] total = new double[2];
          for (int at = first(task); at < first(task + 1); at++) {
            Arrays.fill(total, 0);
            add(learners[at], weights, sums, total, 0);
            numbers[at] = total[0];
          }
        });
    return numbers;
  }

  /** The mean over all learners of each of some blends: recall, ndcg and nothing else. */
  List<Metrics> means(List<float[]> blends, Workers workers) {
    double[][] parts = new double[tasks()][];
    workers.forEach(
        parts.length,
        (task, _) -> {
          float[] sums = new float[mostCandidates];
          double[] totals = new double[2 * blends.size()];
          for (int at = first(task); at < first(task + 1); at++) {
            for (int blend = 0; blend < blends.size(); blend++) {
              add(learners[at], blends.get(blend), sums, totals, 2 * blend);
            }
          }
          parts[task] = totals;
        });
    double[] totals = new double[2 * blends.size()];
    for (double[] part : parts) { // in order, so that threads change nothing
      for (int at = 0; at < totals.length; at++) {
        totals[at] += part[at];
      }
    }
    int count = Math.max(1, learners.length);
    List<Metrics> means = new ArrayList<>();
    for (int blend = 0; blend < blends.size(); blend++) {
      means.add(new Metrics(totals[2 * blend + 1] / count, totals[2 * blend] / count, 0, 0));
    }
    return means;
  }

  /** Adds a learner's ndcg and recall at {@code totals[to]} and after it. */
  private static void add(Learner learner, float[] weights, float[] sums, double[] totals, int to) {
    learner.sum(weights, sums);
    int hits = 0;
    double gain = 0;
    for (int at : learner.relevant) {
      int rank = learner.rank(at, sums);
      if (rank < K) {
        gain += DISCOUNTS[rank];
        hits++;
      }
    }
    totals[to] += gain / IDEAL[Math.min(K, learner.relevantCount)];
    totals[to + 1] += (double) hits / learner.relevantCount;
  }

  private int tasks() {
    return (learners.length + USERS_A_TASK - 1) / USERS_A_TASK;
  }

  private int first(int task) {
    return Math.min(task * USERS_A_TASK, learners.length);
  }
}
