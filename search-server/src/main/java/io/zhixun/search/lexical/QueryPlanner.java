package io.zhixun.search.lexical;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.PinyinSpelling;
import io.zhixun.indexer.schema.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** From what a learner typed to a {@link QueryPlan}. Safe for many threads. */
final class QueryPlanner {
  /** What is typed beyond this many UTF-16 units is not read. */
  static final int MAX_QUERY = 200;

  /** A plan grows with what was typed: hundreds of usual queries are kept, or a few long ones. */
  private static final int MOST_CHARACTERS = 4_000;

  private final ChineseAnalyzer analyzer;
  private final Vocabulary vocabulary;
  private final LexicalSettings settings;
  private final SearchFields fields;
  private final ConditionPlanner conditions;
  private final ScorePlanner scores;
  private final TypoPlanner typos;
  private final PinyinSpelling spelling = new PinyinSpelling();

  /** What many ask is read once. */
  private final Cache<String, QueryPlan> plans =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((String query, QueryPlan _) -> 1 + query.length())
          .executor(Runnable::run)
          .build();

  QueryPlanner(ChineseAnalyzer analyzer, Vocabulary vocabulary, LexicalSettings settings) {
    this.analyzer = analyzer;
    this.vocabulary = vocabulary;
    this.settings = settings;
    this.fields = new SearchFields(settings.fields());
    this.conditions = new ConditionPlanner(analyzer, fields);
    this.scores = new ScorePlanner(fields, conditions, settings.literal());
    this.typos = new TypoPlanner(analyzer, spelling, settings.typos());
  }

  QueryPlan plan(String query) {
    return plans.get(cut(query), this::made);
  }

  private QueryPlan made(String query) {
    if (query.isBlank()) {
      return QueryPlan.only(new TextQuery.Everything());
    }
    Asked asked = QueryReader.read(query);
    QueryPlan plan = asked.text().isEmpty() ? nothingElse(asked) : plan(wording(asked.text()));
    return asked.hasOperators() ? restricted(plan, asked) : plan;
  }

  private static QueryPlan nothingElse(Asked asked) {
    return QueryPlan.only(
        asked.hasOperators() ? new TextQuery.Everything() : new TextQuery.Nothing());
  }

  private static String cut(String query) {
    if (query.length() <= MAX_QUERY) {
      return query;
    }
    boolean splitsPair = Character.isHighSurrogate(query.charAt(MAX_QUERY - 1));
    return query.substring(0, splitsPair ? MAX_QUERY - 1 : MAX_QUERY);
  }

  private Wording wording(String text) {
    LexicalSettings.Literal literal = settings.literal();
    Wording.Weak weak = new Wording.Weak(literal.questionWord(), literal.stopWord());
    return new Wording(analyzer, vocabulary, weak, text);
  }

  private QueryPlan plan(Wording wording) {
    LexicalSettings.Relaxing relaxing = settings.relaxing();
    TextQuery title = new TextQuery.Term(Fields.EXACT_TITLE, analyzer.exact(wording.text()), 1);
    if (wording.characters().isEmpty()) {
      return QueryPlan.only(title);
    }
    List<TextQuery> worth = List.copyOf(scores.literal(wording));
    return new QueryPlan(
        title,
        conditions.quoted(wording),
        new TextQuery.Matching(literal(wording, relaxing.strict()), worth),
        () -> new TextQuery.Matching(conditions.partial(wording, relaxing.loose()), worth),
        () -> new TextQuery.Matching(conditions.widest(wording, relaxing.widest()), worth),
        () -> new TextQuery.Matching(literal(wording, 1), worth),
        () -> guess(wording, worth));
  }

  private TextQuery literal(Wording wording, double share) {
    TextQuery condition = conditions.literal(wording, share);
    return wording.isOneCharacter()
        ? new TextQuery.Best(List.of(condition, character(wording)))
        : condition;
  }

  private QueryPlan.Guess guess(Wording wording, List<TextQuery> worth) {
    return new QueryPlan.Guess(
        typos.plan(wording, worth), Optional.of(new NearTitle(analyzer, wording.text())));
  }

  /** A single character is looked for wherever characters are indexed, inside of words too. */
  private TextQuery character(Wording wording) {
    String term = wording.characters().getFirst().terms().getFirst();
    List<TextQuery> ways = new ArrayList<>();
    for (String field : fields.withPositions(Granularity.CHARACTERS)) {
      ways.add(new TextQuery.Term(field, term, 1));
    }
    return new TextQuery.Best(ways);
  }

  private QueryPlan restricted(QueryPlan plan, Asked asked) {
    List<TextQuery> required = new ArrayList<>();
    asked.phrases().forEach(phrase -> required.add(conditions.exactly(phrase)));
    asked.fields().forEach(wish -> required.add(conditions.exactly(wish)));
    List<TextQuery> unwanted = asked.excluded().stream().map(conditions::exactly).toList();
    Optional<TextQuery> excluded =
        unwanted.isEmpty() ? Optional.empty() : Optional.of(new TextQuery.Best(unwanted));
    Restriction restriction = new Restriction(required, excluded);
    return new QueryPlan(
        new TextQuery.Nothing(),
        restriction.of(plan.quoted()),
        restriction.of(plan.literal()),
        restriction.of(plan.partial()),
        restriction.of(plan.widest()),
        restriction.of(plan.full()),
        () -> {
          QueryPlan.Guess guess = plan.guess().get();
          return new QueryPlan.Guess(restriction.of(guess.query()), guess.near());
        });
  }

  /** What operators ask for beside the rest of the query. */
  private record Restriction(List<TextQuery> required, Optional<TextQuery> excluded) {
    TextQuery of(TextQuery query) {
      List<TextQuery> all = new ArrayList<>(required);
      all.add(query);
      TextQuery with = all.size() == 1 ? query : new TextQuery.Sum(all, all.size());
      return excluded.<TextQuery>map(out -> new TextQuery.Except(with, out)).orElse(with);
    }

    Supplier<TextQuery> of(Supplier<TextQuery> query) {
      return () -> of(query.get());
    }
  }

  /** What to mark in results. */
  Highlighter highlighter(String query) {
    String wanted = QueryReader.read(cut(query)).wanted();
    return new Highlighter(analyzer, wording(wanted), new Meant(analyzer, spelling, wanted));
  }

  /**
   * What was meant by a query that found an item; empty when the item does not tell.
   *
   * @param names what the item is called, the title first
   */
  Optional<String> instead(String query, List<String> names) {
    Meant meant = new Meant(analyzer, spelling, QueryReader.read(cut(query)).wanted());
    return names.stream().map(meant::instead).flatMap(Optional::stream).findFirst();
  }
}
