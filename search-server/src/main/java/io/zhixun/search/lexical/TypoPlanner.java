package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.PinyinSpelling;
import io.zhixun.indexer.analysis.Token;
import io.zhixun.indexer.schema.TextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What may have been meant: the same sounds, one other character, pinyin, first letters. */
final class TypoPlanner {
  private static final int MAX_READINGS = 4;
  private static final int MAX_CHARACTERS = 32;
  private static final int MAX_INITIALS = 16;

  /** Letters that can be read as pinyin are first letters only by chance from this length on. */
  private static final int UNREADABLE_INITIALS = 7;

  private static final String TITLE_CHARACTERS = TextField.TITLE.in(Granularity.CHARACTERS);
  private static final List<Sounding> SOUNDING =
      List.of(
          new Sounding(TextField.TITLE),
          new Sounding(TextField.AUTHORS),
          new Sounding(TextField.TAGS));
  private static final List<String> INITIALS =
      List.of(TextField.TITLE.in(Granularity.INITIALS), TextField.AUTHORS.in(Granularity.INITIALS));

  private final ChineseAnalyzer analyzer;
  private final LexicalSettings.Typos weights;
  private final PinyinSpelling spelling;

  /** The fields in which one text is found by sound. */
  private record Sounding(String syllables, String pairs) {
    Sounding(TextField field) {
      this(field.in(Granularity.PINYIN), field.in(Granularity.PINYIN_PAIRS));
    }
  }

  TypoPlanner(ChineseAnalyzer analyzer, PinyinSpelling spelling, LexicalSettings.Typos weights) {
    this.analyzer = analyzer;
    this.spelling = spelling;
    this.weights = weights;
  }

  /**
   * Items that may have been meant.
   *
   * @param literal what the words themselves are worth; it counts as well
   */
  TextQuery plan(Wording wording, List<TextQuery> literal) {
    List<TextQuery> conditions = new ArrayList<>();
    List<TextQuery> scores = new ArrayList<>();
    if (wording.characters().size() <= MAX_CHARACTERS) {
      addCharacters(wording.characters(), conditions, scores);
      addPairs(wording.text(), conditions, scores);
      addTyped(wording.text(), conditions, scores);
    }
    return conditions.isEmpty()
        ? new TextQuery.Nothing()
        : new TextQuery.Matching(new TextQuery.Best(conditions), literal, scores);
  }

  /** All characters of a title but one. */
  private void addCharacters(
      List<Place> characters, List<TextQuery> conditions, List<TextQuery> scores) {
    int count = characters.size();
    if (weights.characters() > 0 && count >= 3) {
      List<TextQuery> parts = new ArrayList<>();
      for (Place place : characters) {
        String term = place.terms().getFirst();
        parts.add(new TextQuery.Term(TITLE_CHARACTERS, term, 1));
        double weight = weights.characters() * place.weight();
        scores.add(new TextQuery.Term(TITLE_CHARACTERS, term, weight));
      }
      conditions.add(new TextQuery.Sum(parts, count - 1));
    }
  }

  /** The same sounds, two pairs of which may be broken by one that is not the same. */
  private void addPairs(String text, List<TextQuery> conditions, List<TextQuery> scores) {
    List<Set<String>> places = pairs(text);
    if (weights.pairs() <= 0 || places.isEmpty()) {
      return;
    }
    int count = places.size();
    int minimum = count <= 3 ? count : count - 2;
    for (Sounding field : SOUNDING.subList(0, 2)) {
      List<TextQuery> parts = new ArrayList<>();
      for (Set<String> terms : places) {
        List<TextQuery> ways = new ArrayList<>();
        terms.forEach(term -> ways.add(new TextQuery.Term(field.pairs(), term, weights.pairs())));
        parts.add(ways.size() == 1 ? ways.getFirst() : new TextQuery.Best(ways));
      }
      TextQuery enough = new TextQuery.Sum(parts, minimum);
      conditions.add(enough);
      scores.add(field.equals(SOUNDING.getFirst()) ? new TextQuery.Sum(parts, 1) : enough);
    }
  }

  private List<Set<String>> pairs(String text) {
    List<Set<String>> places = new ArrayList<>();
    int last = -1;
    for (Token token : analyzer.tokens(Granularity.PINYIN_PAIRS, text)) {
      if (token.position() != last) {
        places.add(new LinkedHashSet<>());
        last = token.position();
      }
      places.getLast().add(token.term());
    }
    return places.stream().distinct().toList();
  }

  private void addTyped(String text, List<TextQuery> conditions, List<TextQuery> scores) {
    List<List<String>> readings = spelling.readings(text, MAX_READINGS);
    if (weights.spelled() > 0 && !readings.isEmpty()) {
      List<TextQuery> ways = new ArrayList<>();
      for (Sounding field : SOUNDING) {
        readings.forEach(syllables -> ways.add(spelled(field, syllables)));
      }
      conditions.add(new TextQuery.Best(ways));
      scores.add(new TextQuery.Best(ways));
    }
    String letters = analyzer.exact(text).replace(" ", "");
    boolean mayBeInitials = readings.isEmpty() || letters.length() < UNREADABLE_INITIALS;
    if (weights.initials() > 0 && mayBeInitials && areInitials(letters)) {
      TextQuery initials = initials(letters);
      conditions.add(initials);
      scores.add(initials);
    }
  }

  /** Pairs of syllables are much rarer than syllables, and a text that has all has the phrase. */
  private TextQuery spelled(Sounding field, List<String> syllables) {
    if (syllables.size() == 1) {
      return new TextQuery.Term(field.syllables(), syllables.getFirst(), weights.spelled());
    }
    List<TextQuery> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < syllables.size(); i++) {
      String pair = syllables.get(i) + "'" + syllables.get(i + 1);
      pairs.add(new TextQuery.Term(field.pairs(), pair, weights.spelled()));
    }
    return new TextQuery.Sum(pairs, pairs.size());
  }

  private static boolean areInitials(String letters) {
    return letters.length() >= 2
        && letters.length() <= MAX_INITIALS
        && letters.chars().allMatch(unit -> unit >= 'a' && unit <= 'z');
  }

  /** A whole title or name by its first letters, or three and more letters within one. */
  private TextQuery initials(String letters) {
    List<String> inner = new ArrayList<>();
    for (int i = 0; i + 1 < letters.length(); i++) {
      inner.add(letters.substring(i, i + 2));
    }
    List<String> whole = new ArrayList<>(inner);
    whole.addFirst("^" + letters.charAt(0));
    whole.addLast(letters.charAt(letters.length() - 1) + "$");
    List<TextQuery> ways = new ArrayList<>();
    for (String field : INITIALS) {
      ways.add(new TextQuery.Phrase(field, whole, weights.initials() * 2));
      if (letters.length() >= 3) {
        ways.add(new TextQuery.Phrase(field, inner, weights.initials()));
      }
    }
    return new TextQuery.Best(ways);
  }
}
