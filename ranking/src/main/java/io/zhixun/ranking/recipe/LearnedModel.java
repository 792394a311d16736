package io.zhixun.ranking.recipe;

import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.popularity.Popularity;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was learned from behaviour, ready to serve. Immutable and safe for many threads.
 *
 * <p>Items are rows, {@code 0..items() − 1}; rows of a history beyond that (items newer than the
 * model) are passed over, and score zero.
 */
public final class LearnedModel {
  private final Choice choice;
  private final List<Part> parts; // beside choice.terms()
  private final Optional<NeighbourPart> walk;
  private final Popularity popularity;
  private final float[] popular; // of each item, 0..1
  private final int historyLimit;

  /**
   * Puts a model together.
   *
   * @param walk what is taken together; empty where nothing could be learned
   */
  LearnedModel(
      Choice choice,
      List<Part> parts,
      Optional<NeighbourPart> walk,
      Popularity popularity,
      int historyLimit) {
    if (choice.terms().size() != parts.size()) {
      throw new IllegalArgumentException(
          "parts must be as many as terms, got " + parts.size() + " and " + choice.terms().size());
    }
    this.choice = choice;
    this.parts = List.copyOf(parts);
    this.walk = walk;
    this.popularity = popularity;
    this.historyLimit = historyLimit;
    ScoredRows first = popularity.top(1, new BitSet());
    float scale = first.size() == 0 ? 0 : 1 / (float) Math.log1p(first.score(0));
    this.popular = new float[popularity.items()];
    for (int row = 0; row < popular.length; row++) {
      popular[row] = scale * (float) Math.log1p(popularity.score(row));
    }
  }

  public int items() {
    return popularity.items();
  }

  /** What was chosen, and why. */
  public Choice choice() {
    return choice;
  }

  public Popularity popularity() {
    return popularity;
  }

  /** How many of the newest entries of a history count. */
  public int historyLimit() {
    return historyLimit;
  }

  /** The embedding that is served, where the recipe has one. */
  public Optional<ServedEmbedding> embedding() {
    return space().map(ServedEmbedding::new);
  }

  /** The space that the parts live in, where any does. */
  Optional<Space> space() {
    for (Part part : parts) {
      switch (part) {
        case EmbeddingPart embedding -> {
          return Optional.of(embedding.space());
        }
        case LearnersPart learners -> {
          return Optional.of(learners.space());
        }
        case NeighbourPart _, SequencePart _ -> {}
      }
    }
    return Optional.empty();
  }

  /**
   * What each source proposes.
   *
   * @param excluded rows that are not proposed, e.g. those of the history; not changed
   */
  public Candidates candidates(History history, CandidateLimits limits, BitSet excluded) {
    History usable = history.usable(items(), historyLimit);
    List<ScoredRows> vectors = new ArrayList<>();
    List<ScoredRows> neighbours = new ArrayList<>();
    for (Part part : usable.size() == 0 ? List.<Part>of() : parts) {
      switch (part) {
        case EmbeddingPart _, SequencePart _ ->
            vectors.add(best(part, usable, limits.embedding(), excluded));
        case NeighbourPart _, LearnersPart _ ->
            neighbours.add(best(part, usable, limits.neighbours(), excluded));
      }
    }
    return new Candidates(
        merged(vectors, limits.embedding()),
        merged(neighbours, limits.neighbours()),
        popularity.top(limits.popular(), excluded));
  }

  /**
   * What goes with one item by itself, from the lists of items; only a model that has none asks the
   * learners who resemble somebody of that one item.
   *
   * @param row of the item; nothing goes with a row beyond {@link #items}
   */
  public ScoredRows alongside(int row, int k) {
    BitSet itself = new BitSet();
    itself.set(row);
    History one = History.of(new int[] {row}, new float[] {1}).usable(items(), historyLimit);
    List<ScoredRows> lists = new ArrayList<>();
    for (Part part : one.size() == 0 ? List.<Part>of() : parts) {
      if (part instanceof NeighbourPart) {
        lists.add(best(part, one, k, itself));
      }
    }
    return lists.isEmpty()
        ? candidates(one, new CandidateLimits(0, k, 0), itself).neighbours()
        : merged(lists, k);
  }

