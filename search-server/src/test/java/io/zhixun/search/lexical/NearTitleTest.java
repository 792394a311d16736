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
    return new NearTitle(ANALYZER, query).closeness(title);
  }

  /** A distance is 0, .4 a character that sounds the same, 1 another and 1.3 one too many. */
  @ParameterizedTest
  @CsvSource({
    "机器学习入门, 机器学习入门, 0",
    "机器学习入门, 機器學習，入門, 0",
    "python入门课程, Python 入門課程, 0",
    "机器学习入们, 机器学习入门, 0.4",
    "鸡器学习入们, 机器学习入门, 0.8",
    "机器学习大门, 机器学习入门, 1",
    "机器学习入门, 机器学习的入门, 1.3",
    "银行业, 银杭业, 0.4",
    "自行车, 自航车, 1",
    "机器学习的入们, 机器学习之入门, 1.4",
  })
  void closenessIsOneLessTheDistanceForEachCharacter(String query, String title, double distance) {
    assertEquals(1 - distance / (query.length() + 1), closeness(query, title), 1e-9);
  }

  /** One character may be wrong or missing in up to six, two in more; of two, one may sound so. */
  @ParameterizedTest
  @CsvSource({
    "机器学习大们, 机器学习入门",
    "机器学习与人门, 机器学习入门",
    "python入门课程, java入门课程",
    "读书, 读画",
    "读书, 读书会",
    "机器学习入门, 深度学习入门",
  })
  void aTitleThatCostsMoreIsNotNear(String query, String title) {
    assertEquals(0, closeness(query, title));
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
