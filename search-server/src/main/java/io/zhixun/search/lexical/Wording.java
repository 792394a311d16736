package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A query cut into the pieces that are looked for, each with how much it says.
 *
 * <p>Question words and stop words are found where they stand between the borders of words (几 is
 * one in 几本书, not in 几何). Where a query consists of nothing else, they count like any word.
 */
final class Wording {
  /** More distinct pieces than this are left out, so that the work for one query is bounded. */
  static final int MAX_PLACES = 64;

  private final ChineseAnalyzer analyzer;
  private final Vocabulary vocabulary;
  private final String text;
  private final String folded;
  private final double[] weights;
  private final List<Place> words;
  private final List<Expansion> expansions;

  /** A stretch of the query and what else is searched for it. */
  record Expansion(int start, int end, List<String> synonyms) {}

  /** How much weak words weigh. */
  record Weak(double questionWord, double stopWord) {}

  Wording(ChineseAnalyzer analyzer, Vocabulary vocabulary, Weak weak, String text) {
    this.analyzer = analyzer;
    this.vocabulary = vocabulary;
    this.text = text;
    this.folded = analyzer.fold(text);
    this.weights = new double[text.length()];
    Arrays.fill(weights, 1);
    List<Token> tokens = analyzer.tokens(Granularity.WORDS, text);
    BitSet borders = new BitSet();
    tokens.forEach(
        token -> {
          borders.set(token.start());
          borders.set(token.end());
        });
    this.expansions = expansions(borders);
    weaken(borders, weak);
    boolean saysNothing =
        tokens.stream().noneMatch(token -> weight(token.start(), token.end()) == 1);
    if (saysNothing) {
      Arrays.fill(weights, 1);
    }
    this.words = places(tokens);
  }

  private void weaken(BitSet borders, Weak weak) {
    for (int start = borders.nextSetBit(0); start >= 0; ) {
      int next = borders.nextSetBit(start + 1);
      for (int end = lastBorder(borders, start); end > start; end = borders.previousSetBit(end - 1)) {
        String word = folded.substring(start, end);
        boolean question = vocabulary.isQuestionWord(word);
        if (question || vocabulary.isStopWord(word)) {
          Arrays.fill(weights, start, end, question ? weak.questionWord() : weak.stopWord());
          next = Math.max(next, end);
          break;
        }
      }
      start = next;
    }
  }

  private List<Expansion> expansions(BitSet borders) {
    List<Expansion> found = new ArrayList<>();
    for (int start = borders.nextSetBit(0); start >= 0; ) {
      int next = borders.nextSetBit(start + 1);
      for (int end = lastBorder(borders, start); end > start; end = borders.previousSetBit(end - 1)) {
        List<String> synonyms = vocabulary.synonyms(folded.substring(start, end));
        if (!synonyms.isEmpty()) {
          found.add(new Expansion(start, end, synonyms));
          next = Math.max(next, end);
          break;
        }
      }
      start = next;
    }
    return found;
  }

  /** The last border that an entry of the vocabulary starting at an offset can reach. */
  private int lastBorder(BitSet borders, int start) {
    return borders.previousSetBit(Math.min(text.length(), start + vocabulary.longest()));
  }

  private double weight(int start, int end) {
    double sum = 0;
    for (int at = start; at < end; at++) {
      sum += weights[at];
    }
    return sum / (end - start);
  }

  String text() {
    return text;
  }

  List<Place> words() {
    return words;
  }

  List<Place> bigrams() {
    return places(analyzer.tokens(Granularity.BIGRAMS, text));
  }

  List<Place> characters() {
    return places(analyzer.tokens(Granularity.CHARACTERS, text));
  }

  /** The synonyms of what is asked, at most one rule for each stretch. */
  List<Expansion> expansions() {
    return expansions;
  }

  /** The tokens by position; those at one position are alternatives; no place twice. */
  private List<Place> places(List<Token> tokens) {
    Map<Integer, List<Token>> byPosition = new LinkedHashMap<>();
    tokens.forEach(
        token -> byPosition.computeIfAbsent(token.position(), _ -> new ArrayList<>()).add(token));
    List<Place> places = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (List<Token> here : byPosition.values()) {
      List<String> terms = here.stream().map(Token::term).distinct().toList();
      if (seen.add(terms) && places.size() < MAX_PLACES) {
        int start = here.getFirst().start();
        int end = here.stream().mapToInt(Token::end).min().orElseThrow();
        double weight = weight(start, end);
        places.add(new Place(terms, start, end, weight, weight == 1));
      }
    }
    return places;
  }
}
