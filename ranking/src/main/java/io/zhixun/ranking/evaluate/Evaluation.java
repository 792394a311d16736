package io.zhixun.ranking.evaluate;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/**
 * The lists of all users who have test items, measured. Kept: each user's numbers, in user order,
 * so that two evaluations of one split can be compared in pairs.
 *
 * @param k how long the lists were
 * @param users the users measured, ascending
 * @param perUser their numbers
 * @param breadth what the lists have in common
 */
public record Evaluation(int k, List<Integer> users, List<Metrics> perUser, Breadth breadth) {
  private static final int USERS_A_TASK = 32;

  /** Below so many training items a learner is cold. */
  public static final int WARM_FROM = 10;

  /** From so many training items a learner is heavy. */
  public static final int HEAVY_FROM = 50;

  public Evaluation {
    users = List.copyOf(users);
    perUser = List.copyOf(perUser);
  }

  /** Asks for the list of every user who has a test item. */
  public static Evaluation run(Split split, Recommender recommender, int k, Workers workers) {
    return run(split, recommender, k, split.asked(), workers);
  }

  /** Asks for the lists of these users, each of whom must have a test item. */
  public static Evaluation run(
      Split split, Recommender recommender, int k, int[] users, Workers workers) {
    Metrics[] numbers = new Metrics[users.length];
    ScoredRows[] lists = new ScoredRows[users.length];
    workers.forEach(
        (users.length + USERS_A_TASK - 1) / USERS_A_TASK,
        (task, _) -> {
          int end = Math.min((task + 1) * USERS_A_TASK, users.length);
          for (int at = task * USERS_A_TASK; at < end; at++) {
            lists[at] = recommender.recommend(users[at], k);
            numbers[at] = measure(split.test(), users[at], lists[at], k);
          }
        });
    List<Integer> asked = new ArrayList<>(users.length);
    for (int user : users) {
      asked.add(user);
    }
    return new Evaluation(
        k, asked, Arrays.asList(numbers), Breadth.of(Arrays.asList(lists), k, split.train()));
  }

  private static Metrics measure(Interactions test, int user, ScoredRows list, int k) {
    int from = test.userStart(user);
    int to = test.userStart(user + 1);
    return Metrics.of(
        list,
        k,
        row -> {
          for (int entry = from; entry < to; entry++) {
            if (test.item(entry) == row) {
              return true;
            }
          }
          return false;
        },
        to - from);
  }

  /** The mean over all users measured; zeros when there are none. */
  public Metrics mean() {
    return mean(_ -> true);
  }

  /** The mean over users with {@code from} (included) to {@code to} (not) training items. */
  public Metrics mean(Interactions train, int from, int to) {
    return mean(user -> train.userDegree(user) >= from && train.userDegree(user) < to);
  }

  private Metrics mean(IntPredicate included) {
    double recall = 0;
    double ndcg = 0;
    double hit = 0;
    double reciprocal = 0;
    int count = 0;
    for (int at = 0; at < perUser.size(); at++) {
      if (included.test(users.get(at))) {
        Metrics one = perUser.get(at);
        recall += one.recall();
        ndcg += one.ndcg();
        hit += one.hit();
        reciprocal += one.reciprocalRank();
        count++;
      }
    }
    return count == 0
        ? Metrics.ZERO
        : new Metrics(recall / count, ndcg / count, hit / count, reciprocal / count);
  }

  /** One number of each user, for intervals. */
  public double[] values(ToDoubleFunction<Metrics> number) {
    return perUser.stream().mapToDouble(number).toArray();
  }
}
