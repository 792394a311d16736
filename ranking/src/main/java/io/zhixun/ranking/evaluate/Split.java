package io.zhixun.ranking.evaluate;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Noise;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is known and what is asked for. Both have the same users and items.
 *
 * @param test of each user the items to be found, none of which is in {@code train}
 */
public record Split(Interactions train, Interactions test) {
  public Split {
    if (train.users() != test.users() || train.items() != test.items()) {
      throw new IllegalArgumentException(
          "train and test must have the same shape, got "
              + train.users()
              + " x "
              + train.items()
              + " and "
              + test.users()
              + " x "
              + test.items());
    }
  }

  /** Leaves out of {@code test} what the same user has in {@code train}. */
  public static Split of(Interactions train, Interactions test) {
    int[] knownBy = new int[train.items()]; // one more than the user who has it
    int[] current = {-1};
    Interactions asked =
        test.filter(
            (user, entry) -> {
              if (current[0] != user) {
                current[0] = user;
                for (int e = train.userStart(user); e < train.userStart(user + 1); e++) {
                  knownBy[train.item(e)] = user + 1;
                }
              }
              return knownBy[test.item(entry)] != user + 1;
            });
    return new Split(train, asked);
  }

  /**
   * Holds out a share of each user's entries, at least one of those who have {@code two} or more.
   *
   * @param share of a user's entries, rounded to the nearest, 0..1
   * @param order whether the newest are held out (the entries stand in time order) or a random
   *     choice
   */
  public static Split holdOut(Interactions all, double share, Order order, long seed) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must be > 0 and < 1, got " + share);
    }
    boolean[] held = new boolean[all.entries()];
    for (int user = 0; user < all.users(); user++) {
      int degree = all.userDegree(user);
      if (degree >= 2) {
        int wanted = Math.clamp(Math.round(share * degree), 1, degree - 1);
        int start = all.userStart(user);
        if (order == Order.NEWEST) {
          Arrays.fill(held, start + degree - wanted, start + degree, true);
        } else {
          markSome(held, start, degree, wanted, seed);
        }
      }
    }
    return new Split(all.filter((_, entry) -> !held[entry]), all.filter((_, entry) -> held[entry]));
  }

  /** The users who have a test item, ascending. */
  public int[] asked() {
    return IntStream.range(0, test.users()).filter(user -> test.userDegree(user) > 0).toArray();
  }

  /** So many of {@link #asked}, each choice equally likely; all when there are no more. */
  public int[] asked(int most, long seed) {
    int[] all = asked();
    if (all.length <= most) {
      return all;
    }
    boolean[] drawn = new boolean[all.length];
    markSome(drawn, 0, all.length, most, seed);
    return IntStream.range(0, all.length).filter(at -> drawn[at]).map(at -> all[at]).toArray();
  }

  /** Which of a user's entries are held out. */
  public enum Order {
    NEWEST,
    RANDOM
  }

  /** Marks so many of a stretch; each choice is equally likely (selection sampling). */
  private static void markSome(boolean[] held, int start, int degree, int wanted, long seed) {
    int left = wanted;
    for (int at = 0; at < degree && left > 0; at++) {
      if (Noise.below(seed, (long) start + at, degree - at) < left) {
        held[start + at] = true;
        left--;
      }
    }
  }
}
