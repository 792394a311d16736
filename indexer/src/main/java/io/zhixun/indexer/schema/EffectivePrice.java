package io.zhixun.indexer.schema;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;

/** The early-bird price before its end, else the price: it changes without the index changing. */
final class EffectivePrice extends LongValuesSource {
  private final long now;

  /**
   * @param now epoch milliseconds
   */
  EffectivePrice(long now) {
    this.now = now;
  }

  @Override
  public LongValues getValues(LeafReaderContext context, DoubleValues scores) throws IOException {
    NumericDocValues price = DocValues.getNumeric(context.reader(), Fields.PRICE);
    NumericDocValues early = DocValues.getNumeric(context.reader(), Fields.EARLY_PRICE);
    NumericDocValues until = DocValues.getNumeric(context.reader(), Fields.EARLY_UNTIL);
    return new LongValues() {
      private boolean isEarly;

      @Override
      public boolean advanceExact(int doc) throws IOException {
        isEarly = until.advanceExact(doc) && now < until.longValue() && early.advanceExact(doc);
        return isEarly || price.advanceExact(doc);
      }

      @Override
      public long longValue() throws IOException {
        return isEarly ? early.longValue() : price.longValue();
      }
    };
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public LongValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return DocValues.isCacheable(context, Fields.PRICE, Fields.EARLY_PRICE, Fields.EARLY_UNTIL);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EffectivePrice price && price.now == now;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(now);
  }

  @Override
  public String toString() {
    return "EffectivePrice(" + now + ")";
  }
}
