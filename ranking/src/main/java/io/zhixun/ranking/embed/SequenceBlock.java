package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.MatrixProduct;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.math.Workers;
import java.util.Arrays;

/**
 * One step of {@link SequenceTrainer}: a block of places against all items.
 *
 * <p>Loops, each over rows that only one thread writes to: the block's vectors, probabilities and
 * gradients (X, P − Y, (P − Y)·B); the gradients of the items as targets ((P − Y)ᵀ·X) and their
 * step; those of the items as sources, summed in the order of places, and theirs. Shapes: T places,
 * n items, d dimensions. All memory is allocated once; rows of P have an odd number of cache lines,
 * so that a column of it does not fall into the same few sets of the cache.
 */
final class SequenceBlock {
  private static final int PLACES_A_TASK = 32;
  private static final int ITEMS_A_TASK = 64;
  private static final int SOURCE_TASKS = 16;
  private static final int LINE = 16; // floats
  private static final int NOISE_BITS = 16;
  private static final long DRAW = 1L << 62; // sets the noise of the sample apart

  private final Places places;
  private final AdamRows sources; // A
  private final AdamRows targets; // B
  private final SampledItems sample;
  private final int dimensions;
  private final int kept; // of 2¹⁶
  private final float keptScale;

  private final Matrix target; // B of the sample, [N × d]
  private final Matrix targetTurned; // [d × N]
  private final Matrix learner; // X, [T × d]
  private final Matrix mask; // [T × d]: 0 or what is kept is multiplied by
  private final Matrix softmax; // P − Y, [T × N]
  private final Matrix learnerGradient; // [T × d]
  private final Matrix targetGradient; // [N × d]
  private final Matrix sourceGradient; // [n × d]
  private final MatrixProduct scores;
  private final MatrixProduct pullBack;
  private final MatrixProduct pushBack;
  private final int[] stamps; // of the step that an item was last a source in
  private final int[][] touched; // [tasks × items of the task]
  private int stamp;

  private int from;
  private int size;

  SequenceBlock(
      Places places,
      SequenceSettings settings,
      AdamRows sources,
      AdamRows targets,
      SampledItems sample) {
    this.places = places;
    this.sources = sources;
    this.targets = targets;
    this.sample = sample;
    this.dimensions = settings.dimensions();
    this.kept = (int) Math.round((1 - settings.dropout()) * (1 << NOISE_BITS));
    this.keptScale = (float) (1 / (1 - settings.dropout()));
    int items = places.items();
    int rows = SequenceSettings.BLOCK;
    int wide = width(SampledItems.capacity(items, settings.candidates(), rows));
    this.target = new Matrix(wide, dimensions);
    this.targetTurned = new Matrix(dimensions, wide);
    this.learner = new Matrix(rows, dimensions);
    this.mask = new Matrix(rows, dimensions);
    this.softmax = new Matrix(rows, wide);
    this.learnerGradient = new Matrix(rows, dimensions);
    this.targetGradient = new Matrix(wide, dimensions);
    this.sourceGradient = new Matrix(items, dimensions);
    this.scores = MatrixProduct.of(learner, targetTurned, softmax);
    this.pullBack = MatrixProduct.of(softmax, target, learnerGradient);
    this.pushBack = MatrixProduct.ofTransposed(softmax, learner, targetGradient);
    this.stamps = new int[items];
    this.touched = new int[SOURCE_TASKS][items / SOURCE_TASKS + 1];
  }

  private static int width(int capacity) {
    int padded = Matrix.padded(capacity);
    return padded / LINE % 2 == 1 ? padded : padded + LINE;
  }

  static long memoryNeeded(int items, SequenceSettings settings) {
    int rows = SequenceSettings.BLOCK;
    long wide = width(SampledItems.capacity(items, settings.candidates(), rows));
    long across = Matrix.padded(settings.dimensions());
    return Float.BYTES * (3 * wide * across + rows * (wide + 3 * across) + items * (across + 7));
  }

