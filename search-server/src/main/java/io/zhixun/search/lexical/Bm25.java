package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.schema.TextField;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * BM25 as {@link BM25Similarity} computes it, from the snapshot's statistics:
 *
 * <pre>
 *   idf   = ln(1 + (N − n + ½) / (n + ½))           N documents, n with the term
 *   score = boost · idf · f / (f + k1 · (1 − b + b · length / mean length))
 * </pre>
 *
 * <p>Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009. The
 * factor k1 + 1 of the numerator is left out, as it changes no order. N and n are those of all
 * texts together where these are indexed in the same granularity, as in that paper's BM25F: else a
 * word that all texts hold and few titles would count far more in a title than any weight of titles
 * says.
 */
final class Bm25 {
  private static final int LENGTHS = 256;
  private static final Map<String, String> COUNTED = counted();

  private final FrozenStatistics frozen;
  private final PerFieldSimilarityWrapper similarity;
  private final Map<String, Field> fields = new ConcurrentHashMap<>();

  Bm25(FrozenStatistics frozen, Similarity similarity) {
    if (!(similarity instanceof PerFieldSimilarityWrapper wrapper)) {
      throw new IllegalArgumentException(
          "similarity must be one for each field, got " + similarity);
    }
    this.frozen = frozen;
    this.similarity = wrapper;
  }

  Field field(String name) {
    return fields.computeIfAbsent(name, this::compute);
  }

  private Field compute(String name) {
    if (!(similarity.get(name) instanceof BM25Similarity bm25)) {
      throw new IllegalArgumentException("similarity of " + name + " must be BM25");
    }
    Optional<CollectionStatistics> statistics = frozen.collection(name);
    // A field that the snapshot does not have has no mean length: all its texts count as average.
    double mean =
        statistics.map(field -> field.sumTotalTermFreq() / (double) field.docCount()).orElse(0.0);
    float[] saturation = new float[LENGTHS];
    for (int norm = 0; norm < LENGTHS; norm++) {
      double relative = mean > 0 ? SmallFloat.byte4ToInt((byte) norm) / mean : 1;
      saturation[norm] = (float) (1 / (bm25.getK1() * (1 - bm25.getB() + bm25.getB() * relative)));
    }
    return new Field(saturation, statistics.map(CollectionStatistics::docCount).orElse(1L));
  }

  /** The field whose documents say how rare a term of another one is. */
  static String counted(String field) {
    return COUNTED.getOrDefault(field, field);
  }

  private static Map<String, String> counted() {
    Map<String, String> counted = new HashMap<>();
    for (TextField field : TextField.values()) {
      for (Granularity granularity : field.granularities()) {
        if (TextField.ANYWHERE.granularities().contains(granularity)) {
          counted.put(field.in(granularity), TextField.ANYWHERE.in(granularity));
        }
      }
    }
    return Map.copyOf(counted);
  }

  /** One field's part of the formula. */
  static final class Field {
    private final float[] saturation;
    private final long docCount;

    Field(float[] saturation, long docCount) {
      this.saturation = saturation;
      this.docCount = docCount;
    }

    /** How much a term says. */
    double idf(long docFreq) {
      long known = Math.max(docFreq, 1);
      long documents = Math.max(docCount, known);
      return Math.log1p((documents - known + 0.5) / (known + 0.5));
    }

    /** One over the frequency at which a text of this encoded length is half saturated. */
    float saturation(byte norm) {
      return saturation[norm & 0xff];
    }

    /** The share of a term's weight that its frequency earns, 0..1. */
    static float share(float frequency, float saturation) {
      return 1 - 1 / (1 + frequency * saturation);
    }
  }
}
