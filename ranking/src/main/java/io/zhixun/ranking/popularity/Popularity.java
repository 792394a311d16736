package io.zhixun.ranking.popularity;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** One number an item, larger is more popular; and the best of them. Immutable. */
public final class Popularity {
  private final float[] scores;
  private final int kept;
  private final ScoredRows best;

  private Popularity(float[] scores, int kept) {
    this.scores = scores;
    this.kept = Math.min(kept, scores.length);
    this.best = best(scores, this.kept, _ -> true);
  }

  /** Wraps scores, and keeps the {@code kept} best sorted. */
  public static Popularity of(float[] scores, int kept) {
    return new Popularity(scores.clone(), kept);
  }

  /** The sum of the weights of all that ever happened. */
  public static Popularity counts(Interactions interactions, int kept) {
    float[] scores = new float[interactions.items()];
    for (int item = 0; item < scores.length; item++) {
      scores[item] = interactions.itemWeight(item);
    }
    return new Popularity(scores, kept);
  }

  /**
   * Sums in which a weight counts half as much after each half-life: Σ w · 2^(−age / halfLife).
   * Entries of the future count in full. Without times this is {@link #counts}.
   */
  public static Popularity decayed(
      Interactions interactions, Instant now, Duration halfLife, int kept) {
    requirePositive("halfLife", halfLife);
    if (!interactions.timed()) {
      return counts(interactions, kept);
    }
    return new Popularity(fading(interactions, now, halfLife), kept);
  }

  /**
   * What is rising: how far the recent rate is above the usual one, (r − e) / √(e + 1), with r the
   * weight that faded with {@code recent} and e what one would expect of it from the weight that
   * faded with {@code usual}. Zero where nothing rises or times are unknown.
   */
  public static Popularity trending(
      Interactions interactions, Instant now, Windows windows, int kept) {
    float[] scores = new float[interactions.items()];
    if (interactions.timed()) {
      float[] recent = fading(interactions, now, windows.recent());
      float[] usual = fading(interactions, now, windows.usual());
      double share = (double) windows.recent().toSeconds() / windows.usual().toSeconds();
      for (int item = 0; item < scores.length; item++) {
        double expected = usual[item] * share;
        scores[item] = (float) Math.max(0, (recent[item] - expected) / Math.sqrt(expected + 1));
      }
    }
    return new Popularity(scores, kept);
  }

  /** The half-lives of what counts as recent and as usual, the first being shorter. */
  public record Windows(Duration recent, Duration usual) {
    public static final Windows DEFAULTS = new Windows(Duration.ofDays(3), Duration.ofDays(30));

    public Windows {
      requirePositive("recent", recent);
      if (usual.compareTo(recent) <= 0) {
        throw new IllegalArgumentException(
            "usual must be longer than recent " + recent + ", got " + usual);
      }
    }
  }

  private static void requirePositive(String what, Duration duration) {
    if (duration.toSeconds() < 1) {
      throw new IllegalArgumentException(what + " must be >= 1 s, got " + duration);
    }
  }

  private static float[] fading(Interactions all, Instant now, Duration halfLife) {
    double[] sums = new double[all.items()];
    double rate = Math.log(2) / halfLife.toSeconds();
    for (int entry = 0; entry < all.entries(); entry++) {
      long age = Math.max(0, now.getEpochSecond() - all.time(entry));
      sums[all.item(entry)] += all.weight(entry) * StrictMath.exp(-rate * age);
    }
    float[] scores = new float[sums.length];
    for (int item = 0; item < sums.length; item++) {
      scores[item] = (float) sums[item];
    }
    return scores;
  }

  public int items() {
    return scores.length;
  }

  public float score(int item) {
    return scores[item];
  }

  /** All scores, a copy. */
  public float[] scores() {
    return scores.clone();
  }

  /** The {@code k} best with a score above zero that are not excluded. */
  public ScoredRows top(int k, BitSet excluded) {
    int wanted = Math.min(k, scores.length);
    TopRows found = new TopRows(wanted);
    for (int rank = 0; rank < best.size() && found.size() < wanted; rank++) {
      if (!excluded.get(best.row(rank))) {
        found.offer(best.row(rank), best.score(rank));
      }
    }
    boolean moreMayFollow = best.size() == kept;
    return found.size() < wanted && moreMayFollow
        ? best(scores, wanted, item -> !excluded.get(item))
        : found.drain();
  }

  private static ScoredRows best(float[] scores, int k, IntPredicate allowed) {
    TopRows kept = new TopRows(k);
    for (int item = 0; item < scores.length; item++) {
      if (scores[item] > 0 && allowed.test(item)) {
        kept.offer(item, scores[item]);
      }
    }
    return kept.drain();
  }
}
