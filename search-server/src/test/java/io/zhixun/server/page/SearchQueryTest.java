package io.zhixun.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Sort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchQueryTest {
  @Test
  void anAddressSaysEverythingAboutAQuery() {
    SearchQuery query =
        SearchQuery.of(
            Map.of(
                "q", List.of(" 机器 学习 "),
                "format", List.of("EBOOK", "COURSE"),
                "tag", List.of("C++"),
                "sort", List.of("priceAsc"),
                "plain", List.of("1"),
                "cursor", List.of("a/b")));

    assertEquals(
        "/search?q=机器%20学习&format=COURSE&format=EBOOK&tag=C%2B%2B&sort=priceAsc&plain=1"
            + "&cursor=a%2Fb",
        query.href());
  }

  @Test
  void whatCannotBeIsLeftOut() {
    SearchQuery query =
        SearchQuery.of(
            Map.of(
                "q", List.of("a\u0000b"),
                "format", List.of("course", "COURSE"),
                "level", List.of("HARD"),
                "tag", List.of("", "x".repeat(101)),
                "sort", List.of("worst"),
                "utm_source", List.of("mail")));

    assertEquals("a b", query.text());
    assertEquals(Map.of(Facet.FORMAT, Set.of("COURSE")), query.filters().wanted());
    assertEquals(Sort.RELEVANCE, query.sort());
  }

  @Test
  void aFilterIsAddedAndTakenAwayAgainFromTheFirstPageOn() {
    SearchQuery query = SearchQuery.of(Map.of("q", List.of("x"), "cursor", List.of("c")));

    SearchQuery narrowed = query.toggled(Facet.LEVEL, "BEGINNER");

    assertTrue(narrowed.has(Facet.LEVEL, "BEGINNER"));
    assertEquals(Optional.empty(), narrowed.cursor());
    assertEquals("/search?q=x", narrowed.toggled(Facet.LEVEL, "BEGINNER").href());
  }

  @Test
  void nothingAtAllIsTheWholeCatalogue() {
    SearchQuery query = SearchQuery.of(Map.of("q", List.of("  ")));

    assertTrue(query.isBrowsing());
    assertEquals("/search", query.href());
  }

  @Test
  void twoHundredCharactersAreNotTooLong() {
    assertFalse(SearchQuery.of(Map.of("q", List.of("长".repeat(200)))).isTooLong());
    assertTrue(SearchQuery.of(Map.of("q", List.of("长".repeat(201)))).isTooLong());
  }
}
