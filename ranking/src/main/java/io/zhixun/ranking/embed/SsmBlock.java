package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.MatrixProduct;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.math.Workers;

/**
 * One step of {@link SsmTrainer}: a block of users against shared negatives.
 *
 * <p>Three loops, each over rows that only one thread writes to, with nothing else changing
 * meanwhile: the negatives are gathered; each user's vector, softmax and gradient are computed;
 * each item touched sums its gradients in the order of users and takes its step. Shapes: B users, N
 * negatives, d dimensions. All memory is allocated once.
 */
final class SsmBlock {
  private static final int ROWS_A_TASK = 16;

  private final Interactions all;
  private final Pooling pooling;
  private final AdamRows own;
  private final AdamRows items;
  private final float temperature;
  private final long seed;
  private final int dimensions;

  private final int[] candidates; // items that may be drawn
  private final int[] drawn; // [N]
  private final Matrix negatives; // [N × d] unit
  private final Matrix negativesTurned; // [d × N]
  private final Matrix users; // [B × d] unit
  private final Matrix softmax; // [B × N]
  private final Matrix userGradients; // [B × d] of the unit vectors, then of x
  private final Matrix negativeGradients; // [N × d] of the unit vectors
  private final MatrixProduct scores;
  private final MatrixProduct pullBack;
  private final MatrixProduct pushBack;
  private final TouchedItems touched;
  private final float[] lengths; // of the items' vectors

  private int[] blockUsers = new int[0];
  private int blockFrom;
  private int blockSize;

  /**
   * The size of a step and which negatives to draw.
   *
   * @param draw differs from step to step
   */
  record Step(float userRate, float itemRate, long draw) {}

  SsmBlock(Interactions all, SsmSettings settings, Pooling pooling, AdamRows own, AdamRows items) {
    this.all = all;
    this.pooling = pooling;
    this.own = own;
    this.items = items;
    this.temperature = (float) settings.temperature();
    this.seed = settings.seed() + 4;
    this.dimensions = settings.dimensions();
    this.candidates = withEntries(all);
    int negativeCount = settings.negatives(candidates.length);
    int size = settings.block(all.users());
    this.drawn = new int[negativeCount];
    this.negatives = new Matrix(negativeCount, dimensions);
    this.negativesTurned = new Matrix(dimensions, negativeCount);
    this.users = new Matrix(size, dimensions);
    this.softmax = new Matrix(size, negativeCount);
    this.userGradients = new Matrix(size, dimensions);
    this.negativeGradients = new Matrix(negativeCount, dimensions);
    this.scores = MatrixProduct.of(users, negativesTurned, softmax);
    this.pullBack = MatrixProduct.of(softmax, negatives, userGradients);
    this.pushBack = MatrixProduct.ofTransposed(softmax, users, negativeGradients);
    this.touched = new TouchedItems(all);
    this.lengths = new float[all.items()];
    for (int item : candidates) {
      lengths[item] = length(item);
    }
  }

  private float length(int item) {
    return Simd.norm(items.parameters().data(), items.parameters().offset(item), dimensions);
  }

  private static int[] withEntries(Interactions all) {
    int[] items = new int[all.items()];
    int count = 0;
    for (int item = 0; item < items.length; item++) {
      if (all.itemDegree(item) > 0) {
        items[count++] = item;
      }
    }
    return java.util.Arrays.copyOf(items, count);
  }

  /** Trains {@code order[from .. from + count − 1]}, at most as many as a block has. */
  void train(int[] order, int from, int count, Step step, Workers workers) {
    blockUsers = order;
    blockFrom = from;
    blockSize = count;
    int negativeTasks = tasks(drawn.length);
    workers.forEach(negativeTasks, (task, _) -> gather(task, step.draw()));
    workers.forEach(tasks(count), (task, _) -> trainUsers(task, step.userRate()));
    workers.forEach(
        negativeTasks,
        (task, _) -> pushBack.run(first(task), last(task, drawn.length), blockSize, 0));
    touched.collect(blockUsers, blockFrom, blockSize, drawn);
    workers.forEach(
        tasks(touched.size()),
        (task, _) -> {
          float[] gradient = new float[2 * dimensions];
          for (int slot = first(task); slot < last(task, touched.size()); slot++) {
            trainItem(slot, step.itemRate(), gradient);
          }
        });
  }

  private static int tasks(int rows) {
    return (rows + ROWS_A_TASK - 1) / ROWS_A_TASK;
  }

  private static int first(int task) {
    return task * ROWS_A_TASK;
  }

  private static int last(int task, int rows) {
    return Math.min(rows, (task + 1) * ROWS_A_TASK);
  }

