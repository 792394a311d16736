package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.Bits;

/**
 * Which documents of a segment fulfil a condition, term at a time.
 *
 * <p>Where k of n parts must match, only the n − k + 1 rarest can bring in a document; the others
 * are then looked up for these alone. So the work follows the rarest parts, not the commonest.
 */
final class SegmentMatcher {
  private final Segment segment;

  SegmentMatcher(Segment segment) {
    this.segment = segment;
  }

  /** All living documents that fulfil a condition, ascending; not to be changed. */
  int[] matching(TextQuery condition) throws IOException {
    int[] docs = all(condition);
    Bits alive = segment.alive();
    if (alive == null) {
      return docs;
    }
    int[] living = new int[docs.length];
    int size = 0;
    for (int doc : docs) {
      living[size] = doc;
      size += alive.get(doc) ? 1 : 0;
    }
    return Arrays.copyOf(living, size);
  }

  /** The same, with documents that are deleted. */
  int[] all(TextQuery condition) throws IOException {
    return switch (condition) {
      case TextQuery.Term term -> segment.occurrences(term).docs();
      case TextQuery.Phrase phrase -> segment.occurrences(phrase).docs();
      case TextQuery.Best best -> union(best.alternatives());
      case TextQuery.Sum sum -> atLeast(sum);
      case TextQuery.Rarest rarest -> union(rarest(rarest));
      case TextQuery.Except except -> Docs.difference(all(except.query()), all(except.excluded()));
      case TextQuery.Weighted weighted -> all(weighted.query());
      case TextQuery.Matching matching -> all(matching.condition());
      case TextQuery.Everything _ -> everything();
      case TextQuery.Nothing _ -> Docs.NONE;
    };
  }

  private int[] union(List<TextQuery> queries) throws IOException {
    List<int[]> lists = new ArrayList<>();
    for (TextQuery query : queries) {
      lists.add(all(query));
    }
    return Docs.union(lists);
  }

  /** The same in every segment, because it goes by the snapshot's frequencies. */
  private List<TextQuery> rarest(TextQuery.Rarest rarest) throws IOException {
    List<Part> rarestFirst = new ArrayList<>();
    for (TextQuery query : rarest.parts()) {
      rarestFirst.add(new Part(query, frequency(query)));
    }
    rarestFirst.removeIf(part -> part.size() == 0);
    rarestFirst.sort(Comparator.comparingLong(Part::size));
    List<TextQuery> taken = new ArrayList<>();
    long documents = 0;
    for (Part part : rarestFirst) {
      documents += part.size();
      if (!taken.isEmpty() && documents > rarest.documents()) {
        break;
      }
      taken.add(part.query());
    }
    return taken;
  }

  /** About how many documents of the whole index a condition brings in. */
  private long frequency(TextQuery condition) throws IOException {
    return switch (condition) {
      case TextQuery.Term term -> segment.docFreq(term);
      case TextQuery.Best best -> {
        long sum = 0;
        for (TextQuery alternative : best.alternatives()) {
          sum += frequency(alternative);
        }
        yield sum;
      }
      case TextQuery.Sum sum -> {
        long least = Long.MAX_VALUE;
        for (TextQuery part : sum.parts()) {
          least = Math.min(least, frequency(part));
        }
        yield least == Long.MAX_VALUE ? 0 : least;
      }
      default -> size(condition);
    };
  }

  private int[] everything() {
    int[] docs = new int[segment.maxDoc()];
    Arrays.setAll(docs, doc -> doc);
    return docs;
  }

  /** At most how many documents a condition brings in. */
  private long size(TextQuery condition) throws IOException {
    return switch (condition) {
      case TextQuery.Term term -> segment.occurrences(term).size();
      case TextQuery.Phrase phrase -> segment.occurrences(phrase).docs().length;
      case TextQuery.Best best -> sizes(best.alternatives());
      case TextQuery.Sum sum -> sizes(sum.parts());
      case TextQuery.Rarest rarest -> sizes(rarest.parts());
      case TextQuery.Except except -> size(except.query());
      case TextQuery.Weighted weighted -> size(weighted.query());
      case TextQuery.Matching matching -> size(matching.condition());
      case TextQuery.Everything _ -> segment.maxDoc();
      case TextQuery.Nothing _ -> 0;
    };
  }

