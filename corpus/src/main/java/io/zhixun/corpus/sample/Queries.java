package io.zhixun.corpus.sample;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a learner types to find an item, and what a plain search would show for it.
 *
 * <p>A given query is typed for the items that hold at least three quarters of its character pairs
 * in title, subtitle, tags, authors or category. For an item without such a query one is made of
 * its title (whole, or up to the first mark), one of its rarer tags or an author.
 */
final class Queries {
  private static final BitSet NONE = new BitSet(0);
  private static final double ENOUGH = 0.75;
  private static final double GIVEN = 0.7;
  private static final int MAX_LENGTH = 60;
  private static final int TELLING = 15;

  private final List<Item> items;
  private final Map<String, BitSet> itemsWith = new HashMap<>();
  private final Map<ItemId, List<String>> given = new HashMap<>();
  private final Map<String, List<Item>> found = new HashMap<>();

  Queries(Shelf shelf, List<String> texts) {
    this.items = shelf.all();
    for (int row = 0; row < items.size(); row++) {
      Item.Text text = items.get(row).text();
      add(row, List.of(text.title()));
      add(row, text.subtitle().stream().toList());
      add(row, text.tags());
      add(row, text.authors());
      add(row, text.category());
    }
    for (String text : texts) {
      matches(text).stream()
          .limit(10)
          .forEach(item -> given.computeIfAbsent(item.id(), _ -> new ArrayList<>()).add(text));
    }
  }

  private void add(int row, List<String> texts) {
    for (String text : texts) {
      pairs(text).forEach(pair -> itemsWith.computeIfAbsent(pair, _ -> new BitSet()).set(row));
    }
  }

  /** Something a learner might type who wants this item. */
  String forItem(Item item, Dice dice) {
    List<String> known = given.getOrDefault(item.id(), List.of());
    if (!known.isEmpty() && dice.chance(GIVEN)) {
      return dice.pick(known);
    }
    Item.Text text = item.text();
    double kind = dice.unit();
    List<String> telling = text.tags().stream().filter(this::isTelling).toList();
    if (kind < 0.3 && !telling.isEmpty()) {
      return dice.pick(telling);
    }
    if (kind < 0.5 && !text.authors().isEmpty()) {
      return dice.pick(text.authors());
    }
    String title = kind < 0.8 ? beginning(text.title()) : text.title();
    return title.length() <= MAX_LENGTH ? title : beginning(title.substring(0, MAX_LENGTH - 1));
  }

  /** Whether a tag says what an item is about; nobody types 案例 to find anything. */
  private boolean isTelling(String tag) {
    return matches(tag).size() <= TELLING;
  }

  private static String beginning(String title) {
    String start = title.replaceFirst("(?<=.{2})[\\p{P}\\s].*", "");
    return start.isBlank() ? title : start;
  }

  /** The items that a plain search would show for a text, best first. */
  List<Item> matches(String query) {
    return found.computeIfAbsent(query, this::search);
  }

  private List<Item> search(String query) {
    Set<String> wanted = pairs(query);
    int[] held = new int[items.size()];
    for (String pair : wanted) {
      itemsWith.getOrDefault(pair, NONE).stream().forEach(row -> held[row]++);
    }
    return IntStream.range(0, held.length)
        .filter(row -> held[row] >= ENOUGH * wanted.size())
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer row) -> -held[row])
                .thenComparingLong(row -> -learners(items.get(row)))
                .thenComparing(row -> items.get(row).id()))
        .map(items::get)
        .toList();
  }

  private static long learners(Item item) {
    return item.reception().learnerCount().orElse(0);
  }

  /** Neighbouring characters of a text without case and white space; never empty. */
  private static Set<String> pairs(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= plain.length(); i++) {
      pairs.add(plain.substring(i, i + 2));
    }
    if (pairs.isEmpty()) {
      pairs.add(plain);
    }
    return pairs;
  }
}