  private void gather(int task, long draw) {
    Vectors vectors = items.parameters();
    for (int row = first(task); row < last(task, drawn.length); row++) {
      int item = candidates[Noise.below(seed + draw, row, candidates.length)];
      drawn[row] = item;
      int to = negatives.offset(row);
      System.arraycopy(vectors.data(), vectors.offset(item), negatives.data(), to, dimensions);
      Simd.scale(negatives.data(), to, dimensions, 1 / lengths[item]);
    }
    negativesTurned.setTransposed(negatives, first(task), last(task, drawn.length));
  }

  private void trainUsers(int task, float rate) {
    int end = last(task, blockSize);
    float[] lengths = new float[ROWS_A_TASK];
    for (int row = first(task); row < end; row++) {
      lengths[row - first(task)] = compose(row);
    }
    scores.run(first(task), end);
    for (int row = first(task); row < end; row++) {
      soften(row);
    }
    pullBack.run(first(task), end);
    for (int row = first(task); row < end; row++) {
      int user = blockUsers[blockFrom + row];
      finishGradient(row, user, lengths[row - first(task)]);
      own.step(user, rate, userGradients.data(), userGradients.offset(row));
    }
  }

  /** Puts x̂ of the user at {@code row} in place, and gives ‖x‖. */
  private float compose(int row) {
    int user = blockUsers[blockFrom + row];
    int to = users.offset(row);
    Vectors ownVectors = own.parameters();
    Vectors itemVectors = items.parameters();
    System.arraycopy(ownVectors.data(), ownVectors.offset(user), users.data(), to, dimensions);
    for (int entry = all.userStart(user); entry < all.userStart(user + 1); entry++) {
      Simd.addScaled(
          users.data(),
          to,
          pooling.coefficient(all, user, entry),
          itemVectors.data(),
          itemVectors.offset(all.item(entry)),
          dimensions);
    }
    return Simd.normalise(users.data(), to, dimensions);
  }

  /** Turns a row of cosines into n_u / τ · softmax. */
  private void soften(int row) {
    int from = softmax.offset(row);
    int count = drawn.length;
    float[] data = softmax.data();
    Simd.scale(data, from, count, 1 / temperature);
    float sum = Simd.exp(data, from, count, -1 / temperature);
    float weight = all.userWeight(blockUsers[blockFrom + row]);
    Simd.scale(data, from, count, weight / (temperature * sum));
  }

  /** Adds the pull of the user's items, and goes from the gradient of x̂ to that of x. */
  private void finishGradient(int row, int user, float length) {
    float[] gradient = userGradients.data();
    int at = userGradients.offset(row);
    Vectors vectors = items.parameters();
    for (int entry = all.userStart(user); entry < all.userStart(user + 1); entry++) {
      int item = all.item(entry);
      Simd.addScaled(
          gradient,
          at,
          -all.weight(entry) / (temperature * lengths[item]),
          vectors.data(),
          vectors.offset(item),
          dimensions);
    }
    toLength(gradient, at, users.data(), users.offset(row), length);
  }

  /** g ← (g − (g·û) û) / length: the gradient of u, given that of û = u / ‖u‖. */
  private void toLength(float[] gradient, int at, float[] unit, int unitAt, float length) {
    float along = Simd.dot(gradient, at, unit, unitAt, dimensions);
    Simd.addScaled(gradient, at, -along, unit, unitAt, dimensions);
    Simd.scale(gradient, at, dimensions, length > 0 ? 1 / length : 0);
  }

  /**
   * Sums an item's gradients and steps.
   *
   * @param scratch {@code [2 d]}: the gradient, and the item's unit vector
   */
  private void trainItem(int slot, float rate, float[] scratch) {
    int item = touched.item(slot);
    Vectors vectors = items.parameters();
    java.util.Arrays.fill(scratch, 0, dimensions, 0);
    System.arraycopy(vectors.data(), vectors.offset(item), scratch, dimensions, dimensions);
    Simd.scale(scratch, dimensions, dimensions, 1 / lengths[item]);
    for (int at = touched.drawnStart(slot); at < touched.drawnStart(slot + 1); at++) {
      int row = touched.drawnRow(at);
      Simd.addScaled(
          scratch, 0, 1, negativeGradients.data(), negativeGradients.offset(row), dimensions);
    }
    for (int at = touched.userStart(slot); at < touched.userStart(slot + 1); at++) {
      int row = touched.userRow(at);
      float pull = -all.weight(touched.entry(at)) / temperature;
      Simd.addScaled(scratch, 0, pull, users.data(), users.offset(row), dimensions);
    }
    toLength(scratch, 0, scratch, dimensions, lengths[item]);
    for (int at = touched.userStart(slot); at < touched.userStart(slot + 1); at++) {
      int row = touched.userRow(at);
      float factor = pooling.coefficient(all, blockUsers[blockFrom + row], touched.entry(at));
      Simd.addScaled(
          scratch, 0, factor, userGradients.data(), userGradients.offset(row), dimensions);
    }
    items.step(item, rate, scratch, 0);
    lengths[item] = length(item);
  }
}
