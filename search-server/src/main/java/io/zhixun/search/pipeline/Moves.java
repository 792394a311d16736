package io.zhixun.search.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * What policy did with one item.
 *
 * @param steps by which rules moved its score, negative downwards
 * @param step what one of them is worth in this answer
 * @param names of the moves, such as {@code pin:double-eleven}
 */
record Moves(double steps, double step, List<String> names) {
  static final Moves NONE = new Moves(0, 0, List.of());

  Moves {
    names = List.copyOf(names);
  }

  Moves and(String name) {
    List<String> all = new ArrayList<>(names);
    all.add(name);
    return new Moves(steps, step, all);
  }
}
