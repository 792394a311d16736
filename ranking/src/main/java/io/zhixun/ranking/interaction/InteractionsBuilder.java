package io.zhixun.ranking.interaction;

import io.zhixun.ranking.interaction.Interactions.Sequence;
import java.util.Arrays;

/**
 * Collects pairs in any order of users. A pair given more than once is one entry, at the place (and
 * with the time) of its last mention and with the largest of its weights.
 */
public final class InteractionsBuilder {
  private final int users;
  private final int items;
  private Sequence sequence = Sequence.LISTED;
  private boolean repeats;
  private int size;
  private int[] pairUsers = new int[1024];
  private int[] pairItems = new int[1024];
  private float[] pairWeights = new float[1024];
  private long[] pairTimes = new long[0]; // as long as the others once a time was given

  private float[] entryWeights = new float[0];
  private long[] entryTimes = new long[0];

  InteractionsBuilder(int users, int items) {
    if (users < 0 || items < 0) {
      throw new IllegalArgumentException(
          "users and items must be >= 0, got " + users + " and " + items);
    }
    this.users = users;
    this.items = items;
  }

  /** Says what the order of adding means; {@link Sequence#LISTED} if not called. */
  public InteractionsBuilder sequence(Sequence meaning) {
    this.sequence = meaning;
    return this;
  }

  /** Adds a pair of weight one. */
  public InteractionsBuilder add(int user, int item) {
    return add(user, item, 1);
  }

  /** Adds a pair after those of the same user that are there already. */
  public InteractionsBuilder add(int user, int item, float weight) {
    requireRow("user", user, users);
    requireRow("item", item, items);
    if (!(weight > 0) || weight == Float.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("weight must be > 0 and finite, got " + weight);
    }
    if (size == pairUsers.length) {
      int larger = Math.addExact(size, size >> 1);
      pairUsers = Arrays.copyOf(pairUsers, larger);
      pairItems = Arrays.copyOf(pairItems, larger);
      pairWeights = Arrays.copyOf(pairWeights, larger);
    }
    pairUsers[size] = user;
    pairItems[size] = item;
    pairWeights[size] = weight;
    size++;
    return this;
  }

  /** Adds a pair with its time; then all pairs must have one, and they are sorted by it. */
  public InteractionsBuilder add(int user, int item, float weight, long epochSecond) {
    add(user, item, weight);
    sequence = Sequence.TIMED;
    if (pairTimes.length < pairUsers.length) {
      pairTimes = Arrays.copyOf(pairTimes, pairUsers.length);
    }
    pairTimes[size - 1] = epochSecond;
    return this;
  }

  private static void requireRow(String what, int row, int bound) {
    if (row < 0 || row >= bound) {
      throw new IllegalArgumentException(what + " must be 0.." + (bound - 1) + ", got " + row);
    }
  }

  public Interactions build() {
    int[] starts = new int[users + 1];
    for (int pair = 0; pair < size; pair++) {
      starts[pairUsers[pair] + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] order = byUser(starts);
    if (sequence == Sequence.TIMED) {
      pairTimes = Arrays.copyOf(pairTimes, pairUsers.length);
      sortByTime(starts, order);
    }
    int[] keptStarts = new int[users + 1];
    int kept = dropRepeats(starts, order, keptStarts);
    int[] entryItems = new int[kept];
    entryWeights = new float[kept];
    entryTimes = sequence == Sequence.TIMED ? new long[kept] : new long[0];
    for (int entry = 0; entry < kept; entry++) {
      int pair = order[entry];
      entryItems[entry] = pairItems[pair];
      entryWeights[entry] = pairWeights[pair];
      if (sequence == Sequence.TIMED) {
        entryTimes[entry] = pairTimes[pair];
      }
    }
    return new Interactions(this, keptStarts, entryItems);
  }

  private int[] byUser(int[] starts) {
    int[] next = Arrays.copyOf(starts, users);
    int[] order = new int[size];
    for (int pair = 0; pair < size; pair++) {
      order[next[pairUsers[pair]]++] = pair;
    }
    return order;
  }

  private void sortByTime(int[] starts, int[] order) {
    for (int user = 0; user < users; user++) {
      int from = starts[user];
      int to = starts[user + 1];
      boolean ascending = true;
      for (int at = from + 1; at < to && ascending; at++) {
        ascending = pairTimes[order[at - 1]] <= pairTimes[order[at]];
      }
      if (!ascending) {
        Integer[] row = new Integer[to - from];
        Arrays.setAll(row, at -> order[from + at]);
        Arrays.sort(row, (a, b) -> Long.compare(pairTimes[a], pairTimes[b])); // stable
        for (int at = from; at < to; at++) {
          order[at] = row[at - from];
        }
      }
    }
  }

  /** Moves the last mention of each pair to the front of {@code order}; how many there are. */
  private int dropRepeats(int[] starts, int[] order, int[] keptStarts) {
    int[] lastMention = new int[items]; // one more than the position
    int kept = 0;
    for (int user = 0; user < users; user++) {
      int from = starts[user];
      int to = starts[user + 1];
      for (int at = from; at < to; at++) {
        int pair = order[at];
        int before = lastMention[pairItems[pair]] - 1;
        if (before >= from && pairUsers[order[before]] == user) {
          pairWeights[pair] = Math.max(pairWeights[pair], pairWeights[order[before]]);
          repeats = true;
        }
        lastMention[pairItems[pair]] = at + 1;
      }
      for (int at = from; at < to; at++) {
        if (lastMention[pairItems[order[at]]] == at + 1) {
          order[kept++] = order[at];
        }
      }
      keptStarts[user + 1] = kept;
    }
    return kept;
  }

  int users() {
    return users;
  }

  int items() {
    return items;
  }

  Sequence sequence() {
    return sequence;
  }

  boolean repeats() {
    return repeats;
  }

  float[] entryWeights() {
    return entryWeights;
  }

  long[] entryTimes() {
    return entryTimes;
  }
}
