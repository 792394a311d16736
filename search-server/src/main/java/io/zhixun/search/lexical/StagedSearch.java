package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Asks a {@link QueryPlan} stage by stage. */
final class StagedSearch {
  private final List<Segment> segments;
  private final LexicalSettings settings;
  private final Optional<List<int[]>> among;

  /**
   * @param among what alone may be found: ascending living documents of each segment
   */
  StagedSearch(List<Segment> segments, LexicalSettings settings, Optional<List<int[]>> among) {
    this.segments = segments;
    this.settings = settings;
    this.among = among;
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
    Shares shares = new Shares(segments, settings);
    Shares.Called title = new Shares.Called(scored(stage(plan.title())), holders(plan.quoted()));
    StageScores.Stage literal = stage(plan.literal());
    int few = settings.relaxing().few();
    if (literal.size() >= few) {
      return new Outcome(shares.of(scored(literal), Optional.empty(), title), Optional.empty());
    }
    Stages stages = stages(plan, literal, Hits.size(title.just()) == 0);
    StageScores scores = new StageScores(segments, stages.all());
    List<Hits> typed = scores.of(literal);
    List<Hits> found = scores.of(stages.partial());
    if (stages.widest().isPresent()) {
      found = both(found, scores.of(stages.widest().get()));
    }
    found = both(typed, found);
    boolean guessed = false;
    if (stages.guessing().isPresent()) {
      Guessing guessing = stages.guessing().get();
      Optional<NearTitles> near = guessing.near().map(titles -> new NearTitles(segments, titles));
      List<Hits> full = scores.of(guessing.full());
      found = withGuesses(full, found, scores.of(guessing.guess()), near);
      guessed = guessing.full().size() == 0;
      if (guessed && near.isPresent()) {
        title = title.or(nearest(found, near.get()));
      }
    }
    Matches matches = shares.of(found, Optional.of(typed), title);
    matches.leaveOpen((double) literal.size() / few);
    return new Outcome(matches, guessed ? bestOf(found) : Optional.empty());
  }

  /** What is looked for where little holds what was typed, before anything of it is scored. */
  private record Stages(
      StageScores.Stage literal,
      StageScores.Stage partial,
      Optional<StageScores.Stage> widest,
      Optional<Guessing> guessing) {

    List<StageScores.Stage> all() {
      List<StageScores.Stage> all = new ArrayList<>(List.of(literal, partial));
      widest.ifPresent(all::add);
      guessing.ifPresent(guesses -> all.addAll(List.of(guesses.full(), guesses.guess())));
      return all;
    }
  }

  /** What may have been meant, and what holds all that was typed, above which it never stands. */
  private record Guessing(
      StageScores.Stage full, StageScores.Stage guess, Optional<NearTitle> near) {}

  private Stages stages(QueryPlan plan, StageScores.Stage literal, boolean guesses)
      throws IOException {
    StageScores.Stage partial = stage(plan.partial().get());
    Optional<StageScores.Stage> widest = Optional.empty();
    if (partial.size() < settings.relaxing().few() / 3) {
      widest = Optional.of(stage(plan.widest().get()));
    }
    Optional<Guessing> guessing = Optional.empty();
    if (guesses) {
      QueryPlan.Guess guess = plan.guess().get();
      guessing =
          Optional.of(
              new Guessing(within(literal, plan.full().get()), stage(guess.query()), guess.near()));
    }
    return new Stages(literal, partial, widest, guessing);
  }

  /** Adds what may have been meant, below everything that holds all that was typed. */
  private List<Hits> withGuesses(
      List<Hits> full, List<Hits> found, List<Hits> guesses, Optional<NearTitles> near)
      throws IOException {
    List<Hits> lifted = guesses;
    if (near.isPresent() && Hits.size(guesses) > 0) {
      lifted = lifted(guesses, Math.max(best(found), best(guesses)), near.get());
    }
    float limit = weakest(full);
    List<Hits> all = new ArrayList<>();
    for (int i = 0; i < guesses.size(); i++) {
      Hits below = lifted.get(i).atMost(limit);
      all.add(full.get(i).or(found.get(i).orBetter(below)));
    }
    return all;
  }

  /** Lifts titles that are nearly the query above everything else. */
  private List<Hits> lifted(List<Hits> guesses, float best, NearTitles near) throws IOException {
    List<Hits> all = new ArrayList<>();
    for (int s = 0; s < guesses.size(); s++) {
      Hits hits = guesses.get(s);
      double[] closeness = near.closeness(s, hits);
      float[] scores = new float[hits.size()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = hits.score(i) + (float) (settings.typos().nearTitle() * closeness[i] * best);
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
      best = Math.max(best, one.best());
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

  private static float weakest(List<Hits> hits) {
    float weakest = Float.POSITIVE_INFINITY;
    for (Hits one : hits) {
      weakest = Math.min(weakest, one.weakest());
    }
    return weakest == Float.POSITIVE_INFINITY ? weakest : Math.nextDown(weakest);
  }

  /** The documents of the titles that are most nearly the query, if any is near it. */
  private static List<BitSet> nearest(List<Hits> found, NearTitles near) throws IOException {
    List<BitSet> nearest = new ArrayList<>();
    double closest = Double.MIN_VALUE;
    for (int s = 0; s < found.size(); s++) {
      nearest.add(new BitSet());
      Hits hits = found.get(s);
      double[] closeness = near.closeness(s, hits);
      for (int i = 0; i < closeness.length; i++) {
        if (closeness[i] > closest) {
          nearest.forEach(BitSet::clear);
          closest = closeness[i];
        }
        if (closeness[i] == closest) {
          nearest.get(s).set(hits.doc(i));
        }
      }
    }
    return nearest;
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

  private StageScores.Stage stage(TextQuery query) throws IOException {
    List<int[]> docs = new ArrayList<>();
    for (int s = 0; s < segments.size(); s++) {
      docs.add(matching(s, query));
    }
    return new StageScores.Stage(query, docs);
  }

  /** A stage that finds nothing which another one does not find. */
  private StageScores.Stage within(StageScores.Stage wider, TextQuery query) throws IOException {
    List<int[]> docs = new ArrayList<>();
    for (int s = 0; s < segments.size(); s++) {
      docs.add(new SegmentMatcher(segments.get(s)).among(wider.docs().get(s), query));
    }
    return new StageScores.Stage(query, docs);
  }

  /** A stage that is scored alone. */
  private List<Hits> scored(StageScores.Stage stage) throws IOException {
    return new StageScores(segments, List.of(stage)).of(stage);
  }

  /** The living documents of a segment that fulfil a condition, ascending. */
  private int[] matching(int segment, TextQuery condition) throws IOException {
    SegmentMatcher matcher = new SegmentMatcher(segments.get(segment));
    return among.isPresent()
        ? matcher.among(among.get().get(segment), condition)
        : matcher.matching(condition);
  }
}
