package io.zhixun.search.pipeline;

import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.blend.Part;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Signals;
import io.zhixun.ranking.recipe.Scores;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.serving.Collaborative;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals and blend: gives every candidate a score, whoever proposed it. The one place where
 * search, feeds, the ranking API and the measuring commands compute scores.
 */
final class Ranker {
  private static final Logger LOG = LoggerFactory.getLogger(Ranker.class);

  /** After so many purchases of late behaviour says as much as the texts of an item did. */
  private static final double EVIDENCE = 5;

  private static final Degradation NO_MODEL = new Degradation("collaborative", "SCORER_FAILED");

  private final Generation generation;
  private final Seeker seeker;
  private final Blender blender;
  private boolean modelFailed;

  Ranker(Generation generation, Seeker seeker, Blender blender) {
    this.generation = generation;
    this.seeker = seeker;
    this.blender = blender;
  }

  /**
   * A candidate with its score.
   *
   * @param signals what the score was made from, so that its parts can be told later
   * @param moves what policy did with it
   */
  record Scored(ItemFacts item, Signals signals, double score, Moves moves) {
    /** Best first, equal scores by id. */
    static final Comparator<Scored> BEST_FIRST =
        Comparator.comparingDouble((Scored scored) -> -scored.score())
            .thenComparing(scored -> scored.item().id());

    Scored(ItemFacts item, Signals signals, double score) {
      this(item, signals, score, Moves.NONE);
    }

    /** The same after another move, which leaves its score alone. */
    Scored moved(String name) {
      return new Scored(item, signals, score, moves.and(name));
    }
  }

  /**
   * Scores candidates, best first.
   *
   * @param lexical relevance of each candidate as a share of the best, {@code NaN} where there is
   *     no query
   * @param openness how much the query leaves open; 1 where there is none
   */
  List<Scored> rank(List<ItemFacts> candidates, double[] lexical, double openness) {
    int[] rows = candidates.stream().mapToInt(ItemFacts::row).toArray();
    Learned learned = learned(rows);
    List<Signals> signals = new ArrayList<>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      double popularity = generation.popularity().signal(candidates.get(i), seeker.viewer().now());
      signals.add(learned.signals(i, lexical[i], popularity, openness));
    }
    double[] scores =
        blender.scores(candidates, signals, openness, seeker.viewer(), seeker.weight());
    List<Scored> scored = new ArrayList<>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      scored.add(new Scored(candidates.get(i), signals.get(i), scores[i]));
    }
    scored.sort(Scored.BEST_FIRST);
    return scored;
  }

  /**
   * The scores that {@link #rank} would give where there is no query, beside the items.
   *
   * @param rows of the items
   * @param popularity the signal of each item as of now
   */
  double[] scores(List<ItemFacts> items, int[] rows, double[] popularity) {
    Learned learned = learned(rows);
    List<Signals> signals = new ArrayList<>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      signals.add(learned.signals(i, Double.NaN, popularity[i], 1));
    }
    return blender.scores(items, signals, 1, seeker.viewer(), seeker.weight());
  }

  /** What the learned model says of rows, beside them. */
  private record Learned(
      Optional<Scores> scores, Optional<float[]> together, Optional<float[]> likeness) {
    Signals signals(int at, double lexical, double popularity, double openness) {
      return new Signals(
          lexical,
          scores.isPresent() ? scores.get().embedding()[at] : Double.NaN,
          scores.isPresent() ? scores.get().neighbour()[at] : Double.NaN,
          together.isPresent() ? together.get()[at] : Double.NaN,
          likeness.isPresent() ? likeness.get()[at] : Double.NaN,
          popularity,
          openness);
    }
  }

  private Learned learned(int[] rows) {
    Optional<Scores> scores = learned(c -> c.scores(seeker.history(), rows));
    return new Learned(
        scores,
        blender.readsCooccurrence()
            ? learned(c -> c.cooccurrence(seeker.history(), rows))
            : Optional.empty(),
        learned(c -> c.likeness(seeker.history(), rows)).map(alike -> faded(alike, rows)));
  }

  /** Texts say less of an item the more is seen of it. */
  private float[] faded(float[] likeness, int[] rows) {
    for (int at = 0; at < rows.length; at++) {
      if (!Float.isNaN(likeness[at])) {
        double seen = generation.popularity().count(rows[at], seeker.viewer().now());
        likeness[at] *= (float) (EVIDENCE / (EVIDENCE + seen));
      }
    }
    return likeness;
  }

  private <T> Optional<T> learned(Function<Collaborative, Optional<T>> question) {
    try {
      return question.apply(generation.collaborative());
    } catch (RuntimeException e) {
      LOG.error("the learned model failed; the answer goes on without it", e);
      modelFailed = true;
      return Optional.empty();
    }
  }

  /** What scores had to do without. */
  List<Degradation> degraded() {
    return modelFailed ? List.of(NO_MODEL) : List.of();
  }

  /** The summands of a score, that of editors' rules last. */
  List<Part> parts(Scored scored) {
    List<Part> parts =
        blender.parts(scored.item(), scored.signals(), seeker.viewer(), seeker.weight());
    Moves moves = scored.moves();
    if (moves.steps() != 0) {
      parts.add(new Part("rule", moves.steps(), moves.step(), moves.steps() * moves.step()));
    }
    return parts;
  }
}
