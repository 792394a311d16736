package io.zhixun.ranking.cold;

import io.zhixun.corpus.Item;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much alike items are by what is written about them: K(i, j) of {@link ColdItems}. */
final class Kernel {
  private final ColdItems.Shape shape;
  private final BigramVectors texts;
  private final List<Set<String>> categories;
  private final List<Set<String>> authors;

  /**
   * @param known the items that others are compared with
   */
  Kernel(List<Item> known, ColdItems.Shape shape) {
    this.shape = shape;
    this.texts = new BigramVectors(known.stream().map(Kernel::text).toList());
    this.categories = known.stream().map(item -> Set.copyOf(item.text().category())).toList();
    this.authors = known.stream().map(item -> Set.copyOf(item.text().authors())).toList();
  }

  /** How much an item is like each of those that are known. */
  float[] with(Item item) {
    float[] kernel = texts.cosines(text(item));
    Set<String> ownCategories = new HashSet<>(item.text().category());
    Set<String> ownAuthors = new HashSet<>(item.text().authors());
    for (int at = 0; at < kernel.length; at++) {
      double facts = meet(ownCategories, categories.get(at)) + meet(ownAuthors, authors.get(at));
      kernel[at] = (float) (shape.text() * kernel[at] + shape.facts() * facts + 1);
    }
    return kernel;
  }

  private static int meet(Set<String> some, Set<String> others) {
    return Collections.disjoint(some, others) ? 0 : 1;
  }

  private static String text(Item item) {
    StringBuilder text = new StringBuilder(item.text().summary().orElse(""));
    if (text.indexOf(item.text().title()) < 0) {
      text.append('\n').append(item.text().title());
    }
    item.text().subtitle().ifPresent(subtitle -> text.append('\n').append(subtitle));
    item.text().outline().forEach(chapter -> text.append('\n').append(chapter));
    item.text().tags().forEach(tag -> text.append('\n').append(tag));
    return text.toString();
  }
}
