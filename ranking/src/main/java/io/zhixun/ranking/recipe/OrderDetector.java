package io.zhixun.ranking.recipe;

import io.zhixun.ranking.evaluate.Split;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.InteractionsBuilder;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.neighbour.TransitionSettings;
import io.zhixun.ranking.neighbour.Transitions;
import java.util.List;

/**
 * Whether the order in which a learner's entries are listed means anything.
 *
 * <p>Timestamps mean something. Lists that ascend by item (at least 99 % of them) are sets. For
 * others, transitions counted on the lists as they stand must find each learner's last item better
 * than those counted on shuffled lists, by more than chance explains.
 */
final class OrderDetector {
  private static final double ASCENDING = 0.99;
  private static final double STANDARD_ERRORS = 3;
  private static final int NEIGHBOURS = 100;

  private final RecipeSettings settings;
  private final Workers workers;

  OrderDetector(RecipeSettings settings, Workers workers) {
    this.settings = settings;
    this.workers = workers;
  }

  boolean ordered(Interactions all) {
    return switch (all.sequence()) {
      case TIMED -> true;
      case NONE -> false;
      case LISTED -> !ascends(all) && transitionsFindMore(all);
    };
  }

  private static boolean ascends(Interactions all) {
    long lists = 0;
    long ascending = 0;
    for (int user = 0; user < all.users(); user++) {
      if (all.userDegree(user) >= 2) {
        boolean ascends = true;
        for (int entry = all.userStart(user) + 1; entry < all.userStart(user + 1); entry++) {
          ascends &= all.item(entry - 1) < all.item(entry);
        }
        lists++;
        ascending += ascends ? 1 : 0;
      }
    }
    return ascending >= ASCENDING * lists;
  }

  private boolean transitionsFindMore(Interactions all) {
    Split asListed = lastOut(all);
    Split shuffled = new Split(shuffled(asListed.train()), asListed.test());
    double[] listed = judge(asListed);
    double[] mixed = judge(shuffled);
    double sum = 0;
    double squares = 0;
    for (int at = 0; at < listed.length; at++) {
      double difference = listed[at] - mixed[at];
      sum += difference;
      squares += difference * difference;
    }
    if (listed.length < 2) {
      return false;
    }
    double mean = sum / listed.length;
    double variance = (squares - mean * sum) / (listed.length - 1);
    return mean > STANDARD_ERRORS * Math.sqrt(variance / listed.length);
  }

  private static Split lastOut(Interactions all) {
    return new Split(
        all.filter(
            (user, entry) -> all.userDegree(user) < 2 || entry + 1 < all.userStart(user + 1)),
        all.filter(
            (user, entry) -> all.userDegree(user) >= 2 && entry + 1 == all.userStart(user + 1)));
  }

  private double[] judge(Split split) {
    Part part =
        new NeighbourPart(
            Transitions.count(split.train(), TransitionSettings.FORWARD, NEIGHBOURS, workers),
            1,
            settings.historyLimit());
    ValidationTable.Sample sample =
        new ValidationTable.Sample(
            settings.trials().learners(), settings.historyLimit(), settings.trials().seed());
    return ValidationTable.of(split, List.of(part), sample, workers).each(new float[] {1}, workers);
  }

  private Interactions shuffled(Interactions all) {
    InteractionsBuilder copy = Interactions.builder(all.users(), all.items());
    for (int user = 0; user < all.users(); user++) {
      int[] items = all.itemsOf(user);
      for (int at = items.length - 1; at > 0; at--) {
        int other = Noise.below(settings.trials().seed(), (long) all.userStart(user) + at, at + 1);
        int item = items[at];
        items[at] = items[other];
        items[other] = item;
      }
      for (int item : items) {
        copy.add(user, item);
      }
    }
    return copy.build();
  }
}
