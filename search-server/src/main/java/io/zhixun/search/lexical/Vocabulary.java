package io.zhixun.search.lexical;

import io.zhixun.config.Dictionaries;
import io.zhixun.config.SynonymRule;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The word lists of a query, folded as queries are: what weighs less, and what stands for what.
 * Immutable.
 */
final class Vocabulary {
  /** More synonyms of one term are not searched, so that the work for one query is bounded. */
  private static final int MAX_SYNONYMS = 5;

  private final Map<String, Weakness> weak = new HashMap<>();
  private final Map<String, List<String>> synonyms = new HashMap<>();
  private final BitSet firstUnits = new BitSet();
  private int longest;

  /** Why a word says little. */
  enum Weakness {
    QUESTION_WORD,
    STOP_WORD
  }

  Vocabulary(Dictionaries words, ChineseAnalyzer analyzer) {
    words.stopWords().forEach(word -> add(analyzer.exact(word), weak, Weakness.STOP_WORD));
    words.questionWords().forEach(word -> add(analyzer.exact(word), weak, Weakness.QUESTION_WORD));
    for (SynonymRule rule : words.synonyms()) {
      for (String asked : rule.asked()) {
        String key = analyzer.exact(asked);
        List<String> found =
            rule.found().stream()
                .map(analyzer::exact)
                .filter(term -> !term.equals(key))
                .distinct()
                .limit(MAX_SYNONYMS)
                .toList();
        add(key, synonyms, together(synonyms(key).orElse(List.of()), found));
      }
    }
  }

  private static List<String> together(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().limit(MAX_SYNONYMS).toList();
  }

  private <T> void add(String word, Map<String, T> entries, T entry) {
    if (!word.isEmpty()) {
      entries.put(word, entry);
      firstUnits.set(word.charAt(0));
      longest = Math.max(longest, word.length());
    }
  }

  /** The most UTF-16 units of any entry. */
  int longest() {
    return longest;
  }

  /** Whether any entry starts so. */
  boolean mayStart(char unit) {
    return firstUnits.get(unit);
  }

  Optional<Weakness> weakness(String folded) {
    return Optional.ofNullable(weak.get(folded));
  }

  /** What else is searched where a term is asked for. */
  Optional<List<String>> synonyms(String folded) {
    return Optional.ofNullable(synonyms.get(folded));
  }
}
