package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.config.Dictionaries;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.schema.TextField;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of a longer query a word counts more in a title, and as much as ever elsewhere. */
class TitleWorthTest {
  private final QueryPlanner planner =
      new QueryPlanner(
          TestIndex.ANALYZER,
          new Vocabulary(Dictionaries.shipped(), TestIndex.ANALYZER),
          LexicalSettings.DEFAULTS);

  /** What the first word is worth in a field. */
  private double worth(String query, TextField field) {
    String name = field.in(Granularity.WORDS);
    return terms(planner.plan(query).literal())
        .filter(term -> term.field().equals(name) && term.text().equals("瓷器"))
        .mapToDouble(TextQuery.Term::boost)
        .max()
        .orElseThrow();
  }

  /** The terms of what scores; conditions score nothing. */
  private static Stream<TextQuery.Term> terms(TextQuery query) {
    return switch (query) {
      case TextQuery.Term term -> Stream.of(term);
      case TextQuery.Best best -> terms(best.alternatives());
      case TextQuery.Sum sum -> terms(sum.parts());
      case TextQuery.Weighted weighted -> terms(weighted.query());
      case TextQuery.Matching matching ->
          Stream.concat(terms(matching.worth()), terms(matching.more()));
      default -> Stream.empty();
    };
  }

  private static Stream<TextQuery.Term> terms(List<TextQuery> queries) {
    return queries.stream().flatMap(TitleWorthTest::terms);
  }

  @Test
  void theWorthOfATitleGrowsWithTheLogarithmOfTheWords() {
    double growth = LexicalSettings.DEFAULTS.literal().titleGrowth();
    double once = LexicalSettings.DEFAULTS.fields().get("title");

    assertEquals(once, worth("瓷器", TextField.TITLE), 1e-9);
    assertEquals(once * (1 + growth * Math.log(2)), worth("瓷器 历史", TextField.TITLE), 1e-9);
    assertEquals(once * (1 + growth * Math.log(4)), worth("瓷器 历史 城市 火车", TextField.TITLE), 1e-9);
  }

  @Test
  void elsewhereAWordIsWorthTheSameInAnyQuery() {
    assertEquals(worth("瓷器", TextField.ANYWHERE), worth("瓷器 历史 城市 火车", TextField.ANYWHERE), 1e-9);
  }
}
