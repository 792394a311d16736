package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A query cut into the pieces that are looked for, each with how much it says.
 *
 * <p>Question words and stop words are found where they stand between the borders of words (几 is
 * one in 几本书, not in 几何). Where a query consists of nothing else, they count like any word.
 */
final class Wording {
  /** More distinct pieces than this are left out, so that the work for one query is bounded. */
  static final int MAX_PLACES = 64;

  private final Vocabulary vocabulary;
  private final String text;
  private final String folded;
  private final double[] weights;
  private final List<Place> words;
  private final List<Place> bigrams;
  private final List<Place> characters;
  private final List<Expansion> expansions = new ArrayList<>();

  /** A stretch of the query and what else is searched for it. */
  record Expansion(int start, int end, List<String> synonyms) {
    boolean covers(Place place) {
      return start <= place.start() && place.end() <= end;
    }
  }

  /** How much weak words weigh. */
  record Weak(double questionWord, double stopWord) {
    double of(Vocabulary.Weakness kind) {
      return switch (kind) {
        case QUESTION_WORD -> questionWord;
        case STOP_WORD -> stopWord;
      };
    }
  }

  Wording(ChineseAnalyzer analyzer, Vocabulary vocabulary, Weak weak, String text) {
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
    scan(
        borders,
        vocabulary::synonyms,
        (start, end, synonyms) -> expansions.add(new Expansion(start, end, synonyms)));
    scan(
        borders,
        vocabulary::weakness,
        (start, end, kind) -> Arrays.fill(weights, start, end, weak.of(kind)));
    boolean saysNothing =
        tokens.stream().noneMatch(token -> weight(token.start(), token.end()) == 1);
    if (saysNothing) {
      Arrays.fill(weights, 1);
    }
    this.words = places(tokens);
    this.bigrams = places(analyzer.tokens(Granularity.BIGRAMS, text));
    this.characters = places(analyzer.tokens(Granularity.CHARACTERS, text));
  }

  /** Finds the longest entries of the vocabulary between borders, leftmost first. */
  private <T> void scan(BitSet borders, Function<String, Optional<T>> entry, Taking<T> taking) {
    for (int start = borders.nextSetBit(0); start >= 0; ) {
      int next = borders.nextSetBit(start + 1);
      boolean possible = next > 0 && vocabulary.mayStart(folded.charAt(start));
      int end = possible ? lastBorder(borders, start) : start;
      while (end > start) {
        Optional<T> found = entry.apply(folded.substring(start, end));
        if (found.isPresent()) {
          taking.take(start, end, found.get());
          next = Math.max(next, end);
          break;
        }
        end = borders.previousSetBit(end - 1);
      }
      start = next;
    }
  }

  private interface Taking<T> {
    void take(int start, int end, T entry);
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
    return bigrams;
  }

  List<Place> characters() {
    return characters;
  }

  boolean isOneCharacter() {
    return characters.size() == 1;
  }

  /** The synonyms of what is asked, at most one rule for each stretch. */
  List<Expansion> expansions() {
    return expansions;
  }

  /** The tokens by position; those at one position are alternatives; no place twice. */
  private List<Place> places(List<Token> tokens) {
    List<Place> places = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < tokens.size() && places.size() < MAX_PLACES; ) {
      Token first = tokens.get(i);
      List<String> terms = new ArrayList<>(2);
      int end = first.end();
      for (; i < tokens.size() && tokens.get(i).position() == first.position(); i++) {
        Token token = tokens.get(i);
        if (!terms.contains(token.term())) {
          terms.add(token.term());
        }
        end = Math.min(end, token.end());
      }
      if (seen.add(terms)) {
        double weight = weight(first.start(), end);
        places.add(new Place(terms, first.start(), end, weight, weight == 1));
      }
    }
    return places;
  }
}
