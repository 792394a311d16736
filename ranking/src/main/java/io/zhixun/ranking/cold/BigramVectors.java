package io.zhixun.ranking.cold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Texts as sparse vectors of length one: pairs of neighbouring letters or digits, each counting (1
 * + ln tf) · ln((n + 1) / (df + 1)). Pairs need no dictionary, and say of Chinese about what words
 * say.
 */
final class BigramVectors {
  private final Map<Long, Integer> terms = new HashMap<>();
  private final List<SortedMap<Integer, Integer>> counts = new ArrayList<>();
  private final List<float[]> weights = new ArrayList<>();
  private final List<int[]> indices = new ArrayList<>();

  BigramVectors(List<String> texts) {
    texts.forEach(text -> counts.add(count(text)));
    int[] documents = new int[terms.size()];
    counts.forEach(document -> document.keySet().forEach(term -> documents[term]++));
    for (SortedMap<Integer, Integer> document : counts) {
      int[] index = new int[document.size()];
      float[] weight = new float[document.size()];
      double squares = 0;
      int at = 0;
      for (Map.Entry<Integer, Integer> entry : document.entrySet()) {
        double rarity = StrictMath.log((texts.size() + 1.0) / (documents[entry.getKey()] + 1.0));
        double value = (1 + StrictMath.log(entry.getValue())) * rarity;
        index[at] = entry.getKey();
        weight[at++] = (float) value;
        squares += value * value;
      }
      float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
      for (int i = 0; i < weight.length; i++) {
        weight[i] *= scale;
      }
      indices.add(index);
      weights.add(weight);
    }
  }

  private SortedMap<Integer, Integer> count(String text) {
    SortedMap<Integer, Integer> count = new TreeMap<>();
    int before = -1;
    for (int point : text.toLowerCase(java.util.Locale.ROOT).codePoints().toArray()) {
      boolean counts = Character.isLetterOrDigit(point);
      if (counts && before >= 0) {
        long pair = ((long) before << 32) | point;
        count.merge(terms.computeIfAbsent(pair, _ -> terms.size()), 1, Integer::sum);
      }
      before = counts ? point : -1;
    }
    return count;
  }

  /** The cosine of two texts: both are sorted by term. */
  float cosine(int one, int other) {
    int[] a = indices.get(one);
    int[] b = indices.get(other);
    float sum = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        sum += weights.get(one)[i++] * weights.get(other)[j++];
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }
}
