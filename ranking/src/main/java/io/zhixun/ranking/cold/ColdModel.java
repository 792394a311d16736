package io.zhixun.ranking.cold;

import io.zhixun.corpus.Item;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import io.zhixun.ranking.recipe.History;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * {@link ColdItems} beside the rows of the record, in a unit: 1 is the root mean square, over
 * learners and warm items, of what a learner's items say of an item that is left out. Immutable and
 * safe for many threads.
 */
public final class ColdModel {
  private static final String NAME = "cold";
  private static final String REGRESSION = "cold.regression";
  private static final String KIND = "cold model";
  private static final int VERSION = 1;

  /** The unit is taken over so many learners. */
  private static final int JUDGES = 300;

  private final ColdItems items;
  private final int[] rows; // of the warm items, ascending
  private final float unit;

  private ColdModel(ColdItems items, int[] rows, float unit) {
    this.items = items;
    this.rows = rows;
    this.unit = unit;
  }

  /**
   * What is learned from.
   *
   * @param catalogue items of any behaviour
   * @param row the row of each in {@code taken}
   */
  public record Ground(List<Item> catalogue, ToIntFunction<Item> row, Interactions taken) {}

  /**
   * Learns from the items that most learners took.
   *
   * @param most at most so many items; the cost grows with their cube
   */
  public static ColdModel fit(Ground ground, int most, Workers workers, Progress progress) {
    Interactions taken = ground.taken();
    Map<Integer, Item> byRow = new HashMap<>();
    ground.catalogue().forEach(item -> byRow.put(ground.row().applyAsInt(item), item));
    int[] rows =
        IntStream.range(0, taken.items())
            .filter(row -> taken.itemDegree(row) > 0 && byRow.containsKey(row))
            .boxed()
            .sorted((one, other) -> taken.itemDegree(other) - taken.itemDegree(one))
            .limit(most)
            .mapToInt(row -> row)
            .sorted()
            .toArray();
    List<Item> warm = Arrays.stream(rows).mapToObj(byRow::get).toList();
    ColdItems items = ColdItems.fit(warm, ColdItems.Shape.DEFAULTS, workers, progress);
    return new ColdModel(items, rows, unit(items, rows, taken));
  }

  private static float unit(ColdItems items, int[] rows, Interactions taken) {
    double squares = 0;
    long count = 0;
    int step = Math.max(1, taken.users() / JUDGES);
    for (int user = 0; user < taken.users(); user += step) {
      int[] places =
          IntStream.range(taken.userStart(user), taken.userStart(user + 1))
              .map(entry -> Arrays.binarySearch(rows, taken.item(entry)))
              .filter(place -> place >= 0)
              .toArray();
      for (int item = 0; places.length > 1 && item < rows.length; item++) {
        double sum = 0;
        for (int place : places) {
          sum += items.shareWithout(place, item);
        }
        squares += sum * sum;
        count++;
      }
    }
    return squares > 0 ? (float) Math.sqrt(squares / count) : 1;
  }

  /** How many items were learned from. */
  public int size() {
    return rows.length;
  }

  /** What each warm item says of another item, for {@link #score} and {@link #cause}. */
  public float[] shares(Item item) {
    return items.shares(item);
  }

  /** How well an item fits a history, by its shares; at least 0. */
  public float score(History history, float[] shares) {
    float sum = 0;
    for (int at = 0; at < history.size(); at++) {
      sum += share(history, at, shares);
    }
    return Math.max(0, sum / unit);
  }

  /** The row of a history that speaks loudest for an item; empty when none does. */
  public OptionalInt cause(History history, float[] shares) {
    int loudest = -1;
    float most = 0;
    for (int at = 0; at < history.size(); at++) {
      float share = share(history, at, shares);
      if (share > most) {
        most = share;
        loudest = history.row(at);
      }
    }
    return loudest < 0 ? OptionalInt.empty() : OptionalInt.of(loudest);
  }

  private float share(History history, int at, float[] shares) {
    int place = Arrays.binarySearch(rows, history.row(at));
    return place < 0 ? 0 : history.weight(at) * shares[place];
  }

  /** The model as named segments; the items' texts are not in it. */
  public Map<String, MemorySegment> segments() {
    return Map.of(
        NAME,
        new SegmentWriter(KIND, VERSION).ints(rows).real(unit).finish(),
        REGRESSION,
        items.segment());
  }

  /**
   * Which rows were learned from, ascending: their items are wanted by {@link #from}. None where
   * nothing was written.
   *
   * @throws io.zhixun.ranking.persist.SegmentException when it makes no sense
   */
  public static int[] rows(Function<String, MemorySegment> source) {
    return source.apply(NAME) == null
        ? new int[0]
        : SegmentReader.open(source, NAME, KIND, VERSION).ints("rows", Integer.MAX_VALUE);
  }

  /**
   * Reads a model.
   *
   * @param warm the items of {@link #rows}, in that order
   */
  public static ColdModel from(Function<String, MemorySegment> source, List<Item> warm) {
    SegmentReader in = SegmentReader.open(source, NAME, KIND, VERSION);
    int[] rows = in.ints("rows", Integer.MAX_VALUE);
    double unit = in.real("unit");
    in.require(unit > 0, "the unit must be > 0, got " + unit);
    in.end();
    return new ColdModel(ColdItems.from(source, REGRESSION, warm), rows, (float) unit);
  }
}
