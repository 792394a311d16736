package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a query leaves open follows from how many items hold what was typed. */
class OpennessTest {
  private static final int FEW = LexicalSettings.DEFAULTS.relaxing().few();

  @TempDir private static Path folder;
  private static TestIndex shelf;

  @BeforeAll
  static void open() {
    String[] titles =
        IntStream.range(0, FEW + 5)
            .mapToObj(at -> at == 0 ? "宋代瓷器鉴赏" : "编程练习第" + at + "册")
            .toArray(String[]::new);
    shelf = TestIndex.ofTitles(folder, titles);
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  @Test
  void whatPlentyOfItemsHoldLeavesAllOpen() {
    assertEquals(1, shelf.index.search("编程").openness());
  }

  @Test
  void whatOneItemHoldsLeavesLittleOpen() {
    assertEquals(1.0 / FEW, shelf.index.search("瓷器").openness());
  }

  @Test
  void whatNothingHoldsLeavesNothingOpen() {
    assertEquals(0, shelf.index.search("编程瓷器收藏入门").openness());
  }

  @Test
  void browsingLeavesAllOpen() {
    assertEquals(1, shelf.index.search("").openness());
  }

  @Test
  void amongAFewItemsItIsTheShareOfThemThatCounts() {
    int[] all = {1, 2};
    int[] half = {0, 1};

    assertEquals(1, shelf.index.search("编程", all).openness());
    assertEquals(0.5, shelf.index.search("编程", half).openness());
    assertTrue(shelf.index.search("瓷器", all).openness() == 0);
  }
}
