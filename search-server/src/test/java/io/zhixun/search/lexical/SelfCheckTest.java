package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.Item;
import io.zhixun.search.measure.SelfCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Here because it needs a real index. */
class SelfCheckTest {
  private static final List<String> TITLES = List.of("机器学习", "机器学习入门", "学习机器", "机器", "理财入门");

  @TempDir private Path folder;

  private static Item titled(String id, String title) {
    return TestIndex.item("{'id':'%s','format':'EBOOK','title':'%s'}".formatted(id, title));
  }

  private List<Item> indexed() {
    List<Item> items = new ArrayList<>();
    for (int at = 0; at < TITLES.size(); at++) {
      items.add(titled("t-" + at, TITLES.get(at)));
    }
    return items;
  }

  @Test
  void everyTitleStandsFirstThoughOthersHoldItsWords() {
    List<Item> items = indexed();

    try (TestIndex index = TestIndex.of(folder, items)) {
      Map<String, Double> quality = SelfCheck.of(index.index, items);

      assertEquals(Map.of("titleFound", 1.0, "titleFirst", 1.0), quality);
    }
  }

  @Test
  void aTitleThatIsNotInTheIndexIsNotFound() {
    List<Item> items = indexed();
    List<Item> withOneMore = new ArrayList<>(items);
    withOneMore.add(titled("t-9", "不在这里"));

    try (TestIndex index = TestIndex.of(folder, items)) {
      Map<String, Double> quality = SelfCheck.of(index.index, withOneMore);

      assertEquals(5 / 6.0, quality.get("titleFound"), 1e-9);
      assertEquals(5 / 6.0, quality.get("titleFirst"), 1e-9);
    }
  }
}
