package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.ItemId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search of certain items alone finds of them what a search of all finds. */
class AmongRowsTest {
  private static final String[] WORDS = {
    "机器学习", "入门", "数据", "分析", "瓷器", "历史", "python", "经济学", "心理", "编程", "笔记", "写作"
  };
  private static final List<String> QUERIES =
      List.of(
          "机器学习", "数据分析入门", "瓷器", "pyhton", "jiqixuexi", "sjfx", "心里", "经济学的历史", "没有的事", "史", "");
  private static final int ITEMS = 240;

  private final long seed = Long.getLong("zhixun.seed", System.nanoTime());
  private final Random random = new Random(seed);

  private TestIndex shelf;

  @BeforeEach
  void fill(@TempDir Path folder) {
    shelf =
        TestIndex.ofTitles(
            folder, IntStream.range(0, ITEMS).mapToObj(_ -> title()).toArray(String[]::new));
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private String title() {
    StringBuilder title = new StringBuilder();
    for (int words = 1 + random.nextInt(4); words > 0; words--) {
      title.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return title.toString();
  }

  private static Map<Integer, Float> byRow(Matches matches) {
    Map<Integer, Float> shares = new TreeMap<>();
    for (int i = 0; i < matches.size(); i++) {
      shares.put(matches.row(i), matches.score(i));
    }
    assertEquals(shares.size(), matches.size(), "no row twice");
    return shares;
  }

  private void assertAllAreFoundAlike(Set<Integer> rows) {
    int[] all = rows.stream().mapToInt(row -> row).toArray();
    for (String query : QUERIES) {
      Matches alone = shelf.index.search(query, all);
      Matches everywhere = shelf.index.search(query);

      assertEquals(byRow(everywhere), byRow(alone), query + "; zhixun.seed=" + seed);
      assertEquals(everywhere.openness(), alone.openness(), query);
      assertEquals(everywhere.didYouMean(), alone.didYouMean(), query);
    }
  }

  @Test
  void amongAllItemsItIsTheSearchOfAll() {
    assertAllAreFoundAlike(
        new TreeSet<>(IntStream.range(0, ITEMS).boxed().toList()).descendingSet());
  }

  @Test
  void editedItemsAreFoundWhereTheyLieNowAndRemovedOnesNot() {
    for (int edit = 0; edit < 60; edit++) {
      int row = random.nextInt(ITEMS);
      ItemId id = new ItemId("t-%03d".formatted(row));
      if (random.nextInt(4) == 0) {
        shelf.index.remove(id);
      } else {
        shelf.index.put(
            TestIndex.item(
                "{'id':'%s','format':'EBOOK','title':'%s'}".formatted(id.value(), title())),
            row);
      }
      if (random.nextInt(5) == 0) {
        shelf.index.refresh();
      }
    }
    shelf.index.refresh();

    assertAllAreFoundAlike(new TreeSet<>(IntStream.range(0, ITEMS).boxed().toList()));
  }

  @Test
  void nothingButTheGivenItemsIsFound() {
    Set<Integer> some = new TreeSet<>();
    random.ints(40, 0, ITEMS).forEach(some::add);
    int[] rows = some.stream().mapToInt(row -> row).toArray();

    for (String query : QUERIES) {
      Set<Integer> found = byRow(shelf.index.search(query, rows)).keySet();
      assertTrue(some.containsAll(found), query + ": " + found + "; zhixun.seed=" + seed);
    }
    assertEquals(some, byRow(shelf.index.search("", rows)).keySet());
    assertEquals(0, shelf.index.search("数据", new int[0]).size());
    assertEquals(0, shelf.index.search("数据", new int[] {ITEMS, Integer.MAX_VALUE}).size());
  }
}
