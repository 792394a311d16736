package io.zhixun.ranking.recipe;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Workers;
import java.util.List;

/**
 * One training, and the parts that come of it: tried on a slice and then, if a part is chosen, run
 * on everything.
 *
 * @param labels of the parts that come of it, in their order
 * @param maker trains
 */
record Method(List<String> labels, Maker maker) {
  /** Of parts that need no space. */
  static final String NO_SPACE = "";

  Method {
    labels = List.copyOf(labels);
  }

  /** Trains. */
  @FunctionalInterface
  interface Maker {
    /** The parts, always the same labels in the same order. */
    List<Offer> make(Interactions interactions, Workers workers, Progress progress);
  }

  /**
   * A part that may enter the blend.
   *
   * @param family of one family at most one is taken
   * @param label names the method with its parameters, e.g. {@code walk(0.9,0.9,0.1)}
   * @param space the space that the part lives in; a blend has at most one
   */
  record Offer(String family, String label, String space, Part part) {
    /** Whether the two can be in one blend. */
    boolean goesWith(Offer other) {
      return !family.equals(other.family)
          && (space.equals(NO_SPACE) || other.space.equals(NO_SPACE) || space.equals(other.space));
    }
  }
}
