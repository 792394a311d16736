package io.zhixun.indexer.analysis;

import java.util.List;

/** Cuts a text in one granularity. Implementations are immutable and safe for many threads. */
@FunctionalInterface
interface Splitter {
  /**
   * The tokens in order: starts and positions never go back, and the first position is 0.
   *
   * @param text folded to {@link Folding#readable}
   */
  List<Token> split(String text);
}
