package io.zhixun.search.serving;

import io.zhixun.ranking.feature.ItemFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * How many learners chose each item: what the platform reports, and what the record shows. The
 * counts of the record start from the snapshot, take in every later event, and fade all the time.
 *
 * <p>Fading costs nothing as time passes: a sign of interest at t is kept as {@code w · 2^((t − t₀)
 * / h)} and every count is read times {@code 2^(−(now − t₀) / h)}, with t₀ the time of the snapshot
 * and h the half-life (forward decay; Cormode, Shkapenyuk, Srivastava and Xu, ICDE 2009). So an
 * event counts the same before and after the next snapshot.
 *
 * <p>The signal is the mean of the two on a logarithmic scale, {@code ln(1 + n) / ln(1 + most)}
 * each; a side that has no count for any item is left out. One thread changes it, any number read
 * it.
 */
public final class PopularityBoard {
  private static final Comparator<Standing> MOST_FIRST =
      Comparator.comparingDouble((Standing standing) -> -standing.mass())
          .thenComparingInt(Standing::row);

  /** Times of events from far in the future are wrong; they must not outweigh all others. */
  private static final double MOST_HALF_LIVES = 200;

  private final Optional<Fading> fading;
  private final Map<Integer, Standing> standings = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<Standing> ranked = new ConcurrentSkipListSet<>(MOST_FIRST);
  private volatile double mostShown;
  private volatile double mostReported;

  /**
   * How counts fade.
   *
   * @param since when those that the board begins with were taken
   */
  public record Fading(Instant since, Duration halfLife) {
    public Fading {
      if (halfLife.isZero() || halfLife.isNegative()) {
        throw new IllegalArgumentException("halfLife must be > 0, got " + halfLife);
      }
    }

    /** How many half-lives after the beginning; no more than a number can hold. */
    private double halfLives(Instant at) {
      Duration age = Duration.between(since, at);
      double seconds = age.toSeconds() + age.toNanosPart() / 1e9;
      return Math.min(MOST_HALF_LIVES, seconds / (halfLife.toMillis() / 1e3));
    }
  }

  /** Both counts of one row; {@code shown} in the units of the beginning. */
  private record Standing(int row, double shown, double reported) {
    double mass() {
      return Math.log1p(shown) + Math.log1p(reported);
    }
  }

  /**
   * A board whose counts stay.
   *
   * @param shown count of each row by the record
   */
  public PopularityBoard(float[] shown) {
    this(shown, Optional.empty());
  }

  /**
   * A board whose counts fade.
   *
   * @param shown faded count of each row by the record, at the beginning
   */
  public PopularityBoard(float[] shown, Fading fading) {
    this(shown, Optional.of(fading));
  }

  private PopularityBoard(float[] shown, Optional<Fading> fading) {
    this.fading = fading;
    for (int row = 0; row < shown.length; row++) {
      if (shown[row] > 0) {
        set(new Standing(row, shown[row], 0));
      }
    }
  }

  /** Takes notice of what the platform reports about an item. */
  public void reported(ItemFacts item) {
    double count = item.reception().learnerCount().orElse(item.reception().ratingCount().orElse(0));
    Standing old = of(item.row());
    if (count != old.reported()) {
      set(new Standing(item.row(), old.shown(), count));
    }
  }

  /**
   * Counts one more sign of interest.
   *
   * @param at when the learner showed it
   */
  public void add(int row, double weight, Instant at) {
    double kept = fading.map(f -> weight * Math.pow(2, f.halfLives(at))).orElse(weight);
    Standing old = of(row);
    set(new Standing(row, old.shown() + kept, old.reported()));
  }

  private Standing of(int row) {
    return standings.getOrDefault(row, new Standing(row, 0, 0));
  }

  private void set(Standing next) {
    Standing old = standings.put(next.row(), next);
    ranked.add(next);
    if (old != null && !old.equals(next)) {
      ranked.remove(old);
    }
    mostShown = Math.max(mostShown, next.shown());
    mostReported = Math.max(mostReported, next.reported());
  }

  /** What a kept count is worth at an instant. */
  private double worth(Instant now) {
    return fading.map(f -> Math.pow(2, -f.halfLives(now))).orElse(1.0);
  }

  /** The count of a row by the record, as faded by an instant. */
  public double count(int row, Instant now) {
    return of(row).shown() * worth(now);
  }

  /** The popularity of an item at an instant, 0..1; {@code NaN} while nothing is known of any. */
  public double signal(ItemFacts item, Instant now) {
    Standing standing = of(item.row());
    double sum = 0;
    int sides = 0;
    if (mostShown > 0) {
      double worth = worth(now);
      sum += Math.log1p(standing.shown() * worth) / Math.log1p(mostShown * worth);
      sides++;
    }
    if (mostReported > 0) {
      sum += Math.log1p(standing.reported()) / Math.log1p(mostReported);
      sides++;
    }
    return sides == 0 ? Double.NaN : sum / sides;
  }

  /** The most popular rows, best first. */
  public List<Integer> top(int limit) {
    List<Integer> rows = new ArrayList<>(limit);
    for (Standing standing : ranked) {
      if (rows.size() >= limit) {
        break;
      }
      rows.add(standing.row());
    }
    return rows;
  }
}
