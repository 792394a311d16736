package io.zhixun.search.serving;

import io.zhixun.corpus.Item;
import io.zhixun.ranking.cold.ColdModel;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.recipe.History;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/**
 * What texts say of the newest items that hardly anybody had taken when the snapshot was made,
 * those that came later included. One thread changes it, any number read it.
 */
public final class ColdBoard {
  /** So many of the newest: each costs four bytes for each item that was learned from. */
  public static final int MOST = 2_000;

  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparing((Entry entry) -> entry.published)
          .reversed()
          .thenComparingInt(entry -> entry.row);

  private final Optional<ColdModel> model;
  private final IntPredicate established;
  private final Map<Integer, Entry> entries = new ConcurrentHashMap<>();

  /** An item that nobody took. */
  private static final class Entry {
    final int row;
    final Instant published;
    final float[] shares;

    Entry(int row, Instant published, float[] shares) {
      this.row = row;
      this.published = published;
      this.shares = shares;
    }
  }

  /**
   * @param established tells the rows whose behaviour speaks for itself
   */
  public ColdBoard(ColdModel model, IntPredicate established) {
    this(Optional.of(model).filter(learned -> learned.size() > 0), established);
  }

  private ColdBoard(Optional<ColdModel> model, IntPredicate established) {
    this.model = model;
    this.established = established;
  }

  /** Says nothing of anything. */
  public static ColdBoard silent() {
    return new ColdBoard(Optional.empty(), _ -> true);
  }

  /** Reads what is written about an item now. */
  public void put(Item item, int row) {
    if (model.isEmpty() || established.test(row)) {
      return;
    }
    Instant published = item.dates().published().orElse(Instant.EPOCH);
    if (!entries.containsKey(row) && entries.size() >= MOST) {
      Entry oldest = entries.values().stream().max(NEWEST_FIRST).orElseThrow();
      if (!published.isAfter(oldest.published)) {
        return;
      }
      entries.remove(oldest.row);
    }
    entries.put(row, new Entry(row, published, model.get().shares(item)));
  }

  public void remove(int row) {
    entries.remove(row);
  }

  /** Of how many items something is said. */
  public int size() {
    return entries.size();
  }

  /** How well rows fit a history; {@code NaN} where nothing is said. */
  float[] scores(History history, int[] rows) {
    float[] scores = new float[rows.length];
    for (int at = 0; at < rows.length; at++) {
      Entry entry = entries.get(rows[at]);
      scores[at] = entry == null ? Float.NaN : model.orElseThrow().score(history, entry.shares);
    }
    return scores;
  }

  /** The rows that fit a history best. */
  ScoredRows best(History history, int limit, IntPredicate allowed) {
    TopRows best = new TopRows(limit);
    for (Entry entry : entries.values()) {
      float score = model.orElseThrow().score(history, entry.shares);
      if (score > 0 && allowed.test(entry.row)) {
        best.offer(entry.row, score);
      }
    }
    return best.drain();
  }

  /** The row of a history that speaks loudest for a row of this board; empty when none does. */
  OptionalInt cause(History history, int row) {
    Entry entry = entries.get(row);
    return entry == null ? OptionalInt.empty() : model.orElseThrow().cause(history, entry.shares);
  }
}
