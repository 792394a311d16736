package io.zhixun.corpus.sample;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Level;
import io.zhixun.corpus.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue as learners see it: by subject, by author, and as paths towards a goal. */
final class Shelf {
  /** Steps that make a path towards a goal. */
  private static final int LEAST_STEPS = 3;

  private static final Duration NEW_FOR = Duration.ofDays(60);

  private final Map<ItemId, Item> byId = new LinkedHashMap<>();
  private final Map<String, List<Item>> bySubject = new LinkedHashMap<>();
  private final Map<String, List<Item>> byAuthor = new LinkedHashMap<>();
  private final Map<String, List<Item>> byGoal = new LinkedHashMap<>();
  private final Map<ItemId, Double> popularity = new LinkedHashMap<>();

  /** Items that learners can ever see: the published ones. */
  Shelf(List<Item> catalogue) {
    List<Item> items =
        catalogue.stream()
            .filter(item -> item.status() == Item.Status.PUBLISHED)
            .sorted(Comparator.comparing(Item::id))
            .toList();
    Map<String, List<Item>> byTag = new LinkedHashMap<>();
    for (Item item : items) {
      byId.put(item.id(), item);
      add(bySubject, subject(item), item);
      item.text().authors().forEach(author -> add(byAuthor, author, item));
      item.text().tags().forEach(tag -> add(byTag, tag, item));
      popularity.put(item.id(), popularityOf(item));
    }
    byTag.forEach(this::addGoal);
  }

  private static void add(Map<String, List<Item>> index, String key, Item item) {
    List<Item> items = index.computeIfAbsent(key, _ -> new ArrayList<>());
    if (items.isEmpty() || !items.getLast().id().equals(item.id())) {
      items.add(item);
    }
  }

  /** A tag is a goal when most of its items build on one another, at least three deep. */
  private void addGoal(String tag, List<Item> items) {
    List<Item> linked =
        items.stream()
            .filter(
                item ->
                    steps(item, tag) > 1
                        || items.stream()
                            .anyMatch(o -> o.audience().prerequisites().contains(item.id())))
            .sorted(
                Comparator.comparingInt((Item item) -> steps(item, tag)).thenComparing(Item::id))
            .toList();
    boolean deep = linked.stream().anyMatch(item -> steps(item, tag) >= LEAST_STEPS);
    if (deep && 2 * linked.size() >= items.size()) {
      byGoal.put(tag, linked);
    }
  }

  /** The number of items on the longest path to this one within a tag, itself included. */
  private int steps(Item item, String tag) {
    return 1
        + item.audience().prerequisites().stream()
            .flatMap(id -> item(id).stream())
            .filter(before -> before.text().tags().contains(tag))
            .mapToInt(before -> steps(before, tag))
            .max()
            .orElse(0);
  }

  private static double popularityOf(Item item) {
    double learners = (double) Math.max(50, item.reception().learnerCount().orElse(0));
    return StrictMath.pow(learners, 1.2);
  }

  Optional<Item> item(ItemId id) {
    return Optional.ofNullable(byId.get(id));
  }

  List<Item> all() {
    return List.copyOf(byId.values());
  }

  List<String> subjects() {
    return List.copyOf(bySubject.keySet());
  }

  List<String> goals() {
    return List.copyOf(byGoal.keySet());
  }

  List<Item> ofSubject(String subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  List<Item> ofAuthor(String author) {
    return byAuthor.getOrDefault(author, List.of());
  }

  /** The items of a goal, from the first step to the last. */
  List<Item> pathTo(String goal) {
    return byGoal.getOrDefault(goal, List.of());
  }

  /**
   * How much an item draws: its learners to the power of 1.2, and three times that while it is new.
   */
  double pull(Item item, Instant now) {
    boolean isNew =
        item.dates().published().map(date -> date.isAfter(now.minus(NEW_FOR))).orElse(false);
    return popularity.get(item.id()) * (isNew ? 3 : 1);
  }

  /** Whether an item is a step towards a goal. */
  boolean isOnPath(Item item, Optional<String> goal) {
    return goal.isPresent()
        && pathTo(goal.get()).stream().anyMatch(step -> step.id().equals(item.id()));
  }

  /** The broadest category; items without one share a subject. */
  static String subject(Item item) {
    return item.text().category().isEmpty() ? "" : item.text().category().getFirst();
  }

  static Level level(Item item) {
    return item.audience().level().orElse(Level.BEGINNER);
  }
}
