package io.zhixun.server.page.cover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void linesAreAboutEquallyLong() {
    assertEquals(List.of("逛懂一座", "博物馆"), Lines.of("逛懂一座博物馆", 6, 4));
  }

  @Test
  void punctuationStaysWithTheCharacterBeforeIt() {
    assertEquals(List.of("从哪里", "来：依恋"), Lines.of("从哪里来：依恋", 4, 4));
  }

  @Test
  void latinWordsStayWhole() {
    assertEquals(List.of("图解 Rust", "所有权"), Lines.of("图解 Rust 所有权", 6, 4));
  }

  @Test
  void whatDoesNotFitIsCutWithAnEllipsis() {
    assertEquals(List.of("一二三四", "五六七…"), Lines.of("一二三四五六七八九十", 4, 2));
  }

  @Test
  void pairsOfSurrogatesAreNotTornApart() {
    assertEquals("𠮷", Lines.first("𠮷野", 1));
  }
}