  /** A source that is to say nothing is not asked: taking in a history costs searches. */
  private static ScoredRows best(Part part, History history, int k, BitSet excluded) {
    if (k == 0) {
      return ScoredRows.NONE;
    }
    try (Part.Prepared prepared = part.prepare(history)) {
      return prepared.best(k, excluded);
    }
  }

  /** The best of several lists, by rank: first all that are first, then all that are second… */
  private static ScoredRows merged(List<ScoredRows> lists, int k) {
    if (lists.size() == 1) {
      return lists.getFirst();
    }
    BitSet taken = new BitSet();
    TopRows merged = new TopRows(k);
    int longest = lists.stream().mapToInt(ScoredRows::size).max().orElse(0);
    for (int rank = 0; rank < longest && !merged.full(); rank++) {
      for (ScoredRows list : lists) {
        if (rank < list.size() && !merged.full() && !taken.get(list.row(rank))) {
          taken.set(list.row(rank));
          merged.offer(list.row(rank), 1f / (1 + rank));
        }
      }
    }
    return merged.drain();
  }

  /**
   * For each of some rows the row of a history that adds most to its neighbour score, or without
   * one to how often both are taken together; −1 where none does. Each list of the history is read
   * once, however many rows there are.
   */
  public int[] causes(History history, int[] rows) {
    History usable = history.usable(items(), historyLimit);
    int[] causes = Causes.of(parts, usable, rows);
    if (walk.isPresent() && Arrays.stream(causes).anyMatch(cause -> cause < 0)) {
      int[] together = Causes.of(List.of(walk.orElseThrow()), usable, rows);
      Arrays.setAll(causes, at -> causes[at] < 0 ? together[at] : causes[at]);
    }
    return causes;
  }

  /** Scores rows for a learner; rows beyond {@link #items} score zero. */
  public Scores score(History history, int[] rows) {
    Scores scores = new Scores(rows.length);
    History usable = history.usable(items(), historyLimit);
    boolean known = usable.size() > 0;
    for (int at = 0; at < rows.length; at++) {
      if (rows[at] < 0) {
        throw new IllegalArgumentException("row must be >= 0, got " + rows[at]);
      }
      scores.popularity()[at] = rows[at] < popular.length ? popular[rows[at]] : 0;
      scores.blended()[at] = known ? 0 : scores.popularity()[at];
    }
    if (known) {
      for (int term = 0; term < parts.size(); term++) {
        float weight = (float) choice.terms().get(term).weight();
        try (Part.Prepared prepared = parts.get(term).prepare(usable)) {
          float[] own =
              switch (parts.get(term)) {
                case EmbeddingPart _, SequencePart _ -> scores.embedding();
                case NeighbourPart _, LearnersPart _ -> scores.neighbour();
              };
          addShare(prepared, weight, rows, own, scores.blended());
        }
      }
    }
    return scores;
  }

  /**
   * How often each row is reached by a random walk from a history: who took what the learner took,
   * and what else they took. In units of the root mean square over all items; rows beyond {@link
   * #items} and everything without a walk are zero.
   */
  public float[] cooccurrence(History history, int[] rows) {
    float[] shares = new float[rows.length];
    History usable = history.usable(items(), historyLimit);
    if (walk.isPresent() && usable.size() > 0) {
      try (Part.Prepared prepared = walk.orElseThrow().prepare(usable)) {
        addShare(prepared, 1, rows, shares, new float[rows.length]);
      }
    }
    return shares;
  }

  private void addShare(
      Part.Prepared prepared, float weight, int[] rows, float[] own, float[] blended) {
    for (int at = 0; at < rows.length; at++) {
      if (rows[at] < items()) {
        float share = weight * prepared.score(rows[at]);
        own[at] += share;
        blended[at] += share;
      }
    }
  }

  /** The model as named segments; {@link #from} gives it back. */
  public Map<String, MemorySegment> segments() {
    Map<String, MemorySegment> segments = new LinkedHashMap<>();
    ModelFormat.write(this, parts, walk, segments);
    return segments;
  }

  /**
   * Reads a model.
   *
   * @param source gives the segment of a name, or null when there is none
   * @throws io.zhixun.ranking.persist.SegmentException when a segment is missing or makes no sense
   */
  public static LearnedModel from(Function<String, MemorySegment> source) {
    return ModelFormat.read(source);
  }
}
