package io.zhixun.indexer.build;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What learners and visitors did with each item, counted so that it counts half after each
 * half-life.
 *
 * <p>Forward decay (Cormode, Shkapenyuk, Srivastava, Xu, ICDE 2009): an event at time t adds 2^((t
 * − L) / h) for a fixed landmark L, and a sum is read at time now as sum · 2^(−(now − L) / h). The
 * order of events does not matter, and adding later ones to a stored state gives what counting all
 * of them afresh gives; so a server goes on with a snapshot's counts.
 *
 * <p>One thread adds, any number read meanwhile.
 */
public final class ItemStatistics {
  private static final String NAME = "item-statistics";
  private static final String KIND = "item statistics";
  private static final int VERSION = 1;

  /** Beyond so many half-lives from the landmark an event counts as if it were there. */
  private static final double MAX_HALF_LIVES = 60;

  /** What is counted. */
  public enum Count {
    IMPRESSIONS,
    CLICKS,
    PURCHASES,
    STUDY_HOURS,
    COMPLETIONS,
    FAVOURITES,
    DISLIKES,
    RATINGS,
    /** The sum of ratings. */
    STARS
  }

  private final Instant landmark;
  private final Duration halfLife;

  /** Sums by count, each {@code [rows]}; replaced as a whole when they must grow. */
  private volatile Map<Count, float[]> sums;

  private ItemStatistics(Instant landmark, Duration halfLife, Map<Count, float[]> sums) {
    this.landmark = landmark;
    this.halfLife = halfLife;
    this.sums = sums;
  }

  /** Nothing counted yet, for so many rows; more rows appear when they are needed. */
  public static ItemStatistics empty(Instant landmark, Duration halfLife, int rows) {
    if (halfLife.toSeconds() < 1) {
      throw new IllegalArgumentException("halfLife must be >= 1 s, got " + halfLife);
    }
    Map<Count, float[]> sums = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      sums.put(count, new float[rows]);
    }
    return new ItemStatistics(landmark, halfLife, sums);
  }

  /**
   * Counts one event; parts about items without a row are left out, and whatever guests did.
   *
   * @param rows the row of an item
   */
  public void add(Event event, Function<ItemId, OptionalInt> rows) {
    if (event.isOfGuest()) {
      return;
    }
    switch (event) {
      case Event.Impression impression ->
          impression.shown().forEach(shown -> add(event, Count.IMPRESSIONS, 1, rows, shown.item()));
      case Event.Click click -> add(event, Count.CLICKS, 1, rows, click.item());
      case Event.Purchase purchase -> add(event, Count.PURCHASES, 1, rows, purchase.item());
      case Event.Study study ->
          add(event, Count.STUDY_HOURS, study.seconds() / 3600.0, rows, study.item());
      case Event.Completion completion -> add(event, Count.COMPLETIONS, 1, rows, completion.item());
      case Event.Favourite favourite -> add(event, Count.FAVOURITES, 1, rows, favourite.item());
      case Event.NotInterested dislike -> add(event, Count.DISLIKES, 1, rows, dislike.item());
      case Event.Rating rating -> {
        add(event, Count.RATINGS, 1, rows, rating.item());
        add(event, Count.STARS, rating.rating(), rows, rating.item());
      }
      case Event.Progress _, Event.Search _ -> {}
    }
  }

  private void add(
      Event event, Count count, double value, Function<ItemId, OptionalInt> rows, ItemId item) {
    float share = (float) (weight(event) * value);
    rows.apply(item).ifPresent(row -> sumsFor(row).get(count)[row] += share);
  }

  private double weight(Event event) {
    double halfLives = halfLivesTo(event.at());
    return Math.pow(2, Math.clamp(halfLives, -MAX_HALF_LIVES, MAX_HALF_LIVES));
  }

  private double halfLivesTo(Instant time) {
    double seconds = (double) time.getEpochSecond() - landmark.getEpochSecond();
    return seconds / halfLife.toSeconds();
  }

  private Map<Count, float[]> sumsFor(int row) {
    Map<Count, float[]> old = sums;
    int rows = rows();
    if (row < rows) {
      return old;
    }
    int length = Math.max(row + 1, rows + rows / 2);
    Map<Count, float[]> grown = new EnumMap<>(Count.class);
    old.forEach((count, values) -> grown.put(count, Arrays.copyOf(values, length)));
    sums = grown;
    return grown;
  }

  /** A count at an instant; 0 for a row of which nothing is known. */
  public double of(Count count, int row, Instant now) {
    float[] values = sums.get(count);
    if (row < 0 || row >= values.length) {
      return 0;
    }
    double halfLives = Math.clamp(halfLivesTo(now), -MAX_HALF_LIVES, MAX_HALF_LIVES);
    return values[row] * Math.pow(2, -halfLives);
  }

  /** How much behaviour speaks for an item, in units of one purchase. */
  public double interest(int row, EventWeights weights, Instant now) {
    return weights.click() * of(Count.CLICKS, row, now)
        + weights.studyHour() * of(Count.STUDY_HOURS, row, now)
        + weights.purchase() * of(Count.PURCHASES, row, now)
        + weights.completion() * of(Count.COMPLETIONS, row, now)
        + weights.favourite() * of(Count.FAVOURITES, row, now);
  }

  /**
   * What sorting by popularity compares: the learners that the platform counts (where it does not,
   * those who rated), and the interest seen here.
   */
  public double popularity(Item item, int row, EventWeights weights, Instant now) {
    long raters = item.reception().ratingCount().orElse(0);
    return item.reception().learnerCount().orElse(raters) + interest(row, weights, now);
  }

  /**
   * How far the interest of late is above the usual one: (r − e) / √(e + 1), with r the recent
   * interest and e what one expects of it from the usual; 0 where nothing rises.
   */
  public static double trend(
      ItemStatistics recent, ItemStatistics usual, int row, EventWeights weights, Instant now) {
    double share = (double) recent.halfLife.toSeconds() / usual.halfLife.toSeconds();
    double expected = usual.interest(row, weights, now) * share;
    double excess = recent.interest(row, weights, now) - expected;
    return Math.max(0, excess / Math.sqrt(expected + 1));
  }

  /** How many rows it has room for; rows beyond count 0. */
  public int rows() {
    return sums.get(Count.CLICKS).length;
  }

  /** The state as bytes; {@link #from} gives it back. */
  public MemorySegment segment() {
    Map<Count, float[]> state = sums;
    SegmentWriter writer =
        new SegmentWriter(KIND, VERSION)
            .number(landmark.getEpochSecond())
            .number(halfLife.toSeconds())
            .number(state.get(Count.CLICKS).length);
    for (Count count : Count.values()) {
      writer.floats(state.get(count));
    }
    return writer.finish();
  }

  /**
   * Reads a state.
   *
   * @throws io.zhixun.ranking.persist.SegmentException when it makes no sense
   */
  public static ItemStatistics from(MemorySegment segment) {
    SegmentReader reader = SegmentReader.open(_ -> segment, NAME, KIND, VERSION);
    Instant landmark = Instant.ofEpochSecond(reader.number());
    Duration halfLife = Duration.ofSeconds(reader.number("half-life", 1, Integer.MAX_VALUE));
    int rows = reader.number("rows", 0, Integer.MAX_VALUE);
    Map<Count, float[]> sums = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      sums.put(count, reader.floats(count.name(), rows));
    }
    reader.end();
    return new ItemStatistics(landmark, halfLife, sums);
  }
}
