package io.zhixun.ranking.rating;

import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Simd;

/**
 * Learns the classic rating model: a rating is the cosine of a learner's and an item's vector,
 * mapped to the scale, {@code r(u, i) = low + (1 + cos(x_u, y_i)) · (high − low) / 2}, fitted by
 * squared error with Adam on batches.
 *
 * <p>The loss is {@code Σ (r(u, i) − r_ui)² + λ (Σ ‖x_u − x‖² + Σ ‖y_i − y‖²)} with x and y the
 * vectors that all learners and all items share. A learner or item without ratings is predicted by
 * the shared vector. One thread: the same seed gives the same model.
 */
public final class RatingTrainer {
  private final RatingSettings settings;

  public RatingTrainer(RatingSettings settings) {
    this.settings = settings;
  }

  /**
   * Learns from ratings, at least one.
   *
   * @throws java.util.concurrent.CancellationException when {@code progress} asks for it
   */
  public RatingModel train(Ratings train, Progress progress) {
    if (train.size() == 0) {
      throw new IllegalArgumentException("ratings must be at least 1, got 0");
    }
    int dimensions = settings.dimensions();
    Fit fit =
        new Fit(
            train.shape(),
            settings,
            new Side(train.shape().users(), dimensions, settings.seed(), 1),
            new Side(train.shape().items(), dimensions, settings.seed(), 2));
    for (int entry = 0; entry < train.size(); entry++) {
      fit.users.count(train.user(entry));
      fit.items.count(train.item(entry));
    }
    int batch = settings.batch();
    long steps = (long) settings.epochs() * ((train.size() + batch - 1) / batch);
    long step = 0;
    int[] order = new int[train.size()];
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      progress.at("ratings", (double) epoch / settings.epochs());
      shuffle(order, Noise.bits(settings.seed(), -1L - epoch));
      for (int from = 0; from < order.length; from += batch) {
        int to = Math.min(from + batch, order.length);
        for (int at = from; at < to; at++) {
          fit.learn(train, order[at], to - from);
        }
        float rate = (float) (settings.rate() * (1 - (double) step++ / steps));
        fit.users.step(rate);
        fit.items.step(rate);
      }
    }
    progress.at("ratings", 1);
    return fit;
  }

  /** 0 .. length − 1 in an order in which each is equally likely (Fisher and Yates). */
  private static void shuffle(int[] order, long seed) {
    for (int i = 0; i < order.length; i++) {
      int j = Noise.below(seed, i, i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }

  /** The vectors of both sides while they are learned, and afterwards. */
  private static final class Fit implements RatingModel {
    private final Ratings.Shape shape;
    private final RatingSettings settings;
    private final Side users;
    private final Side items;
    private final float[] user; // scratch of learning
    private final float[] item;

    Fit(Ratings.Shape shape, RatingSettings settings, Side users, Side items) {
      this.shape = shape;
      this.settings = settings;
      this.users = users;
      this.items = items;
      this.user = new float[settings.dimensions()];
      this.item = new float[settings.dimensions()];
    }

    @Override
    public double predict(int userRow, int itemRow) {
      float[] x = new float[settings.dimensions()];
      float[] y = new float[settings.dimensions()];
      users.read(userRow, x);
      items.read(itemRow, y);
      Simd.normalise(x, 0, x.length);
      Simd.normalise(y, 0, y.length);
      return shape.clamped(shape.low() + (1 + Simd.dot(x, y)) * shape.half());
    }

    /** Adds one rating's part of the mean gradient of a batch. */
    void learn(Ratings train, int entry, int batch) {
      int userRow = train.user(entry);
      int itemRow = train.item(entry);
      users.read(userRow, user);
      items.read(itemRow, item);
      float userNorm = Simd.normalise(user, 0, user.length);
      float itemNorm = Simd.normalise(item, 0, item.length);
      float cosine = Simd.dot(user, item);
      double error = shape.low() + (1 + cosine) * shape.half() - train.value(entry);
      // d cos / d x_u = (y/‖y‖ − cos · x/‖x‖) / ‖x‖, and the same the other way round
      float slope = (float) (2 * error * shape.half() / batch);
      float ofUser = slope / Math.max(userNorm, 1e-6f);
      float ofItem = slope / Math.max(itemNorm, 1e-6f);
      users.add(userRow, ofUser, item);
      users.add(userRow, -ofUser * cosine, user);
      items.add(itemRow, ofItem, user);
      items.add(itemRow, -ofItem * cosine, item);
      float pull = (float) (2 * settings.pull() / batch);
      users.draw(userRow, pull);
      items.draw(itemRow, pull);
    }
  }
}
