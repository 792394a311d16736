package io.zhixun.search.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemWordsTest {
  private final ChineseAnalyzer analyzer = new ChineseAnalyzer(Lexicon.EMPTY);

  /** 50 courses: 5 of them on ships, all of them with an introduction of the same two words. */
  private ItemWords catalogue() {
    List<Item> items = new ArrayList<>();
    for (int at = 0; at < 50; at++) {
      items.add(item(at, at < 5 ? "轮船" : "第" + at + "章", "课程 内容"));
    }
    return new ItemWords(items, analyzer);
  }

  private static Item item(int at, String title, String summary) {
    String line =
        "{'id':'c-%d','format':'COURSE','title':'%s','summary':'%s'}"
            .formatted(at, title, summary)
            .replace('\'', '"');
    return StrictJson.read(line).then(ItemCheck::read).valid().orElseThrow();
  }

  @Test
  void aWordThatTellsIsDrawnAndOneThatAllHoldIsNot() {
    ItemWords words = catalogue();
    Set<Optional<String>> drawn = new HashSet<>();

    for (int position = 0; position < 50; position++) {
      drawn.add(words.drawn(new ItemId("c-3"), 7, position));
    }

    assertEquals(Set.of(Optional.of("轮船")), drawn);
  }

  @Test
  void anItemWithoutSuchAWordHasNone() {
    assertEquals(Optional.empty(), catalogue().drawn(new ItemId("c-30"), 7, 0));
    assertEquals(Optional.empty(), catalogue().drawn(new ItemId("unknown"), 7, 0));
  }

  @Test
  void whatHoldsTheLettersIsFoundWhereverTheyStand() {
    assertEquals(
        List.of("c-0", "c-1", "c-2", "c-3", "c-4"),
        catalogue().holding("船").stream().map(ItemId::value).toList());
  }
}
