package io.zhixun.search.lexical;

import io.zhixun.indexer.schema.Fields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;

/** Asks a {@link QueryPlan} stage by stage and puts the answers of all stages on one scale. */
final class StagedSearch {
  /** So many guesses of a segment, the best, have their titles compared. */
  private static final int MAX_COMPARED = 64;

  private final List<Segment> segments;
  private final LexicalSettings settings;
  private final Optional<List<int[]>> among;

  private final List<FewScores> few = new ArrayList<>(); // of what alone may be found

  /**
   * @param among what alone may be found: ascending living documents of each segment
   */
  StagedSearch(List<Segment> segments, LexicalSettings settings, Optional<List<int[]>> among) {
    this.segments = segments;
    this.settings = settings;
    this.among = among;
    for (int s = 0; among.isPresent() && s < segments.size(); s++) {
      few.add(new FewScores(segments.get(s), among.get().get(s)));
    }
  }

  /**
   * What was found.
   *
   * @param guess the best match, where nothing holds all that was typed
   */
  record Outcome(Matches matches, Optional<Doc> guess) {}

  /** One document of the live index. */
  record Doc(Segment segment, int number) {}

  Outcome run(QueryPlan plan) throws IOException {
    Called title = new Called(collect(plan.title()), holders(plan.quoted()));
    List<Hits> literal = collect(plan.literal());
    int few = settings.relaxing().few();
    if (size(literal) >= few) {
      return new Outcome(shares(literal, Optional.empty(), title), Optional.empty());
    }
    List<Hits> found = collect(plan.partial().get());
    if (size(found) < few / 3) {
      found = both(found, collect(plan.widest().get()));
    }
    found = both(literal, found);
    boolean guessed = false;
    if (size(title.just()) == 0) {
      List<Hits> full = collect(plan.full().get());
      QueryPlan.Guess guess = plan.guess().get();
      found = withGuesses(full, found, guess);
      guessed = size(full) == 0;
      if (guessed && guess.near().isPresent()) {
        title = title.or(nearest(found, guess.near().get()));
      }
    }
    Matches matches = shares(found, Optional.of(literal), title);
    matches.leaveOpen((double) size(literal) / few);
    return new Outcome(matches, guessed ? bestOf(found) : Optional.empty());
  }

  /** Adds what may have been meant, below everything that holds all that was typed. */
  private List<Hits> withGuesses(List<Hits> full, List<Hits> found, QueryPlan.Guess guess)
      throws IOException {
    List<Hits> guesses = collect(guess.query());
    if (guess.near().isPresent() && size(guesses) > 0) {
      guesses = lifted(guesses, Math.max(best(found), best(guesses)), guess.near().get());
    }
    float limit = weakest(full);
    List<Hits> all = new ArrayList<>();
    for (int i = 0; i < guesses.size(); i++) {
      Hits below = guesses.get(i).atMost(limit);
      all.add(full.get(i).or(found.get(i).orBetter(below)));
    }
    return all;
  }

  /** Lifts titles that are nearly the query above everything else. */
  private List<Hits> lifted(List<Hits> guesses, float best, NearTitle near) throws IOException {
    List<Hits> all = new ArrayList<>();
    for (int s = 0; s < guesses.size(); s++) {
      Hits hits = guesses.get(s);
      float least = hits.nthBest(MAX_COMPARED);
      BinaryDocValues titles = DocValues.getBinary(segments.get(s).reader(), Fields.EXACT_TITLE);
      float[] scores = new float[hits.size()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = hits.score(i);
        if (scores[i] >= least && titles.advanceExact(hits.doc(i))) {
          double closeness = near.closeness(titles.binaryValue().utf8ToString());
          scores[i] += (float) (settings.typos().nearTitle() * closeness * best);
        }
      }
      all.add(hits.scored(scores));
    }
    return all;
  }

  /** The document with the highest score, the first of several. */
  private Optional<Doc> bestOf(List<Hits> found) {
    Optional<Doc> best = Optional.empty();
    float highest = 0;
    for (int s = 0; s < found.size(); s++) {
      Hits hits = found.get(s);
      for (int i = 0; i < hits.size(); i++) {
        if (hits.score(i) > highest) {
          highest = hits.score(i);
          best = Optional.of(new Doc(segments.get(s), hits.doc(i)));
        }
      }
    }
    return best;
  }

  private static float best(List<Hits> hits) {
    float best = 0;
    for (Hits one : hits) {
      best = Math.max(best, one.nthBest(1));
    }
    return best;
  }

