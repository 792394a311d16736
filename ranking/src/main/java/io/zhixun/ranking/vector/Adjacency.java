package io.zhixun.ranking.vector;

import java.util.List;

/**
 * A graph as it was built: nodes numbered densely.
 *
 * @param nodes for each node its links, from the lowest level up
 * @param entry the node to start from; -1 in an empty graph
 */
record Adjacency(List<Levels> nodes, int entry) {
  /** The links of one node on each level that it is on. */
  record Levels(List<Targets> levels) {}

  /** An immutable list of nodes. */
  static final class Targets {
    private final int[] nodes;

    Targets(int[] nodes) {
      this.nodes = nodes;
    }

    int size() {
      return nodes.length;
    }

    int get(int at) {
      return nodes[at];
    }
  }

  int maxLevel() {
    return entry < 0 ? 0 : nodes.get(entry).levels().size() - 1;
  }
}
