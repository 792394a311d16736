package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of one search: where they stand in the live index, and how frequent they were in the
 * snapshot.
 *
 * <p>Finding terms is most of the work of a short query, so each is looked up once, by one
 * enumerator for each field.
 */
final class TermLookup {
  private final FrozenStatistics frozen;
  private final IndexReader live;
  private final boolean unchanged;
  private final Map<Name, Entry> entries = new HashMap<>();
  private final Map<String, FieldTerms> liveTerms = new HashMap<>();
  private final Map<String, FieldTerms> frozenTerms = new HashMap<>();

  /**
   * One term.
   *
   * @param docFreq documents that count for its weight; 0 when nothing holds it now
   * @param segments where it occurs in each segment
   */
  record Entry(int docFreq, List<Occurrences> segments) {}

  /** The enumerators of one field, one a segment; they are shared by all terms of a search. */
  private static final class FieldTerms {
    final List<Optional<TermsEnum>> enums = new ArrayList<>();
    final List<Optional<PostingsEnum>> reusable = new ArrayList<>();

    FieldTerms(IndexReader reader, String field) throws IOException {
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms terms = leaf.reader().terms(field);
        enums.add(terms == null ? Optional.empty() : Optional.of(terms.iterator()));
        reusable.add(Optional.empty());
      }
    }

    PostingsEnum postings(int leaf, BytesRef term, TermState state, int flags) throws IOException {
      TermsEnum terms = enums.get(leaf).orElseThrow();
      terms.seekExact(term, state);
      if (flags != PostingsEnum.FREQS) {
        return terms.postings(null, flags);
      }
      PostingsEnum postings = terms.postings(reusable.get(leaf).orElse(null), PostingsEnum.FREQS);
      reusable.set(leaf, Optional.of(postings));
      return postings;
    }
  }

  TermLookup(IndexReader live, FrozenStatistics frozen) {
    this.live = live;
    this.frozen = frozen;
    this.unchanged = frozen.isUnchanged(live);
  }

  /** A term as it is asked for; a string knows its hash, the bytes of Lucene's term do not. */
  private record Name(String field, String text) {}

  Entry entry(String field, String text) throws IOException {
    Name name = new Name(field, text);
    Entry known = entries.get(name);
    if (known == null) {
      known = find(new Term(field, text));
      entries.put(name, known);
    }
    return known;
  }

  private Entry find(Term term) throws IOException {
    FieldTerms field = terms(liveTerms, live, term.field());
    List<Occurrences> segments = new ArrayList<>(field.enums.size());
    int docFreq = 0;
    for (int leaf = 0; leaf < field.enums.size(); leaf++) {
      Optional<TermsEnum> terms = field.enums.get(leaf);
      if (terms.isPresent() && terms.get().seekExact(term.bytes())) {
        int here = terms.get().docFreq();
        TermState state = terms.get().termState();
        int at = leaf;
        segments.add(
            new Occurrences(here, flags -> field.postings(at, term.bytes(), state, flags)));
        docFreq += here;
      } else {
        segments.add(Occurrences.NONE);
      }
    }
    if (!unchanged) {
      int frozenFrequency = frozenFrequency(term);
      // A term that the snapshot does not know counts as occurring in one document, if it does.
      docFreq = frozenFrequency > 0 ? frozenFrequency : lives(segments) ? 1 : 0;
    }
    return new Entry(docFreq, segments);
  }

  /** Whether a document that is not deleted holds the term: merges drop the deleted ones later. */
  private boolean lives(List<Occurrences> segments) throws IOException {
    for (int leaf = 0; leaf < segments.size(); leaf++) {
      Bits alive = live.leaves().get(leaf).reader().getLiveDocs();
      for (int doc : segments.get(leaf).docs()) {
        if (alive == null || alive.get(doc)) {
          return true;
        }
      }
    }
    return false;
  }

  private int frozenFrequency(Term term) throws IOException {
    int docFreq = 0;
    for (Optional<TermsEnum> terms : terms(frozenTerms, frozen.snapshot(), term.field()).enums) {
      if (terms.isPresent() && terms.get().seekExact(term.bytes())) {
        docFreq += terms.get().docFreq();
      }
    }
    return docFreq;
  }

  private static FieldTerms terms(Map<String, FieldTerms> known, IndexReader reader, String field)
      throws IOException {
    FieldTerms terms = known.get(field);
    if (terms == null) {
      terms = new FieldTerms(reader, field);
      known.put(field, terms);
    }
    return terms;
  }
}
