package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.PinyinSpelling;
import io.zhixun.indexer.analysis.Token;
import io.zhixun.indexer.schema.TextField;
import java.util.ArrayList;
import java.util.List;

/** What may have been meant: the same sounds, one other character, pinyin, first letters. */
final class TypoPlanner {
  private static final int MAX_READINGS = 6;
  private static final int MAX_CHARACTERS = 32;
  private static final int MAX_INITIALS = 24;
  private static final List<TextField> FIELDS =
      List.of(TextField.TITLE, TextField.AUTHORS, TextField.TAGS);

  private final ChineseAnalyzer analyzer;
  private final LexicalSettings.Typos weights;
  private final PinyinSpelling spelling = new PinyinSpelling();

  /** Any of the conditions lets an item in; the scores are added to the literal ones. */
  record Plan(List<TextQuery> conditions, List<TextQuery> scores) {
    void add(TextQuery condition, TextQuery score) {
      conditions.add(condition);
      scores.add(score);
    }
  }

  TypoPlanner(ChineseAnalyzer analyzer, LexicalSettings.Typos weights) {
    this.analyzer = analyzer;
    this.weights = weights;
  }

  Plan plan(String query, List<Place> characters) {
    Plan plan = new Plan(new ArrayList<>(), new ArrayList<>());
    if (characters.size() > MAX_CHARACTERS) {
      return plan;
    }
    addCharacters(plan, characters);
    addPairs(plan, query);
    addSpelled(plan, query);
    addInitials(plan, query);
    return plan;
  }

  private void addCharacters(Plan plan, List<Place> characters) {
    int count = characters.size();
    if (weights.characters() <= 0 || count < 3) {
      return;
    }
    List<TextQuery> conditions = new ArrayList<>();
    for (Place place : characters) {
      String field = TextField.TITLE.in(Granularity.CHARACTERS);
      String term = place.terms().getFirst();
      conditions.add(new TextQuery.Term(field, term, 1));
      plan.scores.add(new TextQuery.Term(field, term, weights.characters() * place.weight()));
    }
    plan.conditions.add(new TextQuery.Sum(conditions, count - 1));
  }

  private void addPairs(Plan plan, String query) {
    List<List<String>> places = places(Granularity.PINYIN_PAIRS, query);
    if (weights.pairs() <= 0 || places.isEmpty()) {
      return;
    }
    int count = places.size();
    int minimum = count <= 3 ? count : count - 2;
    for (TextField field : List.of(TextField.TITLE, TextField.AUTHORS)) {
      List<TextQuery> parts = new ArrayList<>();
      for (List<String> terms : places) {
        List<TextQuery> ways = new ArrayList<>();
        terms.forEach(
            term ->
                ways.add(
                    new TextQuery.Term(
                        field.in(Granularity.PINYIN_PAIRS), term, weights.pairs())));
        parts.add(ways.size() == 1 ? ways.getFirst() : new TextQuery.Best(ways));
      }
      plan.conditions.add(new TextQuery.Sum(parts, minimum));
      if (field == TextField.TITLE) {
        plan.scores.addAll(parts);
      } else {
        plan.scores.add(new TextQuery.Sum(parts, minimum));
      }
    }
  }

  private void addSpelled(Plan plan, String query) {
    if (weights.spelled() <= 0) {
      return;
    }
    for (TextField field : FIELDS) {
      List<TextQuery> ways = new ArrayList<>();
      for (List<String> syllables : spelling.readings(query, MAX_READINGS)) {
        ways.add(spelled(field, syllables));
      }
      if (!ways.isEmpty()) {
        TextQuery best = new TextQuery.Best(ways);
        plan.add(best, best);
      }
    }
  }

  /** Pairs of syllables are much rarer than syllables, and a text that has all has the phrase. */
  private TextQuery spelled(TextField field, List<String> syllables) {
    if (syllables.size() == 1) {
      String name = field.in(Granularity.PINYIN);
      return new TextQuery.Term(name, syllables.getFirst(), weights.spelled());
    }
    String name = field.in(Granularity.PINYIN_PAIRS);
    List<TextQuery> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < syllables.size(); i++) {
      String pair = syllables.get(i) + "'" + syllables.get(i + 1);
      pairs.add(new TextQuery.Term(name, pair, weights.spelled()));
    }
    return new TextQuery.Sum(pairs, pairs.size());
  }

  private void addInitials(Plan plan, String query) {
    String letters = analyzer.exact(query).replace(" ", "");
    boolean typed =
        letters.length() >= 2
            && letters.length() <= MAX_INITIALS
            && letters.chars().allMatch(unit -> unit >= 'a' && unit <= 'z');
    if (weights.initials() <= 0 || !typed) {
      return;
    }
    List<String> inner = new ArrayList<>();
    for (int i = 0; i + 1 < letters.length(); i++) {
      inner.add(letters.substring(i, i + 2));
    }
    List<String> whole = new ArrayList<>(inner);
    whole.addFirst("^" + letters.charAt(0));
    whole.addLast(letters.charAt(letters.length() - 1) + "$");
    for (TextField field : List.of(TextField.TITLE, TextField.AUTHORS)) {
      String name = field.in(Granularity.INITIALS);
      TextQuery anchored = new TextQuery.Phrase(name, whole, weights.initials() * 2);
      plan.add(anchored, anchored);
      if (letters.length() >= 3) {
        TextQuery within = new TextQuery.Phrase(name, inner, weights.initials());
        plan.add(within, within);
      }
    }
  }

  private List<List<String>> places(Granularity granularity, String query) {
    List<List<String>> places = new ArrayList<>();
    int last = -1;
    for (Token token : analyzer.tokens(granularity, query)) {
      if (token.position() != last) {
        places.add(new ArrayList<>());
        last = token.position();
      }
      places.getLast().add(token.term());
    }
    return places.stream().distinct().toList();
  }
}
