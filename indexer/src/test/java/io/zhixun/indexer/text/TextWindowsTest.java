package io.zhixun.indexer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextWindowsTest {
  private final TextWindows windows = new TextWindows(new TextSettings(true, 50, 4));

  private static Item item(String summary) {
    String line =
        "{'id':'a','format':'COURSE','title':'机器学习','tags':['人工智能'],'authors':['周行'],'summary':'%s'}"
            .formatted(summary)
            .replace('\'', '"');
    return StrictJson.read(line).then(ItemCheck::read).valid().orElseThrow();
  }

  @Test
  void aShortItemIsOneWindow() {
    assertEquals(List.of("机器学习，人工智能，周行。从零开始。"), windows.of(item("从零开始。")));
  }

  @Test
  void aLongTextIsCutAtSentencesWithTheTitleInFrontOfEach() {
    String sentence = "这是一句不长不短的话，一共二十个字左右。";
    List<String> found = windows.of(item(sentence.repeat(4)));

    assertEquals("机器学习，人工智能，周行", found.getFirst());
    assertEquals("机器学习。" + sentence.repeat(2), found.get(1));
    assertEquals("机器学习。" + sentence.repeat(2), found.get(2));
    assertEquals(3, found.size());
  }

  @Test
  void thereAreNoMoreWindowsThanAllowedAndNoCharacterIsCutInTwo() {
    List<String> found = windows.of(item("𠮷".repeat(400)));

    assertEquals(4, found.size());
    for (String window : found.subList(1, 4)) {
      assertTrue(window.substring(5).codePoints().allMatch(c -> c == "𠮷".codePointAt(0)), window);
    }
  }
}
