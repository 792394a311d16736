package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import io.zhixun.indexer.schema.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

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
    SequencedSet<String> words = terms(Granularity.WORDS, query);
    SequencedSet<String> bigrams = terms(Granularity.BIGRAMS, query);
    List<String> characters = sequence(Granularity.CHARACTERS, query);
    List<TextQuery> conditions = new ArrayList<>();
    addCondition(conditions, Granularity.WORDS, words);
    addCondition(conditions, Granularity.BIGRAMS, bigrams);
    if (characters.size() == 1) {
      addCondition(conditions, Granularity.CHARACTERS, new LinkedHashSet<>(characters));
    }
    if (conditions.isEmpty()) {
      return new TextQuery.Nothing();
    }
    List<TextQuery> scores = new ArrayList<>();
    addScores(scores, Granularity.WORDS, words, settings.words());
    addScores(scores, Granularity.BIGRAMS, bigrams, settings.bigrams());
    addScores(
        scores,
        Granularity.CHARACTERS,
        new LinkedHashSet<>(characters),
        settings.characters());
    if (characters.size() > 1 && settings.titlePhrase() > 0) {
      scores.add(
          new TextQuery.Phrase(
              Fields.text("title", Granularity.CHARACTERS), characters, settings.titlePhrase()));
    }
    if (settings.exactTitle() > 0) {
      scores.add(
          new TextQuery.Exact(
              Fields.EXACT_TITLE, Fields.normalizedTitle(query), settings.exactTitle()));
    }
    return new TextQuery.Matching(new TextQuery.Sum(conditions, 1), scores);
  }

  /** The words to mark in results: those of two or more characters, else all. */
  Highlighter highlighter(String query) {
    SequencedSet<String> words = terms(Granularity.WORDS, query);
    List<String> longer = words.stream().filter(word -> word.length() > 1).toList();
    return new Highlighter(longer.isEmpty() ? words : longer, terms(Granularity.BIGRAMS, query));
  }

  private void addCondition(
      List<TextQuery> conditions, Granularity granularity, SequencedSet<String> terms) {
    if (!terms.isEmpty()) {
      List<TextQuery> anywhere = new ArrayList<>();
      for (String term : terms) {
        anywhere.add(new TextQuery.Term(Fields.anywhere(granularity), term, 1));
      }
      conditions.add(new TextQuery.Sum(anywhere, required(terms.size())));
    }
  }

  /** How many of {@code count} tokens must occur: all of two, all but one of four, half of many. */
  static int required(int count) {
    if (count <= 2) {
      return count;
    }
    return count <= 4 ? count - 1 : (count + 1) / 2;
  }

  private void addScores(
      List<TextQuery> scores, Granularity granularity, SequencedSet<String> terms, double weight) {
    if (weight <= 0) {
      return;
    }
    for (String term : terms) {
      List<TextQuery> fields = new ArrayList<>();
      settings
          .fields()
          .forEach(
              (field, boost) -> {
                if (boost > 0) {
                  fields.add(
                      new TextQuery.Term(Fields.text(field, granularity), term, boost * weight));
                }
              });
      scores.add(new TextQuery.Best(fields));
    }
  }

  private SequencedSet<String> terms(Granularity granularity, String query) {
    return new LinkedHashSet<>(sequence(granularity, query));
  }

  private List<String> sequence(Granularity granularity, String query) {
    return analyzer.tokens(granularity, query).stream().map(Token::term).limit(MAX_TOKENS).toList();
  }
}
