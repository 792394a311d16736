package io.zhixun.ranking.vector;

import io.zhixun.ranking.vector.Adjacency.Targets;
import java.util.Arrays;
import java.util.List;

/** Turns graphs of densely numbered nodes into links between rows, in flat arrays. */
final class Flattening {
  private Flattening() {}

  /**
   * The lowest level: the union of some graphs of the same nodes, each node's links in order of the
   * graphs and without repeats.
   *
   * @param size how many rows there are
   * @param rows the row of each node, ascending
   */
  static Links lowest(int size, int[] rows, List<Adjacency> graphs) {
    int[] starts = new int[size + 1];
    int most = 0;
    for (int node = 0; node < rows.length; node++) {
      int count = 0;
      for (Adjacency graph : graphs) {
        count += graph.nodes().get(node).levels().getFirst().size();
      }
      most = Math.addExact(most, count);
    }
    int[] targets = new int[most];
    int[] seenBy = new int[rows.length]; // one more than the node that links to it
    int at = 0;
    int node = 0;
    for (int row = 0; row < size; row++) {
      starts[row] = at;
      if (node < rows.length && rows[node] == row) {
        for (Adjacency graph : graphs) {
          at = append(graph.nodes().get(node).levels().getFirst(), rows, targets, at, seenBy, node);
        }
        node++;
      }
    }
    starts[size] = at;
    return Links.lowest(starts, Arrays.copyOf(targets, at));
  }

  private static int append(
      Targets links, int[] rows, int[] targets, int from, int[] seenBy, int node) {
    int at = from;
    for (int link = 0; link < links.size(); link++) {
      int target = links.get(link);
      if (seenBy[target] != node + 1) {
        seenBy[target] = node + 1;
        targets[at++] = rows[target];
      }
    }
    return at;
  }

  /** An upper level of one graph. */
  static Links upper(int level, int[] rows, Adjacency graph) {
    int[] nodes = new int[rows.length];
    int count = 0;
    int links = 0;
    for (int node = 0; node < rows.length; node++) {
      if (graph.nodes().get(node).levels().size() > level) {
        nodes[count++] = node;
        links += graph.nodes().get(node).levels().get(level).size();
      }
    }
    int[] members = new int[count];
    int[] starts = new int[count + 1];
    int[] targets = new int[links];
    int at = 0;
    for (int slot = 0; slot < count; slot++) {
      members[slot] = rows[nodes[slot]];
      starts[slot] = at;
      Targets of = graph.nodes().get(nodes[slot]).levels().get(level);
      for (int link = 0; link < of.size(); link++) {
        targets[at++] = rows[of.get(link)];
      }
    }
    starts[count] = at;
    return Links.upper(members, starts, targets);
  }
}
