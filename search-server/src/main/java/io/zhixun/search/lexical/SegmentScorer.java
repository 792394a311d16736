package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of some documents of a segment, term at a time: each term's list is walked once, and
 * what it adds goes to a place of an array as long as the documents.
 */
final class SegmentScorer {
  private static final int FEW = 8;

  private final Segment segment;
  private final int[] docs;
  private final Occurrences.Found found;
  private final Map<String, float[]> saturations = new HashMap<>();

  /**
   * @param docs ascending
   */
  SegmentScorer(Segment segment, int[] docs) {
    this.segment = segment;
    this.docs = docs;
    this.found = new Occurrences.Found(docs.length);
  }

  /** What a query scores, for each document; 0 where it does not match. */
  float[] scores(TextQuery query) throws IOException {
    float[] total = new float[docs.length];
    add(query, 1, total);
    return total;
  }

  /** Adds what several queries score to what the documents have. */
  void addAll(List<TextQuery> queries, float[] total) throws IOException {
    addAll(queries, 1, total);
  }

  private void addAll(List<TextQuery> queries, double factor, float[] total) throws IOException {
    for (TextQuery query : queries) {
      add(query, factor, total);
    }
  }

  private void add(TextQuery query, double factor, float[] total) throws IOException {
    switch (query) {
      case TextQuery.Term term -> {
        find(term, factor);
        for (int i = 0; i < found.size; i++) {
          total[found.at[i]] += found.frequencies[i];
        }
      }
      case TextQuery.Phrase phrase -> {
        find(phrase, factor);
        for (int i = 0; i < found.size; i++) {
          total[found.at[i]] += found.frequencies[i];
        }
      }
      case TextQuery.Sum sum when sum.minimum() <= 1 -> addAll(sum.parts(), factor, total);
      case TextQuery.Sum sum -> addWhereEnough(sum, factor, total);
      case TextQuery.Best best -> {
        float[] highest = new float[docs.length];
        raise(best, factor, highest);
        plus(total, highest);
      }
      case TextQuery.Weighted weighted -> add(weighted.query(), factor * weighted.boost(), total);
      case TextQuery.Matching matching -> {
        addAll(matching.worth(), factor, total);
        addAll(matching.more(), factor, total);
      }
      case TextQuery.Except except -> add(except.query(), factor, total);
      case TextQuery.Rarest _, TextQuery.Everything _, TextQuery.Nothing _ -> {}
    }
  }

  private static void plus(float[] total, float[] more) {
    for (int i = 0; i < total.length; i++) {
      total[i] += more[i];
    }
  }

  /** Lifts each document's score to that of a query where it is higher. */
  private void raise(TextQuery query, double factor, float[] best) throws IOException {
    switch (query) {
      case TextQuery.Term term -> {
        find(term, factor);
        for (int i = 0; i < found.size; i++) {
          int at = found.at[i];
          best[at] = Math.max(best[at], found.frequencies[i]);
        }
      }
      case TextQuery.Best ways -> {
        for (TextQuery way : ways.alternatives()) {
          raise(way, factor, best);
        }
      }
      default -> {
        float[] own = new float[docs.length];
        add(query, factor, own);
        for (int i = 0; i < best.length; i++) {
          best[i] = Math.max(best[i], own[i]);
        }
      }
    }
  }

  /** Few documents hold most parts of a sum, so those are found first and scored alone. */
  private void addWhereEnough(TextQuery.Sum sum, double factor, float[] total) throws IOException {
    int[] holders = Docs.intersection(docs, new SegmentMatcher(segment).all(sum));
    if (holders.length == 0) {
      return;
    }
    float[] scores = new float[holders.length];
    SegmentScorer few = new SegmentScorer(segment, holders);
    few.addAll(sum.parts(), factor, scores);
    int at = 0;
    for (int i = 0; i < holders.length; i++) {
      while (docs[at] < holders[i]) {
        at++;
      }
      total[at] += scores[i];
    }
  }

  /** Finds a term and turns its frequencies into scores. */
  private void find(TextQuery.Term term, double factor) throws IOException {
    segment.occurrences(term).find(docs, found);
    if (found.size > 0) {
      weigh(term.field(), factor * term.boost() * segment.idf(term));
    }
  }

  private void find(TextQuery.Phrase phrase, double factor) throws IOException {
    segment.occurrences(phrase).find(docs, found);
    if (found.size > 0) {
      weigh(phrase.field(), factor * phrase.boost() * segment.idf(phrase));
    }
  }

  private void weigh(String field, double weight) throws IOException {
    float most = (float) weight;
    float[] frequencies = found.frequencies;
    if (!saturations.containsKey(field) && found.size < docs.length / FEW) {
      // Most of these documents lack the field: not worth reading all of their lengths.
      int[] holders = new int[found.size];
      for (int i = 0; i < holders.length; i++) {
        holders[i] = docs[found.at[i]];
      }
      float[] saturation = segment.saturations(field, holders);
      for (int i = 0; i < holders.length; i++) {
        frequencies[i] = most * Bm25.Field.share(frequencies[i], saturation[i]);
      }
      return;
    }
    float[] saturation = saturations(field);
    for (int i = 0; i < found.size; i++) {
      frequencies[i] = most * Bm25.Field.share(frequencies[i], saturation[found.at[i]]);
    }
  }

  private float[] saturations(String field) throws IOException {
    float[] known = saturations.get(field);
    if (known == null) {
      known = segment.saturations(field, docs);
      saturations.put(field, known);
    }
    return known;
  }
}