  private long sizes(List<TextQuery> parts) throws IOException {
    long sum = 0;
    for (TextQuery part : parts) {
      sum += size(part);
    }
    return sum;
  }

  /** One of several conditions of which some must hold. */
  private record Part(TextQuery query, long size) {}

  private int[] atLeast(TextQuery.Sum sum) throws IOException {
    List<Part> rarestFirst = new ArrayList<>();
    for (TextQuery query : sum.parts()) {
      long size = size(query);
      if (size > 0) {
        rarestFirst.add(new Part(query, size));
      }
    }
    int required = Math.max(1, sum.minimum());
    int leading = rarestFirst.size() - required + 1;
    if (leading < 1) {
      return Docs.NONE;
    }
    rarestFirst.sort(Comparator.comparingLong(Part::size));
    List<int[]> lists = new ArrayList<>();
    for (Part part : rarestFirst.subList(0, leading)) {
      lists.add(all(part.query()));
    }
    if (required == 1) {
      return Docs.union(lists);
    }
    Tally tally = new Tally(Docs.union(lists));
    lists.forEach(tally::credit);
    int reached = 1;
    for (Part part : rarestFirst.subList(leading, rarestFirst.size())) {
      tally.credit(present(part.query(), tally.docs));
      reached++;
      tally.keep(reached);
    }
    return tally.docs;
  }

  /** Which of some documents fulfil a condition, ascending; documents beyond them may be named. */
  private int[] present(TextQuery condition, int[] docs) throws IOException {
    return switch (condition) {
      case TextQuery.Term term -> segment.occurrences(term).among(docs);
      case TextQuery.Best best -> {
        List<int[]> lists = new ArrayList<>();
        for (TextQuery alternative : best.alternatives()) {
          lists.add(present(alternative, docs));
        }
        yield Docs.union(lists);
      }
      default -> all(condition);
    };
  }

  /**
   * Those of a few documents that fulfil a condition, ascending. The work follows their number,
   * however many others fulfil it.
   */
  int[] among(int[] docs, TextQuery condition) throws IOException {
    if (docs.length == 0) {
      return Docs.NONE;
    }
    return switch (condition) {
      case TextQuery.Term term -> segment.occurrences(term).among(docs);
      case TextQuery.Best best -> Docs.union(among(docs, best.alternatives()));
      case TextQuery.Rarest rarest -> Docs.union(among(docs, rarest(rarest)));
      case TextQuery.Sum sum -> {
        Tally tally = new Tally(docs);
        for (TextQuery part : sum.parts()) {
          tally.credit(among(docs, part));
        }
        tally.keep(Math.max(1, sum.minimum()));
        yield tally.docs;
      }
      case TextQuery.Except except ->
          Docs.difference(among(docs, except.query()), among(docs, except.excluded()));
      case TextQuery.Weighted weighted -> among(docs, weighted.query());
      case TextQuery.Matching matching -> among(docs, matching.condition());
      case TextQuery.Everything _ -> docs;
      case TextQuery.Phrase _, TextQuery.Nothing _ -> Docs.intersection(docs, all(condition));
    };
  }

  private List<int[]> among(int[] docs, List<TextQuery> conditions) throws IOException {
    List<int[]> lists = new ArrayList<>();
    for (TextQuery condition : conditions) {
      lists.add(among(docs, condition));
    }
    return lists;
  }

  /** Documents with how many conditions they have fulfilled so far. */
  private static final class Tally {
    private int[] docs;
    private int[] counts;

    Tally(int[] docs) {
      this.docs = docs;
      this.counts = new int[docs.length];
    }

    void credit(int[] holders) {
      int at = 0;
      for (int doc : holders) {
        while (at < docs.length && docs[at] < doc) {
          at++;
        }
        if (at == docs.length) {
          return;
        }
        counts[at] += docs[at] == doc ? 1 : 0;
      }
    }

    /** Drops what has fulfilled fewer. */
    void keep(int least) {
      int size = 0;
      int[] keptDocs = new int[docs.length];
      int[] keptCounts = new int[docs.length];
      for (int i = 0; i < docs.length; i++) {
        keptDocs[size] = docs[i];
        keptCounts[size] = counts[i];
        size += counts[i] >= least ? 1 : 0;
      }
      if (size < docs.length) {
        docs = Arrays.copyOf(keptDocs, size);
        counts = keptCounts;
      }
    }
  }
}
