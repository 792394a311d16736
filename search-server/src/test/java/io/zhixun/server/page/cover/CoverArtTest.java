package io.zhixun.server.page.cover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.StrictJson;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class CoverArtTest {
  private static final List<String> FORMATS =
      List.of("COURSE", "EBOOK", "COLUMN", "AUDIO", "VIDEO");

  @Test
  void anItemHasTheSameCoverEveryTime() {
    Item item = item("c-1", "COURSE", "机器学习入门", "人工智能");

    assertEquals(CoverArt.svg(item), CoverArt.svg(item));
    assertEquals(CoverArt.version(item), CoverArt.version(item));
  }

  @Test
  void aNewTitleIsANewVersion() {
    assertNotEquals(
        CoverArt.version(item("b-1", "EBOOK", "旧书名", "历史")),
        CoverArt.version(item("b-1", "EBOOK", "新书名", "历史")));
  }

  @Test
  void itemsOfOneCategoryLookDifferent() {
    Set<String> covers = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      covers.add(CoverArt.svg(item("c-" + i, "COURSE", "第" + i + "课", "编程")));
    }

    assertTrue(covers.size() >= 38, covers.size() + " different covers of 40");
  }

  @Test
  void whateverATitleHoldsTheCoverIsWellFormedAndHoldsNoScript() throws Exception {
    List<String> titles =
        List.of(
            "<script>alert(1)</script>",
            "a&b <i> \\\"quoted\\\" ]]>",
            "Internationalizationization without any spaces whatsoever",
            "𠮷野家的👨‍👩‍👧一天",
            "—");
    for (String format : FORMATS) {
      for (String title : titles) {
        Document cover = parse(CoverArt.svg(item("x", format, title, title)));

        assertEquals("svg", cover.getDocumentElement().getTagName());
        assertEquals(0, cover.getElementsByTagName("script").getLength());
      }
    }
  }

  @Test
  void longWordsOnABookStayOnTheBook() {
    String svg = CoverArt.svg(item("b-1", "EBOOK", "Internationalization", "编程"));

    assertFalse(svg.contains("font-size=\"18\""), svg);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static Item item(String id, String format, String title, String category) {
    String line =
        "{\"id\":\"%s\",\"format\":\"%s\",\"title\":\"%s\",\"category\":[\"%s\"]}"
            .formatted(id, format, title, category);
    return StrictJson.read(line)
        .then(ItemCheck::read)
        .valid()
        .orElseThrow(() -> new IllegalArgumentException(line));
  }
}
