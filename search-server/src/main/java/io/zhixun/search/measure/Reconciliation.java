package io.zhixun.search.measure;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.search.lexical.LexicalIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An index held against the items that it should hold: every item is in it once, as it is; every
 * published one is found by its title; nothing else is there.
 *
 * @param items how many there should be
 * @param differences by item
 */
public record Reconciliation(int items, List<Difference> differences) {
  private static final int MAX_QUERY = 200;

  public Reconciliation {
    differences = List.copyOf(differences);
  }

  /** What is wrong, as a closed list. */
  public enum Kind {
    /** The item is not in the index. */
    MISSING,
    /** The index holds the item with another content. */
    OTHER_CONTENT,
    /** The index holds the item more than once. */
    TWICE,
    /** The item is published and in the index, but its own title does not find it. */
    NOT_FOUND,
    /** The index holds an item that does not exist. */
    LEFT_OVER
  }

  /** What is wrong with one item. */
  public record Difference(ItemId item, Kind kind) {
    @Override
    public String toString() {
      return item + " " + kind;
    }
  }

  /** Compares all of both. */
  public static Reconciliation of(LexicalIndex index, List<Item> items) {
    List<Difference> differences = new ArrayList<>();
    Map<ItemId, Item> indexed = new HashMap<>();
    index.forEachItem(
        (item, _) -> {
          if (indexed.put(item.id(), item) != null) {
            differences.add(new Difference(item.id(), Kind.TWICE));
          }
        });
    Set<ItemId> expected = new HashSet<>();
    for (Item item : items) {
      expected.add(item.id());
      Item there = indexed.get(item.id());
      if (there == null) {
        differences.add(new Difference(item.id(), Kind.MISSING));
      } else if (!there.equals(item)) {
        differences.add(new Difference(item.id(), Kind.OTHER_CONTENT));
      } else if (item.status() == Item.Status.PUBLISHED && !isFound(index, item)) {
        differences.add(new Difference(item.id(), Kind.NOT_FOUND));
      }
    }
    indexed.keySet().stream()
        .filter(id -> !expected.contains(id))
        .forEach(id -> differences.add(new Difference(id, Kind.LEFT_OVER)));
    differences.sort(Comparator.comparing(difference -> difference.item().value()));
    return new Reconciliation(items.size(), differences);
  }

  private static boolean isFound(LexicalIndex index, Item item) {
    String title = item.text().title();
    String query = title.length() <= MAX_QUERY ? title : title.substring(0, MAX_QUERY);
    return index.search(query, item.id()).size() > 0;
  }
}
