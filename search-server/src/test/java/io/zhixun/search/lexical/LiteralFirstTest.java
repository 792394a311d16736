package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that sound the same: who asks for one finds it before the other. */
class LiteralFirstTest {
  private static final List<List<String>> PAIRS =
      Stream.of(
              "景点 经典", "事实 实施", "权利 权力", "公式 公事", "期中 期终", "形式 形势", "诗意 适宜", "意义 异议", "食物 实物",
              "语言 寓言", "历史 历时", "世纪 实际", "数目 书目", "建议 简易", "城市 成事", "心理 心里", "园艺 原意", "游记 有机",
              "会议 回忆", "饮食 隐士", "故事 股市")
          .map(pair -> List.of(pair.split(" ")))
          .toList();

  @Test
  void amongFewTitles(@TempDir Path folder) {
    List<String> titles = new ArrayList<>();
    for (List<String> pair : PAIRS) {
      pair.forEach(word -> titles.addAll(List.of(word + "入门", "漫谈" + word, "一本关于" + word + "的小书")));
    }

    try (TestIndex index = TestIndex.ofTitles(folder, titles.toArray(String[]::new))) {
      for (List<String> pair : PAIRS) {
        for (String word : pair) {
          assertLiteralFirst(index, word, 3);
        }
      }
    }
  }

  @Test
  void amongPublishedBooks(@TempDir Path folder) throws IOException {
    Path file =
        Path.of(System.getProperty("zhixun.shared", "../../shared"))
            .resolve("data/catalogue/douban-books/catalogue.jsonl");
    assumeTrue(Files.exists(file), () -> "skipped: there is no " + file.toAbsolutePath());
    List<Item> books = new ArrayList<>();
    List<Item> others = new ArrayList<>();
    Dataset.catalogue(file)
        .read(item -> (mentionsAny(item) ? books : others).add(item), _ -> {}, _ -> {}, _ -> {});
    for (int at = 0; at < others.size(); at += 40) {
      books.add(others.get(at));
    }

    try (TestIndex index = TestIndex.of(folder, books)) {
      for (List<String> pair : PAIRS) {
        for (String word : pair) {
          long holders = books.stream().filter(book -> book.text().title().contains(word)).count();
          assertLiteralFirst(index, word, Math.min(10, holders));
        }
      }
    }
  }

  private static boolean mentionsAny(Item item) {
    return PAIRS.stream().flatMap(List::stream).anyMatch(item.text().title()::contains);
  }

  private static void assertLiteralFirst(TestIndex index, String word, long atLeast) {
    List<Item> found = index.ranked(word);
    boolean literal = true;
    int held = 0;
    for (Item item : found) {
      boolean holds = String.join("\n", texts(item)).contains(word);
      assertTrue(literal || !holds, () -> word + ": behind others stands " + item.text().title());
      literal = holds;
      held += holds ? 1 : 0;
    }
    int count = held;
    assertTrue(count >= atLeast, () -> word + " must be found " + atLeast + " times, got " + count);
  }

  private static List<String> texts(Item item) {
    List<String> texts = new ArrayList<>(item.text().tags());
    texts.add(item.text().title());
    texts.addAll(item.text().authors());
    texts.addAll(item.text().category());
    item.text().subtitle().ifPresent(texts::add);
    item.text().summary().ifPresent(texts::add);
    texts.addAll(item.text().outline());
    return texts.stream().map(TestIndex.ANALYZER::fold).toList();
  }
}
