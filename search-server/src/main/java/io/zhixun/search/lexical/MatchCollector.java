package io.zhixun.search.lexical;

import io.zhixun.indexer.schema.Fields;
import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Collects the row and the score of every match. */
final class MatchCollector implements Collector {
  /** One collector for each slice of the index; their matches are put together. */
  static final CollectorManager<MatchCollector, Matches> MANAGER =
      new CollectorManager<>() {
        @Override
        public MatchCollector newCollector() {
          return new MatchCollector();
        }

        @Override
        public Matches reduce(Collection<MatchCollector> collectors) {
          Matches all = new Matches();
          collectors.forEach(collector -> all.addAll(collector.matches));
          return all;
        }
      };

  private final Matches matches = new Matches();

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    NumericDocValues rows = DocValues.getNumeric(context.reader(), Fields.ROW);
    return new LeafCollector() {
      private Scorable scorer;

      @Override
      public void setScorer(Scorable scorer) {
        this.scorer = scorer;
      }

      @Override
      public void collect(int doc) throws IOException {
        if (rows.advanceExact(doc)) {
          matches.add((int) rows.longValue(), scorer.score());
        }
      }
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE;
  }
}
