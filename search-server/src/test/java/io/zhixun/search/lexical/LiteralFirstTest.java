package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
          assertLiteralFirst(index, word, other(pair, word), 3);
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
    List<Item> mentioning = new ArrayList<>();
    List<Item> others = new ArrayList<>();
    Dataset.catalogue(file)
        .read(
            item -> (mentionsAny(item) ? mentioning : others).add(item), _ -> {}, _ -> {}, _ -> {});
    List<Item> books = some(mentioning);
    for (int at = 0; at < others.size(); at += 100) {
      books.add(others.get(at));
    }

    try (TestIndex index = TestIndex.of(folder, books)) {
      for (List<String> pair : PAIRS) {
        for (String word : pair) {
          long holders = books.stream().filter(book -> book.text().title().contains(word)).count();
          assertLiteralFirst(index, word, other(pair, word), Math.min(10, holders));
        }
      }
    }
  }

  /** At most so many of each word that they can be indexed quickly. */
  private static List<Item> some(List<Item> books) {
    Map<String, Integer> counts = new HashMap<>();
    List<Item> kept = new ArrayList<>();
    for (Item book : books) {
      boolean wanted =
          PAIRS.stream()
              .flatMap(List::stream)
              .filter(book.text().title()::contains)
              .anyMatch(word -> counts.merge(word, 1, Integer::sum) <= 100);
      if (wanted) {
        kept.add(book);
      }
    }
    return kept;
  }

  private static boolean mentionsAny(Item item) {
    return PAIRS.stream().flatMap(List::stream).anyMatch(item.text().title()::contains);
  }

  private static String other(List<String> pair, String word) {
    return pair.get(pair.getFirst().equals(word) ? 1 : 0);
  }

  private static void assertLiteralFirst(TestIndex index, String word, String other, long atLeast) {
    Optional<String> guessed = Optional.empty();
    int held = 0;
    for (Item item : index.ranked(word)) {
      String text = String.join("\n", texts(item));
      if (text.contains(word)) {
        String before = guessed.orElse("");
        assertTrue(
            guessed.isEmpty(), () -> word + ": " + before + " before " + item.text().title());
        held++;
      } else if (text.contains(other)) {
        guessed = Optional.of(item.text().title());
      }
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
