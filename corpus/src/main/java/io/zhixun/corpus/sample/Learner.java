package io.zhixun.corpus.sample;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Level;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One made-up learner: tastes that stay, and a state that grows with what is done. */
final class Learner {
  /**
   * What does not change.
   *
   * @param subjects cared about, the dearest first; never empty
   * @param goal a tag of {@link Shelf#goals()}
   * @param minor under age: sensitive items are never chosen
   */
  record Taste(List<String> subjects, Optional<String> goal, Level level, boolean minor) {
    Taste {
      subjects = List.copyOf(subjects);
    }
  }

  private final UserId id;
  private final Taste taste;
  private final Habits habits;
  private final Map<String, Level> skill = new LinkedHashMap<>();
  private final Map<ItemId, Double> reading = new LinkedHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private final Set<ItemId> finished = new LinkedHashSet<>();
  private final Set<ItemId> refused = new LinkedHashSet<>();
  private final Set<ItemId> wished = new LinkedHashSet<>();
  private final Map<ItemId, Integer> left = new LinkedHashMap<>();
  private final List<String> loyalTo = new ArrayList<>();

  Learner(UserId id, Taste taste, Habits habits) {
    this.id = id;
    this.taste = taste;
    this.habits = habits;
  }

  UserId id() {
    return id;
  }

  Taste taste() {
    return taste;
  }

  Habits habits() {
    return habits;
  }

  /** How far the learner is in the subject of an item. */
  Level skill(Item item) {
    return skill.getOrDefault(Shelf.subject(item), taste.level());
  }

  /** Steps by which an item is above the learner; negative when it is below. */
  int stepsAbove(Item item) {
    return height(Shelf.level(item)) - height(skill(item));
  }

  private static int height(Level level) {
    return switch (level) {
      case BEGINNER -> 0;
      case INTERMEDIATE -> 1;
      case ADVANCED -> 2;
    };
  }

  private static Level above(Level level) {
    return switch (level) {
      case BEGINNER -> Level.INTERMEDIATE;
      case INTERMEDIATE, ADVANCED -> Level.ADVANCED;
    };
  }

  /** Whether the learner has the item or another edition of it. */
  boolean hasTaken(Item item) {
    return taken.contains(item.work());
  }

  /** Whether the item is below where the learner started, so that it is known already. */
  boolean knewBefore(Item item) {
    return height(Shelf.level(item)) < height(taste.level());
  }

  boolean hasFinished(ItemId item) {
    return finished.contains(item);
  }

  /** Whether the learner does not want to see the item again. */
  boolean refuses(Item item) {
    return refused.contains(item.id());
  }

  /** Looks at the page of an item and goes away; after the second time it is settled. */
  void leave(Item item) {
    if (left.merge(item.id(), 1, Integer::sum) >= 2) {
      refuse(item);
    }
  }

  void take(Item item) {
    taken.add(item.work());
    wished.remove(item.id());
    reading.put(item.id(), 0.0);
  }

  /** Items begun and neither finished nor given up, the latest last. */
  List<ItemId> reading() {
    return List.copyOf(reading.keySet());
  }

  /** How far an item has been studied, 0..1. */
  double progress(Item item) {
    return reading.getOrDefault(item.id(), 0.0);
  }

  void advance(Item item, double progress) {
    reading.put(item.id(), progress);
  }

  void giveUp(Item item) {
    reading.remove(item.id());
  }

  /**
   * What is finished at the learner's level or above lifts the learner to that level, and to the
   * next one when it was liked.
   */
  void finish(Item item, boolean liked) {
    boolean lifts = stepsAbove(item) >= 0;
    reading.remove(item.id());
    finished.add(item.id());
    if (lifts) {
      Level reached = Shelf.level(item);
      skill.put(Shelf.subject(item), liked ? above(reached) : reached);
    }
    if (liked) {
      loyalTo.removeAll(item.text().authors());
      loyalTo.addAll(item.text().authors());
    }
  }

  /** Authors whose work was liked, the latest last. */
  List<String> loyalTo() {
    return List.copyOf(loyalTo);
  }

  void wish(Item item) {
    wished.add(item.id());
  }

  List<ItemId> wished() {
    return List.copyOf(wished);
  }

  void refuse(Item item) {
    wished.remove(item.id());
    refused.add(item.id());
  }
}
