package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.sample.SampleCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed, there is an answer, and the work for it is bounded. */
class AbsurdQueriesTest {
  private static final long SEED = Long.getLong("zhixun.seed", 20_261_124L);
  private static final int QUERIES = 10_200;

  /** Terms and phrases of all stages of one query; typical ones have a few hundred. */
  private static final int MAX_CLAUSES = 3_000;

  private static final List<String> PIECES =
      List.of(
          "",
          " ",
          "\t\n\r",
          "\u0000\u0001\u001f\u007f",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\"",
          "“",
          "」",
          "-",
          "－",
          "--",
          ":",
          "作者:",
          "标题：",
          "tag:",
          "'; DROP TABLE items; --",
          "<script>alert(1)</script>",
          "&lt;b&gt;",
          "%00",
          "../../etc/passwd",
          "${jndi:ldap://x}",
          "*:*",
          "a AND (b OR",
          "[* TO *]",
          "~2",
          "^9",
          "机器学习",
          "機器學習",
          "睡不着",
          "的",
          "什么",
          "c++",
          ".net",
          "jiqixuexi",
          "xianxianxian",
          "aaaaaaaaaaaa",
          "𠮷野家",
          "ﷺ",
          "\u202e逆",
          "e\u0301\u0301\u0301",
          "\u200b\u200d\ufeff",
          "0-3岁",
          "1e309",
          "ＡＢＣ",
          "ｶﾞ");

  @Test
  void nothingIsAnErrorAndTheWorkIsBounded(@TempDir Path folder) {
    List<Item> items = SampleCatalogue.items().subList(0, 100);
    QueryPlanner planner =
        new QueryPlanner(
            TestIndex.ANALYZER,
            new Vocabulary(Dictionaries.shipped(), TestIndex.ANALYZER),
            LexicalSettings.DEFAULTS);
    List<String> queries = queries();
    assertTrue(queries.size() >= 10_000, "queries: " + queries.size());
    int most = 0;
    try (TestIndex index = TestIndex.of(folder, items)) {
      for (String query : queries) {
        String message = "-Dzhixun.seed=" + SEED + ": " + escaped(query);
        int clauses = clauses(planner.plan(query));
        assertTrue(clauses <= MAX_CLAUSES, () -> clauses + " clauses " + message);
        most = Math.max(most, clauses);
        Matches found = index.index.search(query);
        for (int i = 0; i < found.size(); i++) {
          assertTrue(Float.isFinite(found.score(i)) && found.score(i) >= 0, message);
        }
        if (found.size() > 0) {
          assertMarksLieInTheText(index, query, items.get(found.row(0)), message);
        }
      }
    }
    System.out.println("most clauses of a query: " + most);
  }

  private static void assertMarksLieInTheText(
      TestIndex index, String query, Item item, String message) {
    for (Highlight highlight : index.index.highlighter(query).of(item)) {
      int before = 0;
      for (Highlight.Span span : highlight.spans()) {
        assertTrue(span.start() >= before && span.end() <= highlight.text().length(), message);
        before = span.end();
      }
    }
  }

  @Test
  void whatIsTooLongIsCutBetweenCharacters(@TempDir Path folder) {
    try (TestIndex index = TestIndex.ofTitles(folder, "机器学习")) {
      assertEquals(1, index.index.search("机器学习" + "？".repeat(100_000)).size());
      assertEquals(0, index.index.search("x" + "😀".repeat(100_000)).size());
    }
  }

  private static List<String> queries() {
    List<String> queries = new ArrayList<>(PIECES);
    queries.add("\"".repeat(10_000));
    queries.add("-作者:\"".repeat(2_000));
    queries.add("机".repeat(5_000));
    queries.add("a ".repeat(5_000));
    for (int block = 0; block <= Character.MAX_CODE_POINT; block += 0x100) {
      StringBuilder row = new StringBuilder();
      for (int at = 0; at < 24; at++) {
        row.appendCodePoint(block + at * 10);
      }
      queries.add(row.toString());
    }
    Random random = new Random(SEED);
    while (queries.size() < QUERIES) {
      queries.add(random(random));
    }
    return queries;
  }

  private static String random(Random random) {
    StringBuilder query = new StringBuilder();
    int pieces = 1 + random.nextInt(random.nextInt(20) == 0 ? 60 : 6);
    for (int i = 0; i < pieces; i++) {
      switch (random.nextInt(4)) {
        case 0 -> query.append((char) random.nextInt(0x10000));
        case 1 -> query.appendCodePoint(0x4e00 + random.nextInt(0x5000));
        default -> query.append(PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return query.toString();
  }

  private static String escaped(String query) {
    StringBuilder text = new StringBuilder();
    query
        .chars()
        .limit(300)
        .forEach(
            unit ->
                text.append(
                    unit < 0x7f && unit >= 0x20 ? "" + (char) unit : "\\u%04x".formatted(unit)));
    return text.toString();
  }

  private static int clauses(QueryPlan plan) {
    return clauses(plan.title())
        + clauses(plan.literal())
        + clauses(plan.partial().get())
        + clauses(plan.widest().get())
        + clauses(plan.guess().get().query());
  }

  private static int clauses(TextQuery query) {
    return switch (query) {
      case TextQuery.Term _ -> 1;
      case TextQuery.Phrase phrase -> phrase.terms().size();
      case TextQuery.Best best -> sum(best.alternatives());
      case TextQuery.Sum sum -> sum(sum.parts());
      case TextQuery.Rarest rarest -> sum(rarest.parts());
      case TextQuery.Except except -> clauses(except.query()) + clauses(except.excluded());
      case TextQuery.Weighted weighted -> clauses(weighted.query());
      case TextQuery.Matching matching ->
          clauses(matching.condition()) + sum(matching.worth()) + sum(matching.more());
      case TextQuery.Everything _, TextQuery.Nothing _ -> 0;
    };
  }

  private static int sum(List<TextQuery> queries) {
    return queries.stream().mapToInt(AbsurdQueriesTest::clauses).sum();
  }
}
