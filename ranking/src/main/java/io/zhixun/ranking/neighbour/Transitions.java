package io.zhixun.ranking.neighbour;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Workers;

/** Neighbours in time: what learners took after an item, the sooner the more. */
public final class Transitions {
  private Transitions() {}

  /**
   * Counts pairs in the order in which each user's entries stand; see {@link TransitionSettings}.
   * Cost: entries · window.
   */
  public static ItemNeighbours count(
      Interactions all, TransitionSettings settings, int topK, Workers workers) {
    int[] places = placesInColumns(all);
    double[] out = new double[all.items()];
    double[] in = new double[all.items()];
    for (int user = 0; user < all.users(); user++) {
      int end = all.userStart(user + 1);
      for (int entry = all.userStart(user); entry < end; entry++) {
        for (int later = entry + 1; later < end && later - entry <= settings.window(); later++) {
          double forward = 1.0 / (later - entry);
          double backward = settings.backward() * forward;
          out[all.item(entry)] += forward;
          in[all.item(later)] += forward;
          out[all.item(later)] += backward;
          in[all.item(entry)] += backward;
        }
      }
    }
    float[] source = damped(out, settings.sourceExponent());
    float[] target = damped(in, settings.targetExponent());
    return Walks.build(
        all.items(),
        topK,
        workers,
        item ->
            sum -> {
              for (int at = all.itemStart(item); at < all.itemStart(item + 1); at++) {
                addAround(all, places[at], all.columnUser(at), settings, sum);
              }
              for (int at = 0; at < sum.touched(); at++) {
                int other = sum.touched(at);
                sum.scale(other, source[item] * target[other]);
              }
            });
  }

  private static void addAround(
      Interactions all, int entry, int user, TransitionSettings settings, Accumulator sum) {
    int last = Math.min(all.userStart(user + 1) - 1, entry + settings.window());
    for (int later = entry + 1; later <= last; later++) {
      sum.add(all.item(later), 1f / (later - entry));
    }
    if (settings.backward() > 0) {
      int first = Math.max(all.userStart(user), entry - settings.window());
      for (int earlier = first; earlier < entry; earlier++) {
        sum.add(all.item(earlier), (float) settings.backward() / (entry - earlier));
      }
    }
  }

  /** For each entry of the columns its place among the rows of users. */
  private static int[] placesInColumns(Interactions all) {
    int[] next = new int[all.items()];
    int[] places = new int[all.entries()];
    for (int user = 0; user < all.users(); user++) {
      for (int entry = all.userStart(user); entry < all.userStart(user + 1); entry++) {
        int item = all.item(entry);
        places[all.itemStart(item) + next[item]++] = entry;
      }
    }
    return places;
  }

  private static float[] damped(double[] degrees, double exponent) {
    float[] factors = new float[degrees.length];
    for (int item = 0; item < factors.length; item++) {
      factors[item] = WalkExponents.damping(degrees[item], exponent);
    }
    return factors;
  }
}