  /**
   * Takes one step against the places {@code first .. first + count − 1} of the present order.
   *
   * @param noise differs from step to step
   */
  void train(int first, int count, float rate, long noise, Workers workers) {
    from = first;
    size = count;
    stamp++;
    sample.draw(noise ^ DRAW);
    for (int row = 0; row < count; row++) {
      sample.include(places.item(places.entry(first + row)));
    }
    int columnTasks = (sample.size() + ITEMS_A_TASK - 1) / ITEMS_A_TASK;
    workers.forEach(columnTasks, (task, _) -> gather(task * ITEMS_A_TASK, lastColumn(task)));
    workers.forEach(
        (count + PLACES_A_TASK - 1) / PLACES_A_TASK,
        (task, _) ->
            predict(task * PLACES_A_TASK, Math.min(count, (task + 1) * PLACES_A_TASK), noise));
    workers.forEach(
        columnTasks, (task, _) -> trainTargets(task * ITEMS_A_TASK, lastColumn(task), rate));
    workers.forEach(SOURCE_TASKS, (task, _) -> trainSources(task, rate));
  }

  private int lastColumn(int task) {
    return Math.min(sample.size(), (task + 1) * ITEMS_A_TASK);
  }

  private void gather(int start, int end) {
    Vectors vectors = targets.parameters();
    for (int column = start; column < end; column++) {
      int offset = vectors.offset(sample.item(column));
      System.arraycopy(vectors.data(), offset, target.data(), target.offset(column), dimensions);
    }
    targetTurned.setTransposed(target, start, end);
  }

  private void predict(int start, int end, long noise) {
    for (int row = start; row < end; row++) {
      compose(row, noise);
    }
    scores.runColumns(start, end, sample.size());
    for (int row = start; row < end; row++) {
      soften(row);
    }
    pullBack.run(start, end, sample.size(), 0);
    for (int row = start; row < end; row++) {
      Simd.multiply(
          learnerGradient.data(),
          learnerGradient.offset(row),
          mask.data(),
          mask.offset(row),
          dimensions);
    }
  }

  /** x = Σ k⁻¹ w A, some of its numbers left out. */
  private void compose(int row, long noise) {
    int entry = places.entry(from + row);
    int to = learner.offset(row);
    float[] data = learner.data();
    Vectors vectors = sources.parameters();
    Arrays.fill(data, to, to + dimensions, 0);
    for (int age = 1; age <= places.reach(entry); age++) {
      int earlier = entry - age;
      int offset = vectors.offset(places.item(earlier));
      Simd.addScaled(data, to, places.weight(earlier) / age, vectors.data(), offset, dimensions);
    }
    int at = mask.offset(row);
    for (int i = 0; i < dimensions; i++) {
      long bits = Noise.bits(noise, (long) row * dimensions + i) & ((1 << NOISE_BITS) - 1);
      mask.data()[at + i] = bits < kept ? keptScale : 0;
    }
    Simd.multiply(data, to, mask.data(), at, dimensions);
  }

  /** Turns a row of X·B into w (P − Y). What is to be found counts once and for certain. */
  private void soften(int row) {
    int entry = places.entry(from + row);
    int start = softmax.offset(row);
    int found = start + sample.column(places.item(entry));
    float[] data = softmax.data();
    int count = sample.size();
    float wanted = data[found] + sample.bias(places.item(entry));
    Simd.addScaled(data, start, 1, sample.drawnBias(), 0, count);
    data[found] = wanted;
    float sum = Simd.exp(data, start, count, -Simd.max(data, start, count));
    float weight = places.weight(entry);
    Simd.scale(data, start, count, weight / sum);
    data[found] -= weight;
  }

  private void trainTargets(int start, int end, float rate) {
    pushBack.run(start, end, size, 0);
    for (int column = start; column < end; column++) {
      int gradient = targetGradient.offset(column);
      targets.step(sample.item(column), rate, targetGradient.data(), gradient);
    }
  }

  /** The items whose number leaves the remainder {@code task}. */
  private void trainSources(int task, float rate) {
    int found = 0;
    float[] data = sourceGradient.data();
    for (int row = 0; row < size; row++) {
      int entry = places.entry(from + row);
      for (int age = 1; age <= places.reach(entry); age++) {
        int item = places.item(entry - age);
        if (item % SOURCE_TASKS == task) {
          int to = sourceGradient.offset(item);
          if (stamps[item] != stamp) {
            stamps[item] = stamp;
            touched[task][found++] = item;
            Arrays.fill(data, to, to + dimensions, 0);
          }
          float factor = places.weight(entry - age) / age;
          int gradient = learnerGradient.offset(row);
          Simd.addScaled(data, to, factor, learnerGradient.data(), gradient, dimensions);
        }
      }
    }
    for (int at = 0; at < found; at++) {
      sources.step(touched[task][at], rate, data, sourceGradient.offset(touched[task][at]));
    }
  }
}
