package io.zhixun.ranking.cold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts as sparse vectors of length one: pairs of neighbouring letters or digits, each counting (1
 * + ln tf) · ln((n + 2) / (df + 1)), with n and df of the texts that are compared with. Pairs need
 * no dictionary, and say of Chinese about what words say. Immutable and safe for many threads.
 */
final class BigramVectors {
  private final int size;
  private final Map<Long, Holders> terms = new HashMap<>();

  /** The texts that hold a pair, with its weight in each. */
  private static final class Holders {
    final double rarity; // ln((n + 2) / (df + 1))
    final int[] texts;
    final float[] weights;

    Holders(double rarity, int[] texts, float[] weights) {
      this.rarity = rarity;
      this.texts = texts;
      this.weights = weights;
    }
  }

  BigramVectors(List<String> texts) {
    this.size = texts.size();
    List<Map<Long, Integer>> counts = texts.stream().map(BigramVectors::count).toList();
    Map<Long, List<Integer>> holders = new TreeMap<>();
    for (int text = 0; text < size; text++) {
      for (Long term : counts.get(text).keySet()) {
        holders.computeIfAbsent(term, _ -> new ArrayList<>()).add(text);
      }
    }
    double[] squares = new double[size];
    holders.forEach(
        (term, in) -> {
          double rarity = rarity(in.size());
          int[] held = in.stream().mapToInt(text -> text).toArray();
          float[] weights = new float[held.length];
          for (int at = 0; at < held.length; at++) {
            double weight = weight(counts.get(held[at]).get(term), rarity);
            weights[at] = (float) weight;
            squares[held[at]] += weight * weight;
          }
          terms.put(term, new Holders(rarity, held, weights));
        });
    for (Holders one : terms.values()) {
      for (int at = 0; at < one.texts.length; at++) {
        one.weights[at] *= scale(squares[one.texts[at]]);
      }
    }
  }

  private double rarity(int documents) {
    return StrictMath.log((size + 2.0) / (documents + 1.0));
  }

  private static double weight(int frequency, double rarity) {
    return (1 + StrictMath.log(frequency)) * rarity;
  }

  private static float scale(double squares) {
    return squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
  }

  /** The pairs of a text in order, so that sums come out the same. */
  private static Map<Long, Integer> count(String text) {
    Map<Long, Integer> count = new TreeMap<>();
    int before = -1;
    for (int point : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
      boolean counts = Character.isLetterOrDigit(point);
      if (counts && before >= 0) {
        count.merge(((long) before << Integer.SIZE) | point, 1, Integer::sum);
      }
      before = counts ? point : -1;
    }
    return count;
  }

  /** The cosines of a text, known or not, with all that are known. */
  float[] cosines(String text) {
    float[] sums = new float[size];
    double squares = 0;
    for (Map.Entry<Long, Integer> term : count(text).entrySet()) {
      Holders holders = terms.get(term.getKey());
      double weight = weight(term.getValue(), holders == null ? rarity(0) : holders.rarity);
      squares += weight * weight;
      if (holders != null) {
        for (int at = 0; at < holders.texts.length; at++) {
          sums[holders.texts[at]] += (float) weight * holders.weights[at];
        }
      }
    }
    float scale = scale(squares);
    if (scale == 0) {
      Arrays.fill(sums, 0);
    }
    for (int at = 0; at < size; at++) {
      sums[at] *= scale;
    }
    return sums;
  }
}
