package io.zhixun.search.pipeline;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import io.zhixun.ranking.math.Noise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which words the texts of a catalogue hold: titles, subtitles, outlines and summaries. So that
 * searches can be made up of which one answer is known.
 */
public final class ItemWords {
  /** A word of one character says too little. */
  private static final int SHORTEST = 2;

  /** A word must leave a choice, and not nearly everything. */
  private static final int FEWEST = 5;

  private static final int MOST_SHARE = 5;

  /** How many of an item's words somebody who wants it may think of. */
  private static final int TELLING = 5;

  private final ChineseAnalyzer analyzer;
  private final Map<ItemId, String> texts = new LinkedHashMap<>();
  private final Map<String, Integer> itemsWith = new HashMap<>();

  public ItemWords(List<Item> items, ChineseAnalyzer analyzer) {
    this.analyzer = analyzer;
    for (Item item : items) {
      String text = analyzer.fold(text(item));
      texts.put(item.id(), text);
      counts(text).keySet().forEach(word -> itemsWith.merge(word, 1, Integer::sum));
    }
  }

  private static String text(Item item) {
    List<String> parts = new ArrayList<>();
    parts.add(item.text().title());
    item.text().subtitle().ifPresent(parts::add);
    parts.addAll(item.text().outline());
    item.text().summary().ifPresent(parts::add);
    return String.join("\n", parts);
  }

  private Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Token token : analyzer.tokens(Granularity.WORDS, text)) {
      if (token.term().codePointCount(0, token.term().length()) >= SHORTEST) {
        counts.merge(token.term(), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** The items whose text holds what was typed, letter by letter, in the order of the catalogue. */
  public List<ItemId> holding(String typed) {
    String wanted = analyzer.fold(typed);
    return texts.entrySet().stream()
        .filter(entry -> entry.getValue().contains(wanted))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * A word that somebody might type who looks for an item: one of the {@value #TELLING} that tell
   * most about it (by tf · ln(N / df)) among those that at least {@value #FEWEST} items hold and at
   * most a fifth of all. A word that merely occurs in a text is typed by nobody who wants it. Empty
   * when the item has none.
   */
  public Optional<String> drawn(ItemId item, long seed, long position) {
    Map<String, Double> masses = new LinkedHashMap<>();
    for (var counted : counts(texts.getOrDefault(item, "")).entrySet()) {
      int items = itemsWith.get(counted.getKey());
      if (items >= FEWEST && items * MOST_SHARE <= texts.size()) {
        masses.put(counted.getKey(), counted.getValue() * Math.log((double) texts.size() / items));
      }
    }
    List<String> telling =
        masses.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(TELLING)
            .map(Map.Entry::getKey)
            .toList();
    return telling.isEmpty()
        ? Optional.empty()
        : Optional.of(telling.get(Noise.below(seed, position, telling.size())));
  }
}
