package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import io.zhixun.indexer.schema.Fields;
import io.zhixun.indexer.schema.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * From what a learner typed to a {@link TextQuery}.
 *
 * <p>Within one granularity each token takes its best field (dismax); tokens and granularities add
 * up. An item matches when enough of the query's words or enough of its character pairs occur in it
 * anywhere; single characters alone match only a query of one character, and otherwise only score.
 */
final class QueryPlanner {
  /** More distinct tokens than this are left out, so that the work for one query is bounded. */
  static final int MAX_TOKENS = 64;

  private final ChineseAnalyzer analyzer;
  private final LexicalSettings settings;

  QueryPlanner(ChineseAnalyzer analyzer, LexicalSettings settings) {
    this.analyzer = analyzer;
    this.settings = settings;
  }

  TextQuery plan(String query) {
    if (query.isBlank()) {
      return new TextQuery.Everything();
    }
    List<List<String>> words = places(Granularity.WORDS, query);
    List<List<String>> bigrams = places(Granularity.BIGRAMS, query);
    List<List<String>> characters = places(Granularity.CHARACTERS, query);
    List<TextQuery> conditions = new ArrayList<>();
    addCondition(conditions, Granularity.WORDS, words);
    addCondition(conditions, Granularity.BIGRAMS, bigrams);
    if (characters.size() == 1) {
      addCondition(conditions, Granularity.CHARACTERS, characters);
    }
    if (conditions.isEmpty()) {
      return new TextQuery.Nothing();
    }
    List<TextQuery> scores = new ArrayList<>();
    addScores(scores, Granularity.WORDS, words, settings.words());
    addScores(scores, Granularity.BIGRAMS, bigrams, settings.bigrams());
    addScores(scores, Granularity.CHARACTERS, characters, settings.characters());
    if (characters.size() > 1 && settings.titlePhrase() > 0) {
      scores.add(
          new TextQuery.Phrase(
              TextField.TITLE.in(Granularity.CHARACTERS),
              characters.stream().map(List::getFirst).toList(),
              settings.titlePhrase()));
    }
    if (settings.exactTitle() > 0) {
      scores.add(
          new TextQuery.Exact(Fields.EXACT_TITLE, analyzer.exact(query), settings.exactTitle()));
    }
    return new TextQuery.Matching(new TextQuery.Sum(conditions, 1), scores);
  }

  /** The words to mark in results: those of two or more characters, else all. */
  Highlighter highlighter(String query) {
    List<String> words = flat(places(Granularity.WORDS, query));
    List<String> longer = words.stream().filter(word -> word.length() > 1).toList();
    return new Highlighter(
        analyzer, longer.isEmpty() ? words : longer, flat(places(Granularity.BIGRAMS, query)));
  }

  private static List<String> flat(List<List<String>> places) {
    return places.stream().flatMap(List::stream).distinct().toList();
  }

  private static void addCondition(
      List<TextQuery> conditions, Granularity granularity, List<List<String>> places) {
    if (!places.isEmpty()) {
      List<TextQuery> anywhere = new ArrayList<>();
      for (List<String> alternatives : places) {
        List<TextQuery> ways = new ArrayList<>();
        for (TextField field : fields(granularity)) {
          alternatives.forEach(
              term -> ways.add(new TextQuery.Term(field.in(granularity), term, 1)));
        }
        anywhere.add(new TextQuery.Best(ways));
      }
      conditions.add(new TextQuery.Sum(anywhere, required(places.size())));
    }
  }

  private static List<TextField> fields(Granularity granularity) {
    return Arrays.stream(TextField.values())
        .filter(field -> field.granularities().contains(granularity))
        .toList();
  }

  /** How many of {@code count} places must match: all of two, all but one of four, half of many. */
  static int required(int count) {
    if (count <= 2) {
      return count;
    }
    return count <= 4 ? count - 1 : (count + 1) / 2;
  }

  private void addScores(
      List<TextQuery> scores, Granularity granularity, List<List<String>> places, double weight) {
    if (weight <= 0) {
      return;
    }
    for (String term : flat(places)) {
      List<TextQuery> ways = new ArrayList<>();
      for (TextField field : fields(granularity)) {
        double boost = settings.fields().getOrDefault(field.label(), 0.0);
        if (boost > 0) {
          ways.add(new TextQuery.Term(field.in(granularity), term, boost * weight));
        }
      }
      scores.add(new TextQuery.Best(ways));
    }
  }

  /** The tokens of a query by place: those at one place are alternatives; no place twice. */
  private List<List<String>> places(Granularity granularity, String query) {
    SequencedMap<Integer, List<String>> places = new LinkedHashMap<>();
    for (Token token : analyzer.tokens(granularity, query)) {
      places.computeIfAbsent(token.position(), _ -> new ArrayList<>()).add(token.term());
    }
    return places.values().stream().distinct().limit(MAX_TOKENS).toList();
  }
}
