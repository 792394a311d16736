package io.zhixun.search.semantic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One score of two: what an item has by words as a share of the best, and what it has by meaning on
 * the scale from the last to the first of the nearest. Ranks alone would throw away how sure the
 * words are, and lost to words alone when measured.
 */
public final class Fusion {
  private final double weight;
  private final double far;
  private final double range;
  private final double best;
  private final Map<Integer, Float> cosines = new HashMap<>();

  /**
   * @param weight of meaning, 0..1
   * @param nearest those that are compared, nearest first
   * @param best the best score by words; 0 when words found nothing
   */
  public Fusion(double weight, List<Near> nearest, double best) {
    this.weight = weight;
    this.far = nearest.isEmpty() ? 0 : nearest.getLast().cosine();
    this.range = nearest.isEmpty() ? 0 : nearest.getFirst().cosine() - far;
    this.best = best;
    nearest.forEach(near -> cosines.put(near.row(), near.cosine()));
  }

  /**
   * The score of an item, 0..1.
   *
   * @param words its score by words; 0 when these did not find it
   * @param row of the item, which may be among the nearest or not
   */
  public double score(double words, int row) {
    double byWords = best > 0 ? words / best : 0;
    Float cosine = cosines.get(row);
    double byMeaning = cosine == null || range <= 0 ? 0 : (cosine - far) / range;
    return (1 - weight) * byWords + weight * byMeaning;
  }
}
