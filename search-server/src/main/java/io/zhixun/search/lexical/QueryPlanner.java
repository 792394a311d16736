package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import io.zhixun.indexer.schema.Fields;
import io.zhixun.indexer.schema.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From what a learner typed to a {@link QueryPlan}. */
final class QueryPlanner {
  private static final int MAX_PHRASE = 40;

  private final ChineseAnalyzer analyzer;
  private final Vocabulary vocabulary;
  private final LexicalSettings settings;
  private final TypoPlanner typos;

  QueryPlanner(ChineseAnalyzer analyzer, Vocabulary vocabulary, LexicalSettings settings) {
    this.analyzer = analyzer;
    this.vocabulary = vocabulary;
    this.settings = settings;
    this.typos = new TypoPlanner(analyzer, settings.typos());
  }

  QueryPlan plan(String query) {
    if (query.isBlank()) {
      return QueryPlan.only(new TextQuery.Everything());
    }
    Wording wording = wording(query);
    List<Place> words = wording.words();
    List<Place> bigrams = wording.bigrams();
    List<Place> characters = wording.characters();
    if (characters.isEmpty()) {
      return QueryPlan.only(new TextQuery.Nothing());
    }
    if (characters.size() == 1) {
      return single(query, wording, characters);
    }
    List<TextQuery> scores = new ArrayList<>();
    addWords(scores, wording);
    addScores(scores, Granularity.BIGRAMS, bigrams, settings.literal().bigrams());
    addTitlePhrase(scores, bigrams, characters);
    TextQuery literal =
        new TextQuery.Matching(
            anyOf(
                holds(Granularity.WORDS, words, wording, settings.relaxing().strict()),
                every(Granularity.BIGRAMS, bigrams)),
            scores);
    double loose = settings.relaxing().loose();
    return new QueryPlan(
        title(query),
        literal,
        () -> new TextQuery.Matching(holding(words, bigrams, wording, loose), scores),
        () -> new TextQuery.Matching(holding(words, bigrams, wording, 0), scores),
        () -> typos(query, characters, scores));
  }

  private TextQuery holding(
      List<Place> words, List<Place> bigrams, Wording wording, double share) {
    return anyOf(
        holds(Granularity.WORDS, words, wording, share),
        holds(Granularity.BIGRAMS, bigrams, wording, share));
  }

  private TextQuery typos(String query, List<Place> characters, List<TextQuery> literal) {
    TypoPlanner.Plan alike = typos.plan(query, characters);
    if (alike.conditions().isEmpty()) {
      return new TextQuery.Nothing();
    }
    List<TextQuery> scores = new ArrayList<>(literal);
    scores.addAll(alike.scores());
    return new TextQuery.Matching(new TextQuery.Sum(alike.conditions(), 1), scores);
  }

  private QueryPlan single(String query, Wording wording, List<Place> characters) {
    List<TextQuery> scores = new ArrayList<>();
    addWords(scores, wording);
    addScores(scores, Granularity.CHARACTERS, characters, settings.literal().bigrams());
    TextQuery words = holds(Granularity.WORDS, wording.words(), wording, 1);
    TextQuery anywhere = any(Granularity.CHARACTERS, characters.getFirst().terms());
    TextQuery literal = new TextQuery.Matching(anyOf(words, anywhere), scores);
    return new QueryPlan(
        title(query), literal, () -> literal, () -> literal, () -> typos(query, characters, scores));
  }

  private TextQuery title(String query) {
    return new TextQuery.Term(Fields.EXACT_TITLE, analyzer.exact(query), 1);
  }

  private Wording wording(String query) {
    LexicalSettings.Literal literal = settings.literal();
    return new Wording(
        analyzer,
        vocabulary,
        new Wording.Weak(literal.questionWord(), literal.stopWord()),
        query);
  }

  private static TextQuery anyOf(TextQuery... ways) {
    return new TextQuery.Sum(List.of(ways), 1);
  }

  /** Items that hold a share of what counts, anywhere; at least one of it. */
  private TextQuery holds(
      Granularity granularity, List<Place> places, Wording wording, double share) {
    List<TextQuery> parts = new ArrayList<>();
    for (Place place : places) {
      if (place.counts()) {
        parts.add(either(granularity, place, wording));
      }
    }
    if (parts.isEmpty()) {
      return new TextQuery.Nothing();
    }
    int minimum = Math.max(1, (int) Math.ceil(share * parts.size() - 1e-9));
    return new TextQuery.Sum(parts, minimum);
  }

  /** Items that hold all of it, also what says little: what was typed may be part of a title. */
  private static TextQuery every(Granularity granularity, List<Place> places) {
    List<TextQuery> parts =
        places.stream().map(place -> anywhere(granularity, place.terms().getFirst())).toList();
    return parts.isEmpty() ? new TextQuery.Nothing() : new TextQuery.Sum(parts, parts.size());
  }

  /** A place's own terms, or a synonym of the stretch it lies in. */
  private TextQuery either(Granularity granularity, Place place, Wording wording) {
    List<TextQuery> ways = new ArrayList<>();
    place.terms().forEach(term -> ways.add(anywhere(granularity, term)));
    for (Wording.Expansion expansion : wording.expansions()) {
      if (expansion.start() <= place.start() && place.end() <= expansion.end()) {
        expansion.synonyms().forEach(synonym -> ways.add(all(granularity, synonym)));
      }
    }
    return ways.size() == 1 ? ways.getFirst() : new TextQuery.Best(ways);
  }