  private static List<Hits> both(List<Hits> first, List<Hits> others) {
    List<Hits> all = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      all.add(first.get(i).or(others.get(i)));
    }
    return all;
  }

  private static int size(List<Hits> hits) {
    return hits.stream().mapToInt(Hits::size).sum();
  }

  private static float weakest(List<Hits> hits) {
    float weakest = Float.POSITIVE_INFINITY;
    for (Hits one : hits) {
      weakest = Math.min(weakest, one.weakest());
    }
    return weakest == Float.POSITIVE_INFINITY ? weakest : Math.nextDown(weakest);
  }

  /**
   * What is called so.
   *
   * @param just what has the query for its title
   * @param quoted what has it in its title, in each segment
   */
  private record Called(List<Hits> just, List<BitSet> quoted, List<BitSet> near) {
    Called(List<Hits> just, List<BitSet> quoted) {
      this(just, quoted, just.stream().map(_ -> new BitSet()).toList());
    }

    Called or(List<BitSet> nearly) {
      return new Called(just, quoted, nearly);
    }
  }

  /** The documents of the titles that are most nearly the query, if any is near it. */
  private List<BitSet> nearest(List<Hits> found, NearTitle near) throws IOException {
    List<BitSet> nearest = new ArrayList<>();
    double closest = Double.MIN_VALUE;
    for (int s = 0; s < found.size(); s++) {
      nearest.add(new BitSet());
      Hits hits = found.get(s);
      float least = hits.nthBest(MAX_COMPARED);
      BinaryDocValues titles = DocValues.getBinary(segments.get(s).reader(), Fields.EXACT_TITLE);
      for (int i = 0; i < hits.size(); i++) {
        if (hits.score(i) >= least && titles.advanceExact(hits.doc(i))) {
          double closeness = near.closeness(titles.binaryValue().utf8ToString());
          if (closeness > closest) {
            nearest.forEach(BitSet::clear);
            closest = closeness;
          }
          if (closeness == closest) {
            nearest.get(s).set(hits.doc(i));
          }
        }
      }
    }
    return nearest;
  }

  private Matches shares(List<Hits> found, Optional<List<Hits>> literal, Called title)
      throws IOException {
    float unit = unit(found, title.just());
    float lift =
        literal.isPresent() && size(literal.get()) > 0
            ? (float) settings.relaxing().literalFirst()
            : 0;
    Matches all = new Matches();
    for (int s = 0; s < found.size(); s++) {
      Hits hits = found.get(s);
      BitSet exact = title.just().get(s).set();
      BitSet quoted = title.quoted().get(s);
      BitSet near = title.near().get(s);
      BitSet lifted = lift > 0 ? literal.orElseThrow().get(s).set() : new BitSet();
      NumericDocValues rows = DocValues.getNumeric(segments.get(s).reader(), Fields.ROW);
      for (int i = 0; i < hits.size(); i++) {
        int doc = hits.doc(i);
        float share = (hits.score(i) / unit + (lifted.get(doc) ? lift : 0)) / (1 + lift);
        if (quoted.get(doc)) {
          share += (float) settings.literal().quotedTitle();
        }
        if (exact.get(doc)) {
          share += (float) settings.literal().exactTitle();
        }
        if (rows.advanceExact(doc)) {
          int row = (int) rows.longValue();
          all.add(row, share);
          if (exact.get(doc) || quoted.get(doc) || near.get(doc)) {
            all.name(row);
          }
        }
      }
    }
    return all;
  }

  /** The best score of what is not the very title; where there is nothing else, the best of all. */
  private static float unit(List<Hits> found, List<Hits> title) {
    float best = 0;
    float any = Float.MIN_VALUE;
    for (int s = 0; s < found.size(); s++) {
      Hits hits = found.get(s);
      BitSet exact = title.get(s).set();
      for (int i = 0; i < hits.size(); i++) {
        any = Math.max(any, hits.score(i));
        if (!exact.get(hits.doc(i))) {
          best = Math.max(best, hits.score(i));
        }
      }
    }
    return best > 0 ? best : any;
  }

  /** Documents that fulfil a condition, in each segment. */
  private List<BitSet> holders(TextQuery condition) throws IOException {
    List<BitSet> found = new ArrayList<>();
    for (int s = 0; s < segments.size(); s++) {
      BitSet docs = new BitSet();
      for (int doc : matching(s, condition)) {
        docs.set(doc);
      }
      found.add(docs);
    }
    return found;
  }

  private List<Hits> collect(TextQuery query) throws IOException {
    List<Hits> found = new ArrayList<>();
    for (int s = 0; s < segments.size(); s++) {
      int[] docs = matching(s, query);
      found.add(docs.length == 0 ? Hits.NONE : new Hits(docs, scores(s, docs, query)));
    }
    return found;
  }

  private float[] scores(int segment, int[] docs, TextQuery query) throws IOException {
    return !few.isEmpty() && query instanceof TextQuery.Matching matching
        ? few.get(segment).of(docs, matching)
        : new SegmentScorer(segments.get(segment), docs).scores(query);
  }

  /** The living documents of a segment that fulfil a condition, ascending. */
  private int[] matching(int segment, TextQuery condition) throws IOException {
    SegmentMatcher matcher = new SegmentMatcher(segments.get(segment));
    return among.isPresent()
        ? matcher.among(among.get().get(segment), condition)
        : matcher.matching(condition);
  }
}
