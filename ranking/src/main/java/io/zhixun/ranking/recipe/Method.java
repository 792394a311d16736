package io.zhixun.ranking.recipe;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Workers;

/**
 * A way to make a part, tried on a slice and then, if chosen, run on everything.
 *
 * @param family of one family at most one member is chosen
 * @param label names the method with its parameters, e.g. {@code walk(0.9,0.9,0.1)}
 * @param maker trains it
 */
record Method(String family, String label, Maker maker) {
  /** Trains a part. */
  @FunctionalInterface
  interface Maker {
    Part make(Interactions interactions, Workers workers, Progress progress);
  }
}
