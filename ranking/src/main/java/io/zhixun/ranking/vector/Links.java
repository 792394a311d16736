package io.zhixun.ranking.vector;

import java.util.Arrays;

/**
 * The directed links of one level of a graph, in compressed rows.
 *
 * <p>On the lowest level a node's slot is its row. On the upper levels, where few rows are, the
 * slot is found in the sorted list of the rows that are there.
 */
final class Links {
  private static final int[] ALL = new int[0];

  private final int[] members; // sorted; ALL on the lowest level
  private final int[] starts;
  private final int[] targets;

  private Links(int[] members, int[] starts, int[] targets) {
    this.members = members;
    this.starts = starts;
    this.targets = targets;
  }

  static Links lowest(int[] starts, int[] targets) {
    return new Links(ALL, starts, targets);
  }

  static Links upper(int[] members, int[] starts, int[] targets) {
    return new Links(members, starts, targets);
  }

  /** Where the row's links are kept; negative when the row is not on this level. */
  int slot(int row) {
    return members.length == 0 ? row : Arrays.binarySearch(members, row);
  }

  int start(int slot) {
    return starts[slot];
  }

  int target(int at) {
    return targets[at];
  }

  int[] members() {
    return members;
  }

  int[] starts() {
    return starts;
  }

  int[] targets() {
    return targets;
  }
}
