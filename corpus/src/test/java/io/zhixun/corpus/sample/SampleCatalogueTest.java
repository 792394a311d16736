package io.zhixun.corpus.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The bundled catalogue is written item by item, hangs together, and is judged. */
class SampleCatalogueTest {
  private static final int RUN = 12;

  private final List<Item> items = SampleCatalogue.items();

  @Test
  void noTwoSummariesShareARunOfTwelveCharacters() {
    Map<String, ItemId> seen = new HashMap<>();
    for (Item item : items) {
      String summary = item.text().summary().orElseThrow();
      assertTrue(summary.length() >= 60 && summary.length() <= 200, item.id() + " " + summary);
      for (int start = 0; start + RUN <= summary.length(); start++) {
        String run = summary.substring(start, start + RUN);
        ItemId other = seen.putIfAbsent(run, item.id());
        assertTrue(other == null || other.equals(item.id()), () -> item.id() + ", " + other + run);
      }
    }
  }

  @Test
  void noTwoWorksHaveTitlesThatDifferOnlyByANumber() {
    Map<String, Item> seen = new HashMap<>();
    for (Item item : items) {
      String bare = item.text().title().replaceAll("[0-9０-９一二三四五六七八九十百]+", "#");
      Item other = seen.putIfAbsent(bare, item);
      assertTrue(
          other == null || other.work().equals(item.work()),
          () -> item.text().title() + " and " + other.text().title());
    }
  }

  @Test
  void prerequisitesExistAndLeadNowhereInACircle() {
    Map<ItemId, Item> byId = new HashMap<>();
    items.forEach(item -> byId.put(item.id(), item));
    assertEquals(items.size(), byId.size());
    for (Item item : items) {
      assertFalse(reaches(item.id(), item, byId, new HashSet<>()), "a circle at " + item.id());
    }
  }

  private static boolean reaches(
      ItemId goal, Item from, Map<ItemId, Item> byId, Set<ItemId> visited) {
    for (ItemId before : from.audience().prerequisites()) {
      assertTrue(byId.containsKey(before), from.id() + " needs " + before);
      if (before.equals(goal)) {
        return true;
      }
      if (visited.add(before) && reaches(goal, byId.get(before), byId, visited)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void authorsAndTagsRecur() {
    Map<String, Integer> authors = new TreeMap<>();
    Map<String, Integer> tags = new TreeMap<>();
    for (Item item : items) {
      item.text().authors().forEach(author -> authors.merge(author, 1, Integer::sum));
      item.text().tags().forEach(tag -> tags.merge(tag, 1, Integer::sum));
    }

    assertTrue(items.size() >= 300);
    assertTrue(authors.size() >= 110 && tags.size() >= 200, authors.size() + " " + tags.size());
    authors.forEach((author, works) -> assertTrue(works >= 2, author + " has one work"));
  }

  @Test
  void everyQueryHasAtLeastEightJudgementsOfItemsThatExist() throws IOException {
    Set<String> known = new HashSet<>();
    items.forEach(item -> known.add(item.id().value()));
    Map<String, Integer> judgements = new HashMap<>();
    Map<String, Integer> relevant = new HashMap<>();
    for (String line : lines("qrels.tsv")) {
      String[] columns = line.split("\t", -1);
      assertTrue(known.contains(columns[2]), line);
      int grade = Integer.parseInt(columns[3]);
      assertTrue(grade >= 0 && grade <= 3, line);
      judgements.merge(columns[0], 1, Integer::sum);
      relevant.merge(columns[0], grade > 0 ? 1 : 0, Integer::sum);
    }

    List<String> queries = lines("queries.tsv");

    assertTrue(queries.size() >= 150);
    Set<String> kinds = new HashSet<>();
    for (String query : queries) {
      String[] columns = query.split("\t", -1);
      kinds.add(columns[2]);
      assertTrue(judgements.getOrDefault(columns[0], 0) >= 8, query);
      int wanted = columns[2].equals("topical") ? 3 : 1;
      assertTrue(relevant.getOrDefault(columns[0], 0) >= wanted, query);
    }
    assertEquals(13, kinds.size(), kinds.toString());
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = SampleCatalogue.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
