package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A piece of a title that is more than one word is a quotation, and nothing else comes near. */
class QuotedTitleTest {
  private static final double LIFT = LexicalSettings.DEFAULTS.literal().quotedTitle();

  @TempDir private Path folder;
  private TestIndex shelf;

  @AfterEach
  void close() {
    shelf.close();
  }

  private float share(String query, int row) {
    Matches found = shelf.index.search(query);
    for (int i = 0; i < found.size(); i++) {
      if (found.row(i) == row) {
        return found.score(i);
      }
    }
    return 0;
  }

  @Test
  void aTitleThatHoldsItAsItWasTypedIsFarAboveOneThatHoldsItApart() {
    shelf =
        TestIndex.of(
            folder,
            List.of(
                TestIndex.item(
                    "{'id':'a','format':'EBOOK','title':'关于城市与火车的漫长漫长漫长漫长漫长的笔记以及别的一些事情'}"),
                TestIndex.item(
                    "{'id':'b','format':'EBOOK','title':'城市火车','summary':'城市与火车,城市与火车。','tags':['城市','火车']}")));

    assertTrue(share("市与火车", 0) >= LIFT, "quoted: " + share("市与火车", 0));
    assertTrue(share("市与火车", 1) <= 1, "not quoted: " + share("市与火车", 1));
  }

  @Test
  void oneWordQuotesNothing() {
    shelf = TestIndex.ofTitles(folder, "城市的故事", "火车");

    assertEquals(1, share("城市", 0));
  }

  @Test
  void theWholeTitleIsAboveAPieceOfAnother() {
    shelf = TestIndex.ofTitles(folder, "城市与火车", "城市与火车的故事");

    assertEquals(List.of("城市与火车", "城市与火车的故事"), shelf.titles("城市与火车"));
    assertTrue(share("城市与火车", 0) - share("城市与火车", 1) >= 2);
  }

  @Test
  void punctuationAndCaseDoNotMatter() {
    shelf = TestIndex.ofTitles(folder, "Python 编程，从入门到实践", "编程入门");

    assertTrue(share("python编程从入门", 0) >= LIFT);
  }
}
