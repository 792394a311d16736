package io.zhixun.indexer.schema;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.LongValuesSource;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * The names of the fields of an item's Lucene document, besides those of {@link TextField} and
 * {@link FacetField}, and what must be the same wherever the index is written or read.
 */
public final class Fields {
  /** The item's id: keyword, stored, sorted doc values (for ties). */
  public static final String ID = "id";

  /** The item's row number in the corpus: numeric doc values. */
  public static final String ROW = "row";

  /** The title: keyword in the form of {@link ChineseAnalyzer#exact}, doc values as written. */
  public static final String EXACT_TITLE = "title.exact";

  /** The work it is an edition of, or its own id: keyword, sorted doc values (for grouping). */
  public static final String WORK = "work";

  /** Its status, only when that hides it from learners: keyword. */
  public static final String HIDDEN = "hidden";

  /** When it appears, in epoch milliseconds: point, numeric doc values; absent when undated. */
  public static final String PUBLISHED = "published";

  /** Mean rating: double doc values; absent when unrated. */
  public static final String RATING = "rating";

  /** What popularity is at the time of writing: double doc values. */
  public static final String POPULARITY = "popularity";

  /** Price in fen once no early-bird price holds, 0 when free: numeric doc values. */
  public static final String PRICE = "price";

  /** Early-bird price in fen: numeric doc values. */
  public static final String EARLY_PRICE = "price.early";

  /** When the early-bird price ends, in epoch milliseconds: numeric doc values. */
  public static final String EARLY_UNTIL = "price.early.until";

  /** The whole catalogue line, UTF-8 JSON: stored. */
  public static final String ITEM = "item";

  private Fields() {}

  /** What selects the one document of an item, to update or delete it. */
  public static Term idTerm(String id) {
    return new Term(ID, id);
  }

  /** Items that learners must not see at an instant; use it as a {@code MUST_NOT} clause. */
  public static Query hiddenAt(Instant now) {
    BooleanQuery.Builder hidden = new BooleanQuery.Builder();
    for (String status : ItemDocument.HIDDEN_STATUSES) {
      hidden.add(new TermQuery(new Term(HIDDEN, status)), Occur.SHOULD);
    }
    long after = Math.addExact(now.toEpochMilli(), 1);
    hidden.add(LongPoint.newRangeQuery(PUBLISHED, after, Long.MAX_VALUE), Occur.SHOULD);
    return hidden.build();
  }

  /** What a learner pays at an instant, in fen; without a value where no price is known. */
  public static LongValuesSource priceAt(Instant now) {
    return new EffectivePrice(now.toEpochMilli());
  }

  /** The analyzer of all text fields. */
  public static Analyzer analyzer(ChineseAnalyzer chinese) {
    Map<String, Granularity> granularities = new HashMap<>();
    for (TextField field : TextField.values()) {
      field.granularities().forEach(one -> granularities.put(field.in(one), one));
    }
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return chinese.lucene(granularities.getOrDefault(field, Granularity.WORDS));
      }
    };
  }

  /** BM25 for all text fields; needed when writing too, because it encodes lengths. */
  public static Similarity similarity(Bm25Settings settings) {
    Similarity forShort = bm25(settings.shortTexts());
    Similarity forLong = bm25(settings.longTexts());
    List<String> longTexts =
        List.of(TextField.SUMMARY.label(), TextField.OUTLINE.label(), TextField.ANYWHERE.label());
    return new PerFieldSimilarityWrapper() {
      @Override
      public Similarity get(String field) {
        int dot = field.indexOf('.');
        return dot > 0 && longTexts.contains(field.substring(0, dot)) ? forLong : forShort;
      }
    };
  }

  private static Similarity bm25(Bm25Settings.Shape shape) {
    return new BM25Similarity((float) shape.k1(), (float) shape.b());
  }
}
