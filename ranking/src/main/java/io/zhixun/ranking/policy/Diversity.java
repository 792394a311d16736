package io.zhixun.ranking.policy;

import io.zhixun.corpus.Item.Format;
import io.zhixun.ranking.feature.ItemFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Greedy re-ranking in the manner of maximal marginal relevance (Carbonell and Goldstein, SIGIR
 * 1998): at each place the item with the best score after what the items already placed take from
 * it.
 *
 * <p>The discount of an item is {@code penalty · (a + c/2 + f/4)} of the range of scores, where a,
 * c and f count the placed items of the same author, innermost category and format. O(places ·
 * candidates).
 */
public final class Diversity {
  private final DiversitySettings settings;

  public Diversity(DiversitySettings settings) {
    this.settings = settings;
  }

  /** A candidate with its score; larger is better. */
  public record Scored<T>(T item, ItemFacts facts, double score) {}

  /**
   * All that variety looks at in an item. Those of one kind lose the same wherever they stand, so
   * that of each kind no more than the best {@code places} can be among the first {@code places}.
   *
   * @param category the innermost one
   */
  public record Kind(List<String> authors, Optional<String> category, Format format) {
    public static Kind of(ItemFacts item) {
      List<String> categories = item.category();
      return new Kind(
          item.authors(),
          categories.isEmpty() ? Optional.empty() : Optional.of(categories.getLast()),
          item.format());
    }
  }

  /**
   * The first {@code places} of a varied order; ties go to the candidate named first.
   *
   * @param ranked candidates, best first
   */
  public <T> List<Scored<T>> arrange(List<Scored<T>> ranked, int places) {
    List<Scored<T>> left = new ArrayList<>(ranked);
    List<Scored<T>> placed = new ArrayList<>();
    double range = ranked.isEmpty() ? 0 : ranked.getFirst().score() - ranked.getLast().score();
    Map<String, Integer> counts = new HashMap<>();
    while (placed.size() < places && !left.isEmpty()) {
      int best = best(left, counts, range);
      if (best < 0) {
        break;
      }
      Scored<T> next = left.remove(best);
      placed.add(next);
      keys(Kind.of(next.facts())).forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    return placed;
  }

  private <T> int best(List<Scored<T>> left, Map<String, Integer> counts, double range) {
    int best = -1;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < left.size(); i++) {
      Scored<T> candidate = left.get(i);
      if (candidate.score() <= bestScore) {
        break; // discounts only lower a score, and the rest starts lower
      }
      double score = candidate.score() - range * discount(Kind.of(candidate.facts()), counts);
      if (score > bestScore) {
        best = i;
        bestScore = score;
      }
    }
    return best;
  }

  private double discount(Kind kind, Map<String, Integer> counts) {
    double same = 0;
    for (String author : kind.authors()) {
      int placed = counts.getOrDefault("author " + author, 0);
      if (placed >= settings.perAuthor()) {
        return Double.POSITIVE_INFINITY;
      }
      same = Math.max(same, placed);
    }
    if (kind.category().isPresent()) {
      same += counts.getOrDefault("category " + kind.category().get(), 0) / 2.0;
    }
    same += counts.getOrDefault("format " + kind.format(), 0) / 4.0;
    return settings.penalty() * same;
  }

  private static List<String> keys(Kind kind) {
    List<String> keys = new ArrayList<>();
    kind.authors().stream().distinct().forEach(author -> keys.add("author " + author));
    kind.category().ifPresent(category -> keys.add("category " + category));
    keys.add("format " + kind.format());
    return keys;
  }
}
