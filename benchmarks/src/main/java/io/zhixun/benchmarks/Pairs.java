package io.zhixun.benchmarks;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.InteractionsBuilder;
import io.zhixun.search.measure.RecommendationData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Who took what: the training pairs of Gowalla, or as many made ones where those are absent.
 *
 * @param source what they are, to be printed beside what is measured
 */
record Pairs(Interactions interactions, String source) {
  private static final int USERS = 29_858;
  private static final int ITEMS = 40_981;
  private static final int ENTRIES = 810_128;
  private static final long SEED = 7;

  static Pairs gowallaOrMade() {
    Path train = Places.data("recommendation/gowalla/train.txt");
    Path test = Places.data("recommendation/gowalla/test.txt");
    if (Files.exists(train) && Files.exists(test)) {
      return new Pairs(RecommendationData.lightGcn(train, test).split().train(), "Gowalla");
    }
    return new Pairs(made(), "made pairs of the size of Gowalla, for want of " + train);
  }

  /** Degrees fall off with rank for users and items alike. */
  private static Interactions made() {
    Random random = new Random(SEED);
    InteractionsBuilder builder = Interactions.builder(USERS, ITEMS);
    int left = ENTRIES;
    for (int user = 0; user < USERS; user++) {
      int others = USERS - user - 1;
      int degree = (int) Math.min(left, 8 - 19 * Math.log(1 - random.nextDouble()));
      degree = others == 0 ? Math.min(left, ITEMS / 2) : degree;
      Set<Integer> taken = new HashSet<>();
      while (taken.size() < degree) {
        int item = (int) (ITEMS * Math.pow(random.nextDouble(), 2));
        if (taken.add(item)) {
          builder.add(user, item);
        }
      }
      left -= degree;
    }
    return builder.build();
  }
}
