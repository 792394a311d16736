package io.zhixun.search.pipeline;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import io.zhixun.indexer.schema.TextField;
import io.zhixun.ranking.math.Noise;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which words the texts of a catalogue hold: titles, subtitles, outlines and summaries, once where
 * a summary repeats the title. So that searches can be made up of which one answer is known.
 */
public final class ItemWords {
  /** A word of one character says too little. */
  private static final int SHORTEST = 2;

  /** A word must leave a choice, as large as makes a query an open one where there is so much. */
  private static final int FEWEST = 5;

  private static final int PLENTY = 20;
  private static final int PLENTY_SHARE = 30;

  /** And it must not leave nearly everything. */
  private static final int MOST_SHARE = 5;

  /** How many of an item's words somebody who wants it may think of. */
  private static final int TELLING = 5;

  private static final Set<TextField> TEXTS =
      Collections.unmodifiableSet(
          EnumSet.of(TextField.TITLE, TextField.SUBTITLE, TextField.OUTLINE, TextField.SUMMARY));

  private final ChineseAnalyzer analyzer;
  private final Map<ItemId, String> texts = new LinkedHashMap<>();
  private final Map<String, Integer> itemsWith = new HashMap<>();

  public ItemWords(List<Item> items, ChineseAnalyzer analyzer) {
    this.analyzer = analyzer;
    for (Item item : items) {
      String text = analyzer.fold(String.join("\n", TextField.together(item, TEXTS)));
      texts.put(item.id(), text);
      counts(text).keySet().forEach(word -> itemsWith.merge(word, 1, Integer::sum));
    }
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
   * most about it (by tf · ln(N / df)) among those that at least {@value #PLENTY} items hold (in a
   * small catalogue a thirtieth of them, but {@value #FEWEST}) and at most a fifth of all. A word
   * that merely occurs in a text is typed by nobody who wants it, and one that hardly another item
   * holds leaves nothing to put in order. Empty when the item has none.
   */
  public Optional<String> drawn(ItemId item, long seed, long position) {
    int fewest = Math.clamp(texts.size() / PLENTY_SHARE, FEWEST, PLENTY);
    Map<String, Double> masses = new LinkedHashMap<>();
    for (var counted : counts(texts.getOrDefault(item, "")).entrySet()) {
      int items = itemsWith.get(counted.getKey());
      if (items >= fewest && items * MOST_SHARE <= texts.size()) {
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
