package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Noise;

/**
 * The items that a step compares with: each is drawn with probability π_j = min(1, c d_j), so the
 * frequent are always there, and is counted 1/π_j times, so that sums over the sample are right in
 * the mean. What the step has to find is added; for others it does not count.
 */
final class SampledItems {
  private static final double DEVIATIONS = 8;
  private static final double UNIT = 0x1p-53;
  private static final int ROUNDS = 60;

  /** What takes an item out of a softmax. */
  private static final float OUT = -1_000;

  private final float[] bias; // b_j
  private final double[] chances; // π_j
  private final float[] corrections; // −ln π_j
  private final int[] columns; // of an item in the present sample, valid where stamps say so
  private final int[] stamps;
  private int stamp;
  private final int[] drawn;
  private final float[] drawnBias; // b_j − ln π_j, or OUT
  private int size;

  SampledItems(double[] degrees, float[] bias, int wanted, int block) {
    this.bias = bias;
    int items = degrees.length;
    this.chances = chances(degrees, wanted);
    this.corrections = new float[items];
    for (int item = 0; item < items; item++) {
      corrections[item] = (float) -StrictMath.log(chances[item]);
    }
    this.columns = new int[items];
    this.stamps = new int[items];
    this.drawn = new int[capacity(items, wanted, block)];
    this.drawnBias = new float[drawn.length];
  }

  /** How many there can be. */
  static int capacity(int items, int wanted, int block) {
    return (int) Math.min(items, wanted + Math.ceil(DEVIATIONS * Math.sqrt(wanted)) + block);
  }

  private static double[] chances(double[] degrees, int wanted) {
    double[] chances = new double[degrees.length];
    double low = 0;
    double high = 1; // degrees are 1 or more: then everything is in
    for (int round = 0; round < ROUNDS; round++) {
      double factor = (low + high) / 2;
      double sum = 0;
      for (double degree : degrees) {
        sum += Math.min(1, factor * degree);
      }
      low = sum < wanted ? factor : low;
      high = sum < wanted ? high : factor;
    }
    for (int item = 0; item < chances.length; item++) {
      chances[item] = Math.min(1, high * degrees[item]);
    }
    return chances;
  }

  /** Draws anew; {@link #include} what has to be found afterwards. */
  void draw(long noise) {
    size = 0;
    stamp++;
    for (int item = 0; item < chances.length && size < drawn.length; item++) {
      if (chances[item] >= 1 || (Noise.bits(noise, item) >>> 11) * UNIT < chances[item]) {
        add(item, bias[item] + corrections[item]);
      }
    }
  }

  /** Makes sure that an item has a column. */
  void include(int item) {
    if (stamps[item] != stamp && size < drawn.length) {
      add(item, OUT);
    }
  }

  private void add(int item, float counted) {
    stamps[item] = stamp;
    columns[item] = size;
    drawn[size] = item;
    drawnBias[size++] = counted;
  }

  int size() {
    return size;
  }

  int item(int column) {
    return drawn[column];
  }

  int column(int item) {
    return columns[item];
  }

  float bias(int item) {
    return bias[item];
  }

  /** What is added to each column, {@code [size]}. */
  float[] drawnBias() {
    return drawnBias;
  }
}
