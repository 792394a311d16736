package io.zhixun.indexer.build;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Groups of items that need one another first: the strongly connected components of the
 * prerequisites (Tarjan, SIAM J. Comput. 1972), without recursion, because chains may be long. Of
 * each group one cycle is told.
 */
final class PrerequisiteCycles {
  private final Map<ItemId, Item> items;
  private final Map<ItemId, Integer> numbers = new HashMap<>();
  private final Map<ItemId, Integer> lowest = new HashMap<>();
  private final Deque<ItemId> open = new ArrayDeque<>();
  private final TreeSet<ItemId> isOpen = new TreeSet<>();
  private final List<List<ItemId>> cycles = new ArrayList<>();

  PrerequisiteCycles(Map<ItemId, Item> items) {
    this.items = items;
  }

  /** One cycle of each group, beginning with its smallest id; each item needs the next first. */
  List<List<ItemId>> find() {
    for (ItemId item : items.keySet()) {
      if (!numbers.containsKey(item)) {
        visit(item);
      }
    }
    return cycles;
  }

  /** An item whose prerequisites are being visited. */
  private static final class Visit {
    private final ItemId item;
    private int next;

    Visit(ItemId item) {
      this.item = item;
    }
  }

  private void visit(ItemId start) {
    Deque<Visit> path = new ArrayDeque<>();
    enter(start, path);
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      List<ItemId> needed = items.get(visit.item).audience().prerequisites();
      if (visit.next < needed.size()) {
        ItemId prerequisite = needed.get(visit.next++);
        if (items.containsKey(prerequisite)) {
          if (!numbers.containsKey(prerequisite)) {
            enter(prerequisite, path);
          } else if (isOpen.contains(prerequisite)) {
            lowest.merge(visit.item, numbers.get(prerequisite), Math::min);
          }
        }
      } else {
        path.pop();
        leave(visit.item);
        if (!path.isEmpty()) {
          lowest.merge(path.peek().item, lowest.get(visit.item), Math::min);
        }
      }
    }
  }

  private void enter(ItemId item, Deque<Visit> path) {
    numbers.put(item, numbers.size());
    lowest.put(item, numbers.get(item));
    open.push(item);
    isOpen.add(item);
    path.push(new Visit(item));
  }

  private void leave(ItemId item) {
    if (!lowest.get(item).equals(numbers.get(item))) {
      return;
    }
    TreeSet<ItemId> group = new TreeSet<>();
    ItemId member;
    do {
      member = open.pop();
      isOpen.remove(member);
      group.add(member);
    } while (!member.equals(item));
    if (group.size() > 1 || items.get(item).audience().prerequisites().contains(item)) {
      cycles.add(shortest(group));
    }
  }

  /** A shortest cycle through the smallest id, breadth first within the group. */
  private List<ItemId> shortest(SortedSet<ItemId> group) {
    ItemId first = group.first();
    Map<ItemId, ItemId> cameFrom = new HashMap<>();
    Deque<ItemId> waiting = new ArrayDeque<>(List.of(first));
    while (true) {
      ItemId item = waiting.remove();
      for (ItemId needed : items.get(item).audience().prerequisites()) {
        if (needed.equals(first)) {
          return pathTo(item, cameFrom);
        }
        if (group.contains(needed) && !cameFrom.containsKey(needed)) {
          cameFrom.put(needed, item);
          waiting.add(needed);
        }
      }
    }
  }

  private static List<ItemId> pathTo(ItemId last, Map<ItemId, ItemId> cameFrom) {
    List<ItemId> path = new ArrayList<>();
    Optional<ItemId> at = Optional.of(last);
    while (at.isPresent()) {
      path.add(at.get());
      at = Optional.ofNullable(cameFrom.get(at.get()));
    }
    Collections.reverse(path);
    return path;
  }
}
