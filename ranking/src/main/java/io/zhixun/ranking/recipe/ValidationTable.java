package io.zhixun.ranking.recipe;

import io.zhixun.ranking.evaluate.Metrics;
import io.zhixun.ranking.evaluate.Split;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.math.Workers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The calibrated scores of every part for the candidates of every validation learner, so that a
 * blend can be judged without asking the parts again.
 */
final class ValidationTable {
  static final int K = 20;
  private static final int PROPOSED = 60; // by each part
  private static final int USERS_A_TASK = 16;

  private final Learner[] learners;
  private final int mostCandidates;

  /** One learner's candidates, ascending by row: scores {@code [parts × candidates]}. */
  private static final class Learner {
    private final int[] rows;
    private final float[] scores;
    private final BitSet relevant;
    private final int relevantCount;

    Learner(int[] rows, float[] scores, BitSet relevant, int relevantCount) {
      this.rows = rows;
      this.scores = scores;
      this.relevant = relevant;
      this.relevantCount = relevantCount;
    }
  }

  private ValidationTable(Learner[] learners) {
    this.learners = learners;
    int most = 0;
    for (Learner learner : learners) {
      most = Math.max(most, learner.rows.length);
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
    History history = History.of(known, train.weightsOf(user)).usable(train.items(), historyLimit);
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
    BitSet relevant = new BitSet();
    for (int row : split.test().itemsOf(user)) {
      relevant.set(row);
    }
    return new Learner(rows, scores, relevant, split.test().userDegree(user));
  }

  int learners() {
    return learners.length;
  }

  /** Each learner's numbers under a blend. */
  Metrics[] judge(float[] weights, Workers workers) {
    Metrics[] numbers = new Metrics[learners.length];
    workers.forEach(
        (learners.length + USERS_A_TASK - 1) / USERS_A_TASK,
        (task, _) -> {
          TopRows best = new TopRows(K);
          float[] sums = new float[mostCandidates];
          int end = Math.min((task + 1) * USERS_A_TASK, learners.length);
          for (int at = task * USERS_A_TASK; at < end; at++) {
            numbers[at] = judge(learners[at], weights, sums, best);
          }
        });
    return numbers;
  }

  private static Metrics judge(Learner learner, float[] weights, float[] sums, TopRows best) {
    int size = learner.rows.length;
    Arrays.fill(sums, 0, size, 0);
    for (int part = 0; part < weights.length; part++) {
      if (weights[part] != 0) {
        Simd.addScaled(sums, 0, weights[part], learner.scores, part * size, size);
      }
    }
    for (int at = 0; at < size; at++) {
      if (sums[at] >= best.floor()) {
        best.offer(learner.rows[at], sums[at]);
      }
    }
    return Metrics.of(best.drain(), K, learner.relevant::get, learner.relevantCount);
  }
}
