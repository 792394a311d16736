package io.zhixun.search.pipeline;

import io.zhixun.corpus.Item;
import io.zhixun.search.pipeline.Answers.Hit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Tells whether a word that no dictionary knows was found only as single characters that stand
 * apart from each other: 睡不着 in a text with 睡, 不 and 着.
 */
final class Scattered {
  private Scattered() {}

  /**
   * @param words what the query was cut into
   * @param shown the best hits
   */
  static boolean isSo(List<String> words, List<Hit> shown) {
    boolean characters =
        words.size() > 1
            && words.stream()
                .allMatch(
                    word ->
                        word.codePointCount(0, word.length()) == 1
                            && Character.isIdeographic(word.codePointAt(0)));
    String whole = String.join("", words);
    return characters && shown.stream().noneMatch(hit -> holds(hit.item(), whole));
  }

  private static boolean holds(Item item, String whole) {
    Item.Text text = item.text();
    return Stream.of(
            Stream.of(text.title()),
            text.subtitle().stream(),
            text.summary().stream(),
            text.outline().stream(),
            text.authors().stream(),
            text.tags().stream(),
            text.category().stream())
        .flatMap(texts -> texts)
        .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(whole));
  }
}
