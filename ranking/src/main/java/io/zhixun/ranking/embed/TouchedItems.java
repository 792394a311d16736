package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;
import java.util.Arrays;

/**
 * The items of a block of users and of its negatives, each once, with the places where it occurs,
 * in order: the block turned round, so that an item's gradients can be summed by one thread.
 */
final class TouchedItems {
  private final Interactions all;
  private final int[] slots; // of each item, valid where stamps say so
  private final int[] stamps;
  private int stamp;
  private int[] found = new int[1024];
  private int size;
  private int[] userStarts = new int[1025];
  private int[] userRows = new int[1024];
  private int[] entries = new int[1024];
  private int[] drawnStarts = new int[1025];
  private int[] drawnRows = new int[1024];

  TouchedItems(Interactions all) {
    this.all = all;
    this.slots = new int[all.items()];
    this.stamps = new int[all.items()];
  }

  /** Takes in the users {@code order[from .. from + count − 1]} and the items drawn. */
  void collect(int[] order, int from, int count, int[] drawn) {
    stamp++;
    size = 0;
    int pairs = 0;
    for (int row = 0; row < count; row++) {
      int user = order[from + row];
      for (int entry = all.userStart(user); entry < all.userStart(user + 1); entry++) {
        find(all.item(entry));
      }
      pairs += all.userDegree(user);
    }
    for (int item : drawn) {
      find(item);
    }
    grow(pairs, drawn.length);
    count(order, from, count, drawn);
    place(order, from, count, drawn);
  }

  private void find(int item) {
    if (stamps[item] != stamp) {
      stamps[item] = stamp;
      slots[item] = size;
      if (size == found.length) {
        found = Arrays.copyOf(found, 2 * size);
      }
      found[size++] = item;
    }
  }

  private void grow(int pairs, int negatives) {
    if (userStarts.length < size + 2) {
      userStarts = new int[2 * size + 2];
      drawnStarts = new int[2 * size + 2];
    }
    if (userRows.length < pairs) {
      userRows = new int[2 * pairs];
      entries = new int[2 * pairs];
    }
    if (drawnRows.length < negatives) {
      drawnRows = new int[negatives];
    }
  }

  /** Leaves in starts[slot + 1] where the slot's places will start, to be moved by placing. */
  private void count(int[] order, int from, int count, int[] drawn) {
    Arrays.fill(userStarts, 0, size + 2, 0);
    Arrays.fill(drawnStarts, 0, size + 2, 0);
    for (int row = 0; row < count; row++) {
      int user = order[from + row];
      for (int entry = all.userStart(user); entry < all.userStart(user + 1); entry++) {
        userStarts[slots[all.item(entry)] + 2]++;
      }
    }
    for (int item : drawn) {
      drawnStarts[slots[item] + 2]++;
    }
    for (int slot = 2; slot < size + 2; slot++) {
      userStarts[slot] += userStarts[slot - 1];
      drawnStarts[slot] += drawnStarts[slot - 1];
    }
  }

  private void place(int[] order, int from, int count, int[] drawn) {
    for (int row = 0; row < count; row++) {
      int user = order[from + row];
      for (int entry = all.userStart(user); entry < all.userStart(user + 1); entry++) {
        int at = userStarts[slots[all.item(entry)] + 1]++;
        userRows[at] = row;
        entries[at] = entry;
      }
    }
    for (int row = 0; row < drawn.length; row++) {
      drawnRows[drawnStarts[slots[drawn[row]] + 1]++] = row;
    }
  }

  int size() {
    return size;
  }

  int item(int slot) {
    return found[slot];
  }

  int userStart(int slot) {
    return userStarts[slot];
  }

  /** The user's place in the block. */
  int userRow(int at) {
    return userRows[at];
  }

  /** The entry that joins the user and the item. */
  int entry(int at) {
    return entries[at];
  }

  int drawnStart(int slot) {
    return drawnStarts[slot];
  }

  /** The item's place among the negatives. */
  int drawnRow(int at) {
    return drawnRows[at];
  }
}
