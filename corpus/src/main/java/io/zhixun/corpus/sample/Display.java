package io.zhixun.corpus.sample;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the platform of the sample shows: a plain one, which knows popularity and subjects. */
final class Display {
  private static final int SIZE = 10;
  private static final double TOP_HEAVY = 0.3;
  private static final double OF_OWN_SUBJECTS = 0.75;

  private final Shelf shelf;

  Display(Shelf shelf) {
    this.shelf = shelf;
  }

  /** A page of results that holds the wanted item, at its own place when it is among the first. */
  List<Item> found(Item wanted, List<Item> matches, Instant now, Dice dice) {
    List<Item> shown =
        new ArrayList<>(
            matches.stream().filter(item -> item.isVisibleAt(now)).limit(SIZE).toList());
    if (shown.stream().noneMatch(item -> item.id().equals(wanted.id()))) {
      insert(wanted, shown, dice);
    }
    return List.copyOf(shown);
  }

  /** A page of proposals: popular and new items, mostly of the learner's subjects. */
  List<Item> proposed(Item wanted, Learner learner, Instant now, Dice dice) {
    Set<ItemId> seen = new HashSet<>(Set.of(wanted.id()));
    List<Item> shown = new ArrayList<>();
    List<String> subjects = learner.taste().subjects();
    for (int tries = 0; tries < 4 * SIZE && shown.size() < SIZE - 1; tries++) {
      String subject = dice.pick(dice.chance(OF_OWN_SUBJECTS) ? subjects : shelf.subjects());
      List<Item> visible =
          shelf.ofSubject(subject).stream()
              .filter(item -> item.isVisibleAt(now) && !learner.hasTaken(item))
              .toList();
      if (!visible.isEmpty()) {
        Item other = dice.pick(visible, item -> shelf.pull(item, now));
        if (seen.add(other.id())) {
          shown.add(other);
        }
      }
    }
    insert(wanted, shown, dice);
    return List.copyOf(shown);
  }

  private static void insert(Item wanted, List<Item> shown, Dice dice) {
    if (shown.size() >= SIZE) {
      shown.removeLast();
    }
    shown.add(Math.min(shown.size(), dice.geometric(TOP_HEAVY)), wanted);
  }
}
