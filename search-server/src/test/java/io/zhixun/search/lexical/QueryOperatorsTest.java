package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryOperatorsTest {
  @ParameterizedTest
  @ValueSource(strings = {"\"机器学习\" 入门", "关于“让生活下去”的书", "「经济」", "历史 -中国", "作者:周行", "author：周行 管理"})
  void phrasesExclusionsAndFieldsWantWordsAsTheyAreTyped(String query) {
    assertTrue(LexicalIndex.wantsExactly(query), query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "国学书目：最低限度",
        "卫报:100本最佳",
        "0-3岁",
        "历史 - 中国",
        "没有合上的\"引号",
        "摄氏 -5 度",
        "",
        "：",
        "\"\""
      })
  void aColonOrDashInsideATextIsText(String query) {
    assertFalse(LexicalIndex.wantsExactly(query), query);
  }
}
