package io.zhixun.search.lexical;

import io.zhixun.indexer.schema.Fields;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/** One segment of the index as one search sees it. */
final class Segment {
  private final LeafReader reader;
  private final int number;
  private final TermLookup terms;
  private final Bm25 bm25;
  private final Columns columns;
  private final Map<TextQuery.Phrase, PhraseOccurrences> phrases = new HashMap<>();

  Segment(LeafReaderContext leaf, TermLookup terms, Bm25 bm25, Columns columns) {
    this.reader = leaf.reader();
    this.number = leaf.ord;
    this.terms = terms;
    this.bm25 = bm25;
    this.columns = columns;
  }

  LeafReader reader() {
    return reader;
  }

  Bits alive() {
    return reader.getLiveDocs();
  }

  int maxDoc() {
    return reader.maxDoc();
  }

  /** The row of each document, or {@link Columns#NO_ROW}; not to be changed. */
  int[] rows() throws IOException {
    return columns.rows(reader);
  }

  /** A document's title as it is written. */
  Optional<String> title(int doc) throws IOException {
    BinaryDocValues titles = titles();
    return titles.advanceExact(doc)
        ? Optional.of(titles.binaryValue().utf8ToString())
        : Optional.empty();
  }

  /** The titles of all documents as they are written, before the first one. */
  BinaryDocValues titles() throws IOException {
    return DocValues.getBinary(reader, Fields.EXACT_TITLE);
  }

  Occurrences occurrences(TextQuery.Term term) throws IOException {
    return terms.entry(term.field(), term.text()).segments().get(number);
  }

  /** In how many documents of the snapshot a term occurs. */
  int docFreq(TextQuery.Term term) throws IOException {
    return terms.entry(term.field(), term.text()).docFreq();
  }

  /**
   * How much a term says: its inverse document frequency in all texts together, where they are
   * indexed in its granularity, else in its field. A word that is rare only in titles says no more
   * there than elsewhere.
   */
  double idf(TextQuery.Term term) throws IOException {
    return idf(term.field(), term.text());
  }

  private double idf(String field, String text) throws IOException {
    int own = terms.entry(field, text).docFreq();
    String all = Bm25.counted(field);
    if (all.equals(field) || own == 0) {
      return bm25.field(field).idf(own);
    }
    return bm25.field(all).idf(Math.max(own, terms.entry(all, text).docFreq()));
  }

  /** Where a phrase occurs; its terms' inverse document frequencies add up. */
  PhraseOccurrences occurrences(TextQuery.Phrase phrase) throws IOException {
    PhraseOccurrences known = phrases.get(phrase);
    if (known == null) {
      known = find(phrase);
      phrases.put(phrase, known);
    }
    return known;
  }

  double idf(TextQuery.Phrase phrase) throws IOException {
    double sum = 0;
    for (String text : phrase.terms()) {
      sum += idf(phrase.field(), text);
    }
    return sum;
  }

  private PhraseOccurrences find(TextQuery.Phrase phrase) throws IOException {
    PhraseOccurrences.Builder builder = new PhraseOccurrences.Builder();
    for (String text : phrase.terms()) {
      builder.add(terms.entry(phrase.field(), text).segments().get(number));
    }
    return builder.build();
  }

  /** The field's part of BM25, for each of some documents; one over the half-saturating count. */
  float[] saturations(String field, int[] docs) throws IOException {
    float[] saturations = new float[docs.length];
    Bm25.Field shape = bm25.field(field);
    byte[] lengths = columns.lengths(reader, field);
    for (int i = 0; i < docs.length; i++) {
      saturations[i] = shape.saturation(lengths[docs[i]]);
    }
    return saturations;
  }
}
