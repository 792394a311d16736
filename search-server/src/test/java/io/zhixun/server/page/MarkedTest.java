package io.zhixun.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.search.lexical.Highlight;
import io.zhixun.search.lexical.Highlight.Span;
import io.zhixun.server.page.Marked.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTest {
  @Test
  void spansBecomeMarkedPieces() {
    Marked marked = marked("学 Python 用 Python", new Span(2, 8), new Span(11, 17));

    assertEquals(
        List.of(
            new Piece("学 ", false),
            new Piece("Python", true),
            new Piece(" 用 ", false),
            new Piece("Python", true)),
        marked.pieces());
  }

  @Test
  void aSpanOverTheWholeTextIsOnePiece() {
    assertEquals(List.of(new Piece("算法", true)), marked("算法", new Span(0, 2)).pieces());
  }

  @Test
  void spansThatCannotBeAreLeftOutAndNoTextIsLost() {
    Marked marked = marked("机器学习", new Span(0, 2), new Span(1, 3), new Span(3, 9));

    assertEquals("机器学习", marked.text());
    assertEquals(List.of(new Piece("机器", true), new Piece("学习", false)), marked.pieces());
  }

  private static Marked marked(String text, Span... spans) {
    return Marked.of(new Highlight("title", text, List.of(spans)));
  }
}
