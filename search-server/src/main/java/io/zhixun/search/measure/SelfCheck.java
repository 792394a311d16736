package io.zhixun.search.measure;

import io.zhixun.corpus.Item;
import io.zhixun.search.lexical.LexicalIndex;
import io.zhixun.search.lexical.Matches;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be measured of any snapshot without judgements: whether items are found by their titles.
 */
public final class SelfCheck {
  private static final int SAMPLE = 200;
  private static final int MAX_QUERY = 200;

  private SelfCheck() {}

  /**
   * {@code titleFirst}: the share of an even sample of items whose title, as a query, finds an item
   * of this title first; {@code titleFound}: whose title finds them at all.
   */
  public static Map<String, Double> of(LexicalIndex index, List<Item> published) {
    int step = Math.max(1, published.size() / SAMPLE);
    Map<String, Integer> found = new HashMap<>();
    int asked = 0;
    for (int i = 0; i < published.size(); i += step) {
      Item item = published.get(i);
      asked++;
      Matches matches = index.search(shortened(item.text().title()), item.id());
      if (matches.size() > 0) {
        found.merge("titleFound", 1, Integer::sum);
        boolean first = isFirst(index.search(shortened(item.text().title())), matches.row(0));
        found.merge("titleFirst", first ? 1 : 0, Integer::sum);
      }
    }
    if (asked == 0) {
      return Map.of();
    }
    double total = asked;
    return Map.of(
        "titleFound", found.getOrDefault("titleFound", 0) / total,
        "titleFirst", found.getOrDefault("titleFirst", 0) / total);
  }

  /** Scores are only compared within one search: each has a scale of its own. */
  private static boolean isFirst(Matches all, int row) {
    float own = 0;
    float best = 0;
    for (int i = 0; i < all.size(); i++) {
      own = all.row(i) == row ? all.score(i) : own;
      best = Math.max(best, all.score(i));
    }
    return own > 0 && own == best;
  }

  private static String shortened(String title) {
    return title.length() <= MAX_QUERY ? title : title.substring(0, MAX_QUERY);
  }
}
