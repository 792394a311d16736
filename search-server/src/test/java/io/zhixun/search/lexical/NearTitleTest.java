package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearTitleTest {
  private static final ChineseAnalyzer ANALYZER = new ChineseAnalyzer(new Lexicon(Set.of()));

  private static double closeness(String query, String title) {
    return new NearTitle(ANALYZER, query).closeness(ANALYZER.exact(title));
  }

  /** The distances are 0, .4 a character that sounds the same, 1 another and 1.3 one too many. */
  @ParameterizedTest
  @CsvSource({
    "机器学习入门, 机器学习入门, 0",
    "机器学习入门, 機器學習，入門, 0",
    "机器学习入们, 机器学习入门, 0.4",
    "鸡器学习入们, 机器学习入门, 0.8",
    "机器学习大门, 机器学习入门, 1",
    "机器学习入门, 机器学习的入门, 1.3",
    "机器学习与人门, 机器学习入门, 2.3",
    "python入门课程, java入门课程, 100",
    "银行业, 银杭业, 0.4",
    "自行车, 自航车, 1",
  })
  void closenessIsOneLessTheDistanceForEachCharacter(String query, String title, double distance) {
    double length = ANALYZER.exact(query).length();
    double allowed = length <= 2 ? 0.4 : length <= 6 ? 1.3 : 2;
    double expected = distance > allowed ? 0 : 1 - distance / (length + 1);

    assertEquals(expected, closeness(query, title), 1e-9, query + " " + title);
  }

  @Test
  void whatIsShortOrEndlessIsNotCompared() {
    assertEquals(0, closeness("书", "书"));
    assertEquals(0, closeness("书".repeat(41), "书".repeat(41)));
    assertEquals(0, closeness("读书", "读书" + " ".repeat(200) + "读书"));
    assertEquals(0, closeness("", ""));
    assertTrue(closeness("书".repeat(40), "书".repeat(40)) > 0);
  }
}
