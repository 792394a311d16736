package io.zhixun.search.lexical;

import io.zhixun.config.Dictionaries;
import io.zhixun.config.SynonymRule;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The word lists of a query, folded as queries are: what weighs less, and what stands for what.
 * Immutable.
 */
final class Vocabulary {
  /** More synonyms of one term are not searched, so that the work for one query is bounded. */
  private static final int MAX_SYNONYMS = 5;

  private final Set<String> questionWords = new HashSet<>();
  private final Set<String> stopWords = new HashSet<>();
  private final Map<String, List<String>> synonyms = new HashMap<>();
  private int longest;

  Vocabulary(Dictionaries words, ChineseAnalyzer analyzer) {
    words.questionWords().forEach(word -> add(questionWords, analyzer.exact(word)));
    words.stopWords().forEach(word -> add(stopWords, analyzer.exact(word)));
    for (SynonymRule rule : words.synonyms()) {
      for (String asked : rule.asked()) {
        String key = analyzer.exact(asked);
        longest = Math.max(longest, key.length());
        List<String> found = new ArrayList<>();
        rule.found().stream()
            .map(analyzer::exact)
            .filter(term -> !term.equals(key) && !found.contains(term))
            .limit(MAX_SYNONYMS)
            .forEach(found::add);
        synonyms.put(key, List.copyOf(found));
      }
    }
  }

  private void add(Set<String> words, String word) {
    words.add(word);
    longest = Math.max(longest, word.length());
  }

  /** The most UTF-16 units of any entry. */
  int longest() {
    return longest;
  }

  boolean isQuestionWord(String folded) {
    return questionWords.contains(folded);
  }

  boolean isStopWord(String folded) {
    return stopWords.contains(folded);
  }

  /** What else is searched where a term is asked for; empty for most. */
  List<String> synonyms(String folded) {
    return synonyms.getOrDefault(folded, List.of());
  }
}