  private static TextQuery anywhere(Granularity granularity, String term) {
    return new TextQuery.Term(TextField.ANYWHERE.in(granularity), term, 1);
  }

  private TextQuery all(Granularity granularity, String text) {
    List<TextQuery> parts =
        path(granularity, text).stream().map(term -> anywhere(granularity, term)).toList();
    return parts.isEmpty() ? new TextQuery.Nothing() : new TextQuery.Sum(parts, parts.size());
  }

  /** One way through the tokens of a text: the longest at each place. */
  private List<String> path(Granularity granularity, String text) {
    List<String> path = new ArrayList<>();
    int at = 0;
    for (Token token : analyzer.tokens(granularity, text)) {
      if (token.position() == at) {
        path.add(token.term());
        at += token.length();
      }
    }
    return path;
  }

  private TextQuery any(Granularity granularity, List<String> terms) {
    List<TextQuery> ways = new ArrayList<>();
    for (TextField field : fields(granularity)) {
      terms.forEach(term -> ways.add(new TextQuery.Term(field.in(granularity), term, 1)));
    }
    return new TextQuery.Best(ways);
  }

  /** The words to mark in results: those of two or more characters, else all. */
  Highlighter highlighter(String query) {
    Wording wording = wording(query);
    List<String> words = flat(wording.words());
    List<String> longer = words.stream().filter(word -> word.length() > 1).toList();
    return new Highlighter(analyzer, longer.isEmpty() ? words : longer, flat(wording.bigrams()));
  }

  private static List<String> flat(List<Place> places) {
    return places.stream().flatMap(place -> place.terms().stream()).distinct().toList();
  }

  private List<TextField> fields(Granularity granularity) {
    return Arrays.stream(TextField.values())
        .filter(field -> field.granularities().contains(granularity) && boost(field) > 0)
        .filter(field -> granularity != Granularity.BIGRAMS || Boolean.getBoolean("allBigrams") || field == TextField.TITLE || field == TextField.ANYWHERE)
        .toList();
  }

  private double boost(TextField field) {
    return settings.fields().getOrDefault(field.label(), 0.0);
  }

  /** Words, where a synonym stands for its whole stretch if that scores more. */
  private void addWords(List<TextQuery> scores, Wording wording) {
    double weight = settings.literal().words();
    List<Place> rest = new ArrayList<>(wording.words());
    for (Wording.Expansion expansion : wording.expansions()) {
      List<Place> inside =
          rest.stream()
              .filter(place -> expansion.start() <= place.start() && place.end() <= expansion.end())
              .toList();
      rest.removeAll(inside);
      List<TextQuery> ways = new ArrayList<>();
      List<TextQuery> literal = new ArrayList<>();
      addScores(literal, Granularity.WORDS, inside, weight);
      ways.add(new TextQuery.Sum(literal, literal.isEmpty() ? 0 : 1));
      for (String synonym : expansion.synonyms()) {
        ways.add(phrase(path(Granularity.WORDS, synonym), weight * settings.literal().synonym()));
      }
      scores.add(new TextQuery.Best(ways));
    }
    addScores(scores, Granularity.WORDS, rest, weight);
  }

  private TextQuery phrase(List<String> terms, double weight) {
    List<TextQuery> ways = new ArrayList<>();
    for (TextField field : fields(Granularity.WORDS)) {
      String name = field.in(Granularity.WORDS);
      double boost = boost(field) * weight;
      if (field != TextField.ANYWHERE) {
        ways.add(new TextQuery.Phrase(name, terms, boost));
      } else if (!terms.isEmpty()) {
        List<TextQuery> parts = new ArrayList<>();
        terms.forEach(term -> parts.add(new TextQuery.Term(name, term, boost)));
        ways.add(new TextQuery.Sum(parts, parts.size()));
      }
    }
    return new TextQuery.Best(ways);
  }

  private void addScores(
      List<TextQuery> scores, Granularity granularity, List<Place> places, double weight) {
    for (Place place : places) {
      for (String term : place.terms()) {
        List<TextQuery> ways = new ArrayList<>();
        for (TextField field : fields(granularity)) {
          double boost = boost(field) * weight * place.weight();
          if (boost > 0) {
            ways.add(new TextQuery.Term(field.in(granularity), term, boost));
          }
        }
        scores.add(new TextQuery.Best(ways));
      }
    }
  }

  private void addTitlePhrase(List<TextQuery> scores, List<Place> bigrams, List<Place> characters) {
    double weight = settings.literal().titlePhrase();
    if (weight <= 0 || characters.size() > MAX_PHRASE || bigrams.size() < 2) {
      return;
    }
    List<TextQuery> parts = new ArrayList<>();
    for (Place place : bigrams) {
      String field = TextField.TITLE.in(Granularity.BIGRAMS);
      parts.add(new TextQuery.Term(field, place.terms().getFirst(), weight));
    }
    scores.add(new TextQuery.Sum(parts, parts.size()));
  }
}
