package io.zhixun.ranking.rating;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Who gave what how many stars: entries of (learner row, item row, value) in the order in which
 * they were added. The same pair may come more than once; each time counts.
 */
public final class Ratings {
  private final Shape shape;
  private int size;
  private int[] users = new int[16];
  private int[] items = new int[16];
  private float[] values = new float[16];

  /**
   * What rows and values there may be.
   *
   * @param users learner rows are below it
   * @param items item rows are below it
   * @param low the fewest stars
   * @param high the most
   */
  public record Shape(int users, int items, double low, double high) {
    public Shape {
      if (users < 0 || items < 0) {
        throw new IllegalArgumentException(
            "users and items must be >= 0, got " + users + " and " + items);
      }
      if (!(low < high && Double.isFinite(high - low))) {
        throw new IllegalArgumentException(
            "the scale must go from less to more, got " + low + ".." + high);
      }
    }

    double half() {
      return (high - low) / 2;
    }

    double clamped(double value) {
      return Math.clamp(value, low, high);
    }
  }

  public Ratings(Shape shape) {
    this.shape = shape;
  }

  /** Adds an entry; rows may be {@link RatingModel#UNKNOWN} where nothing is learned from it. */
  public void add(int user, int item, double value) {
    if (user < RatingModel.UNKNOWN || user >= shape.users()) {
      throw new IllegalArgumentException(
          "user must be -1.." + (shape.users() - 1) + ", got " + user);
    }
    if (item < RatingModel.UNKNOWN || item >= shape.items()) {
      throw new IllegalArgumentException(
          "item must be -1.." + (shape.items() - 1) + ", got " + item);
    }
    if (!(value >= shape.low() && value <= shape.high())) {
      throw new IllegalArgumentException(
          "a rating must be " + shape.low() + ".." + shape.high() + ", got " + value);
    }
    if (size == values.length) {
      users = Arrays.copyOf(users, 2 * size);
      items = Arrays.copyOf(items, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    users[size] = user;
    items[size] = item;
    values[size++] = (float) value;
  }

  /** The entries that are wanted, in their order, with the same rows. */
  public Ratings filter(IntPredicate wanted) {
    Ratings some = new Ratings(shape);
    for (int entry = 0; entry < size; entry++) {
      if (wanted.test(entry)) {
        some.add(users[entry], items[entry], values[entry]);
      }
    }
    return some;
  }

  public Shape shape() {
    return shape;
  }

  public int size() {
    return size;
  }

  public int user(int entry) {
    return users[entry];
  }

  public int item(int entry) {
    return items[entry];
  }

  public double value(int entry) {
    return values[entry];
  }

  /** The mean value; the middle of the scale where there is none. */
  public double mean() {
    double sum = 0;
    for (int entry = 0; entry < size; entry++) {
      sum += values[entry];
    }
    return size == 0 ? (shape.low() + shape.high()) / 2 : sum / size;
  }
}
