package io.zhixun.indexer.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.Items;
import io.zhixun.indexer.Seeds;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueReviewTest {
  private static final String GOOD =
      "'format':'VIDEO','summary':'讲清楚每一个概念，配有练习和答案，适合没有基础的人。','tags':['数学']";

  private final long seed = Seeds.next();
  private final Random random = new Random(seed);
  private final CatalogueReview review = new CatalogueReview(new ChineseAnalyzer(Lexicon.EMPTY));

  @Test
  void aGoodCatalogueHasNoFindings() {
    assertEquals(List.of(), found(item("a", "线性代数", ""), item("b", "微积分", "")));
  }

  @Test
  void prerequisitesThatAreGoneAreNamed() {
    List<String> found =
        found(
            item("a", "甲", ",'prerequisites':['b','c','d']"),
            item("b", "乙", ""),
            item("c", "丙", ",'status':'WITHDRAWN'"));

    assertEquals(List.of("a DEAD_PREREQUISITE", "a DEAD_PREREQUISITE"), found);
  }

  @Test
  void aCycleIsToldOnceAndBeginsWithItsSmallestItem() {
    List<Finding> found =
        review.findings(
            List.of(
                item("c", "丙", ",'prerequisites':['a']"),
                item("a", "甲", ",'prerequisites':['b']"),
                item("b", "乙", ",'prerequisites':['c','d']"),
                item("d", "丁", "")));

    assertEquals(1, found.size());
    assertEquals(new ItemId("a"), found.getFirst().item());
    assertTrue(found.getFirst().detail().startsWith("a → b → c → a"), found.getFirst().detail());
  }

  @Test
  void thinSummariesMissingPricesAndFewChaptersAreFound() {
    Item poor =
        Items.of(
            """
            {'id':'a','format':'COURSE','title':'甲','summary':'短','tags':['数学'],
             'access':'PURCHASE','outline':['一']}
            """);

    assertEquals(
        List.of("a THIN_SUMMARY", "a PURCHASE_WITHOUT_PRICE", "a FEW_CHAPTERS"), found(poor));
  }

  @Test
  void theSameTitleIsAFindingOnlyAcrossWorks() {
    List<String> found =
        found(
            item("a", "机器学习", ",'workId':'w'"),
            item("b", "機器學習", ",'workId':'w'"),
            item("c", " 机器学习", ""),
            item("d", "深度学习", ""));

    assertEquals(List.of("a DUPLICATE_TITLE", "b DUPLICATE_TITLE", "c DUPLICATE_TITLE"), found);
  }

  @Test
  void otherNotesOfTheCheckAreToldAsUntidy() {
    assertEquals(List.of("a UNTIDY"), found(item("a", "甲", ",'rating':4.5")));
  }

  @Test
  void cyclesAreFoundExactlyWhereAnItemReachesItself() {
    for (int round = 0; round < 200; round++) {
      Map<ItemId, Item> items = randomItems();
      Set<ItemId> inCycles = new HashSet<>();
      for (List<ItemId> cycle : new PrerequisiteCycles(items).find()) {
        for (int i = 0; i < cycle.size(); i++) {
          ItemId next = cycle.get((i + 1) % cycle.size());
          assertTrue(items.get(cycle.get(i)).audience().prerequisites().contains(next));
        }
        inCycles.addAll(componentOf(cycle.getFirst(), items));
      }
      for (ItemId item : items.keySet()) {
        assertEquals(
            reachable(item, items).contains(item),
            inCycles.contains(item),
            item + ", -Dzhixun.seed=" + seed);
      }
    }
  }

  @Test
  void aVeryLongChainIsNoProblem() {
    Map<ItemId, Item> items = new LinkedHashMap<>();
    for (int i = 0; i < 20_000; i++) {
      Item item = item("i" + i, "t", ",'prerequisites':['i" + (i + 1) % 20_000 + "']");
      items.put(item.id(), item);
    }

    assertEquals(20_000, new PrerequisiteCycles(items).find().getFirst().size());
  }

  private Map<ItemId, Item> randomItems() {
    Map<ItemId, Item> items = new HashMap<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      Set<String> needed = new HashSet<>();
      for (int j = random.nextInt(3); j > 0; j--) {
        int other = random.nextInt(count + 1);
        if (other != i) {
          needed.add("'i" + other + "'");
        }
      }
      Item item = item("i" + i, "t", ",'prerequisites':[" + String.join(",", needed) + "]");
      items.put(item.id(), item);
    }
    return items;
  }

  private static Set<ItemId> componentOf(ItemId item, Map<ItemId, Item> items) {
    Set<ItemId> component = new HashSet<>();
    for (ItemId other : reachable(item, items)) {
      if (reachable(other, items).contains(item)) {
        component.add(other);
      }
    }
    return component;
  }

  private static Set<ItemId> reachable(ItemId from, Map<ItemId, Item> items) {
    Set<ItemId> reached = new HashSet<>();
    List<ItemId> waiting = new ArrayList<>(items.get(from).audience().prerequisites());
    while (!waiting.isEmpty()) {
      ItemId next = waiting.removeLast();
      if (items.containsKey(next) && reached.add(next)) {
        waiting.addAll(items.get(next).audience().prerequisites());
      }
    }
    return reached;
  }

  private List<String> found(Item... items) {
    return review.findings(List.of(items)).stream()
        .map(finding -> finding.item() + " " + finding.kind())
        .toList();
  }

  private static Item item(String id, String title, String more) {
    return Items.of("{'id':'" + id + "','title':'" + title + "'," + GOOD + more + "}");
  }
}
