package io.zhixun.ranking.interaction;

import java.util.Arrays;

/**
 * A sparse matrix {@code [users × items]} of positive weights, in compressed rows both ways.
 * Immutable.
 *
 * <p>A user's entries stand in the order in which they happened, oldest first, as far as {@link
 * #sequence()} says that it is known; an item's entries stand by ascending user. An entry is
 * addressed by its position: {@code userStart(u) <= e < userStart(u + 1)} for the rows of users,
 * and likewise for the columns. Users and items without entries are allowed anywhere.
 */
public final class Interactions {
  /** What the order of a user's entries means. */
  public enum Sequence {
    /** Sorted by timestamps. */
    TIMED,
    /** In the order of the source, which may or may not be that of time. */
    LISTED,
    /** None: a set. */
    NONE
  }

  private final int users;
  private final int items;
  private final Sequence sequence;
  private final boolean repeats;
  private final int[] userStarts;
  private final int[] entryItems;
  private final float[] entryWeights;
  private final long[] entryTimes; // empty when there are none
  private final int[] itemStarts;
  private final int[] columnUsers;
  private final float[] columnWeights;
  private final float[] userWeights;
  private final float[] itemWeights;

  Interactions(InteractionsBuilder builder, int[] userStarts, int[] entryItems) {
    this.users = builder.users();
    this.items = builder.items();
    this.sequence = builder.sequence();
    this.repeats = builder.repeats();
    this.userStarts = userStarts;
    this.entryItems = entryItems;
    this.entryWeights = builder.entryWeights();
    this.entryTimes = builder.entryTimes();
    this.itemStarts = new int[items + 1];
    this.columnUsers = new int[entryItems.length];
    this.columnWeights = new float[entryItems.length];
    this.userWeights = new float[users];
    this.itemWeights = new float[items];
    fillColumns();
  }

  private void fillColumns() {
    for (int item : entryItems) {
      itemStarts[item + 1]++;
    }
    Arrays.parallelPrefix(itemStarts, Integer::sum);
    int[] next = Arrays.copyOf(itemStarts, items);
    for (int user = 0; user < users; user++) {
      for (int entry = userStarts[user]; entry < userStarts[user + 1]; entry++) {
        int item = entryItems[entry];
        int at = next[item]++;
        columnUsers[at] = user;
        columnWeights[at] = entryWeights[entry];
        userWeights[user] += entryWeights[entry];
        itemWeights[item] += entryWeights[entry];
      }
    }
  }

  public static InteractionsBuilder builder(int users, int items) {
    return new InteractionsBuilder(users, items);
  }

  public int users() {
    return users;
  }

  public int items() {
    return items;
  }

  /** How many pairs of a user and an item there are. */
  public int entries() {
    return entryItems.length;
  }

  public Sequence sequence() {
    return sequence;
  }

  /** Whether the source named some pair of a user and an item more than once. */
  public boolean repeats() {
    return repeats;
  }

  /** The user's first entry; also defined for {@code user == users()}, as the end of the last. */
  public int userStart(int user) {
    return userStarts[user];
  }

  public int userDegree(int user) {
    return userStarts[user + 1] - userStarts[user];
  }

  /** The item of an entry of the rows of users. */
  public int item(int entry) {
    return entryItems[entry];
  }

  public float weight(int entry) {
    return entryWeights[entry];
  }

  /** Whether entries have times. */
  public boolean timed() {
    return sequence == Sequence.TIMED;
  }

  /** Seconds since 1970 of an entry of the rows of users; only where {@link #timed()}. */
  public long time(int entry) {
    return entryTimes[entry];
  }

  /** The item's first entry in the columns; also defined for {@code item == items()}. */
  public int itemStart(int item) {
    return itemStarts[item];
  }

  public int itemDegree(int item) {
    return itemStarts[item + 1] - itemStarts[item];
  }

  /** The user of an entry of the columns. */
  public int columnUser(int entry) {
    return columnUsers[entry];
  }

  public float columnWeight(int entry) {
    return columnWeights[entry];
  }

  /** Σ weights of the user's entries. */
  public float userWeight(int user) {
    return userWeights[user];
  }

  /** Σ weights of the item's entries. */
  public float itemWeight(int item) {
    return itemWeights[item];
  }

  /** The user's items in their order, a copy. */
  public int[] itemsOf(int user) {
    return Arrays.copyOfRange(entryItems, userStarts[user], userStarts[user + 1]);
  }

  /** The weights beside {@link #itemsOf}, a copy. */
  public float[] weightsOf(int user) {
    return Arrays.copyOfRange(entryWeights, userStarts[user], userStarts[user + 1]);
  }

  /** Which entries of the rows of users a copy keeps. */
  @FunctionalInterface
  public interface EntryFilter {
    boolean keeps(int user, int entry);
  }

  /** The same users and items with some of the entries. */
  public Interactions filter(EntryFilter filter) {
    InteractionsBuilder copy = builder(users, items).sequence(sequence);
    for (int user = 0; user < users; user++) {
      for (int entry = userStarts[user]; entry < userStarts[user + 1]; entry++) {
        if (filter.keeps(user, entry)) {
          if (timed()) {
            copy.add(user, entryItems[entry], entryWeights[entry], entryTimes[entry]);
          } else {
            copy.add(user, entryItems[entry], entryWeights[entry]);
          }
        }
      }
    }
    return copy.build();
  }

  /** The same entries, their order declared to mean something else. */
  public Interactions as(Sequence meaning) {
    InteractionsBuilder copy = builder(users, items).sequence(meaning);
    for (int user = 0; user < users; user++) {
      for (int entry = userStarts[user]; entry < userStarts[user + 1]; entry++) {
        copy.add(user, entryItems[entry], entryWeights[entry]);
      }
    }
    return copy.build();
  }
}
