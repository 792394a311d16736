package io.zhixun.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything known as of one sequence number: what a snapshot is built from, whether it came from
 * files or from the store.
 *
 * @param seq the last change that is contained; 0 for files
 * @param items of every status, each id once
 * @param events in order of acceptance
 * @param itemRows the row of every item in {@code items} or mentioned by an event
 * @param learnerRows the row of every learner named by an event
 */
public record Corpus(
    long seq,
    List<Item> items,
    List<Event> events,
    List<UserProfile> profiles,
    Rows<ItemId> itemRows,
    Rows<UserId> learnerRows) {
  public Corpus {
    items = List.copyOf(items);
    events = List.copyOf(events);
    profiles = List.copyOf(profiles);
  }

  /** A corpus that comes from files alone: rows are numbered by first appearance, items first. */
  public static Corpus of(List<Item> items, List<Event> events, List<UserProfile> profiles) {
    List<ItemId> itemIds = new ArrayList<>();
    List<UserId> learners = new ArrayList<>();
    items.forEach(item -> itemIds.add(item.id()));
    for (Event event : events) {
      event.user().ifPresent(learners::add);
      itemIds.addAll(event.items());
    }
    return new Corpus(
        0,
        items,
        events,
        profiles,
        Rows.byFirstAppearance(itemIds),
        Rows.byFirstAppearance(learners));
  }
}
