package io.zhixun.search.serving;

import io.zhixun.ranking.feature.ItemFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * How many learners chose each item: what the platform reports, and what the record shows. The
 * counts of the record start from the snapshot and take in every later event.
 *
 * <p>The signal is the mean of the two on a logarithmic scale, {@code ln(1 + n) / ln(1 + most)}
 * each; a side that has no count for any item is left out. One thread changes it, any number read
 * it.
 */
public final class PopularityBoard {
  private static final Comparator<Standing> MOST_FIRST =
      Comparator.comparingDouble((Standing standing) -> -standing.mass())
          .thenComparingInt(Standing::row);

  private final Map<Integer, Standing> standings = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<Standing> ranked = new ConcurrentSkipListSet<>(MOST_FIRST);
  private volatile double mostShown;
  private volatile double mostReported;

  /** Both counts of one row. */
  private record Standing(int row, double shown, double reported) {
    double mass() {
      return Math.log1p(shown) + Math.log1p(reported);
    }
  }

  /**
   * @param shown decayed count of each row by the record, at the time of the snapshot
   */
  public PopularityBoard(float[] shown) {
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

  /** Counts one more sign of interest. */
  public void add(int row, double weight) {
    Standing old = of(row);
    set(new Standing(row, old.shown() + weight, old.reported()));
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

  /** The count of a row by the record. */
  public double count(int row) {
    return of(row).shown();
  }

  /** The popularity of an item, 0..1; {@code NaN} while nothing is known of any. */
  public double signal(ItemFacts item) {
    Standing standing = of(item.row());
    double sum = 0;
    int sides = 0;
    if (mostShown > 0) {
      sum += Math.log1p(standing.shown()) / Math.log1p(mostShown);
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
