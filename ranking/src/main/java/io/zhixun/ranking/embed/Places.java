package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Noise;
import java.util.Arrays;

/**
 * The places of all sequences at which something came next: entry e of a user, with the entries
 * before it. Items that occur are numbered anew, without gaps.
 */
final class Places {
  private final Interactions all;
  private final int[] items; // of each entry, by its new number
  private final byte[] reach; // how many earlier entries speak, of each entry
  private final int[] known; // the row of each new number
  private final int[] order; // the entries to predict

  Places(Interactions all, int window) {
    this.all = all;
    int[] numbers = new int[all.items()];
    int[] rows = new int[all.items()];
    int count = 0;
    for (int item = 0; item < rows.length; item++) {
      if (all.itemDegree(item) > 0) {
        numbers[item] = count;
        rows[count++] = item;
      }
    }
    this.known = Arrays.copyOf(rows, count);
    this.items = new int[all.entries()];
    this.reach = new byte[all.entries()];
    int[] places = new int[all.entries()];
    int found = 0;
    for (int user = 0; user < all.users(); user++) {
      int start = all.userStart(user);
      for (int entry = start; entry < all.userStart(user + 1); entry++) {
        items[entry] = numbers[all.item(entry)];
        reach[entry] = (byte) Math.min(window, entry - start);
        if (entry > start) {
          places[found++] = entry;
        }
      }
    }
    this.order = Arrays.copyOf(places, found);
  }

  int size() {
    return order.length;
  }

  /** The entry at a place of the present order. */
  int entry(int place) {
    return order[place];
  }

  /** The number of an entry's item. */
  int item(int entry) {
    return items[entry];
  }

  float weight(int entry) {
    return all.weight(entry);
  }

  /** How many entries just before this one speak. */
  int reach(int entry) {
    return reach[entry];
  }

  /** How many items occur. */
  int items() {
    return known.length;
  }

  /** The row in the matrix of a numbered item. */
  int row(int number) {
    return known[number];
  }

  void shuffle(long seed) {
    for (int at = order.length - 1; at > 0; at--) {
      int other = Noise.below(seed, at, at + 1);
      int entry = order[at];
      order[at] = order[other];
      order[other] = entry;
    }
  }
}
