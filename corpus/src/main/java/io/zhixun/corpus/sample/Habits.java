package io.zhixun.corpus.sample;

import io.zhixun.corpus.Item.Format;
import java.util.List;

/**
 * How a learner goes about learning.
 *
 * @param hours of the day (0..23, Beijing) at which most sessions begin
 * @param devices the usual one first
 * @param formats preferred ones; empty when any will do
 * @param patience 0..1; how likely an unsuitable or long item is kept up all the same
 * @param searches share of the visits that begin with a search, 0..1
 */
record Habits(
    List<Integer> hours,
    List<String> devices,
    List<Format> formats,
    Purse purse,
    double patience,
    double searches) {
  Habits {
    hours = List.copyOf(hours);
    devices = List.copyOf(devices);
    formats = List.copyOf(formats);
  }

  /** What a learner is willing to pay. */
  enum Purse {
    /** Hardly ever anything. */
    SHUT,
    /** Small sums. */
    CAREFUL,
    /** Whatever is worth it. */
    OPEN,
    /** Has a membership, and buys little beside it. */
    MEMBER
  }
}
