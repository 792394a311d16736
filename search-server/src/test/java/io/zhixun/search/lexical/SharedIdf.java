package io.zhixun.search.lexical;

import io.zhixun.indexer.schema.Bm25Settings;
import io.zhixun.indexer.schema.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** Lucene's BM25 with the one difference that ours has: words are as rare as in all texts. */
final class SharedIdf extends PerFieldSimilarityWrapper {
  private final IndexReader reader;
  private final PerFieldSimilarityWrapper shapes;

  SharedIdf(IndexReader reader, Bm25Settings settings) {
    this.reader = reader;
    this.shapes = (PerFieldSimilarityWrapper) Fields.similarity(settings);
  }

  @Override
  public Similarity get(String field) {
    BM25Similarity shape = (BM25Similarity) shapes.get(field);
    return new InField(
        shape,
        switch (field.substring(field.indexOf('.') + 1)) {
          case "words" -> "anywhere.words";
          case "bigrams" -> "anywhere.bigrams";
          default -> field;
        });
  }

  private final class InField extends BM25Similarity {
    private final String counted;

    InField(BM25Similarity shape, String counted) {
      super(shape.getK1(), shape.getB());
      this.counted = counted;
    }

    @Override
    public Explanation idfExplain(CollectionStatistics collection, TermStatistics term) {
      try {
        long documents = Math.max(term.docFreq(), reader.docFreq(new Term(counted, term.term())));
        return Explanation.match(idf(documents, reader.getDocCount(counted)), "of all texts");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
