package io.zhixun.ranking.cold;

import io.zhixun.corpus.Item;
import io.zhixun.ranking.math.Inverse;
import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Function;

/**
 * Behaviour that an item would have, by kernel ridge regression from what is written about it to
 * the behaviour of W warm items, which have some:
 *
 * <pre>
 *   A_c = (K_ww + λ I)⁻¹ K_wc   [W]
 *   s(u, c) = Σ_{i ∈ u} w_i A_ic
 *   K(i, j) = a · cos(text) + b · [a category in common] + b · [an author in common] + 1
 * </pre>
 *
 * so that a learner's items speak for a cold one together, not each alone as in a sum of
 * similarities. Cost: W³ multiply-adds once, one dense matrix of W × W floats, and W² multiply-adds
 * for each cold item. Immutable and safe for many threads.
 */
public final class ColdItems {
  private static final String KIND = "cold items";
  private static final int VERSION = 1;
  private static final int ITEMS_A_TASK = 8;

  private final Shape shape;
  private final Kernel kernel;
  private final Matrix inverse; // [W × W]

  private ColdItems(Shape shape, Kernel kernel, Matrix inverse) {
    this.shape = shape;
    this.kernel = kernel;
    this.inverse = inverse;
  }

  /**
   * The shape of the kernel.
   *
   * @param text a
   * @param facts b
   * @param ridge λ
   */
  public record Shape(double text, double facts, double ridge) {
    public static final Shape DEFAULTS = new Shape(2.5, 0.4, 50);

    public Shape {
      if (!(text >= 0 && facts >= 0 && ridge > 0)) {
        throw new IllegalArgumentException(
            String.format(
                "text and facts must be >= 0 and ridge > 0, got %s, %s and %s",
                text, facts, ridge));
      }
    }
  }

  /** Learns from warm items; their places in the list are what histories are told in. */
  public static ColdItems fit(List<Item> warm, Shape shape, Workers workers, Progress progress) {
    Kernel kernel = new Kernel(warm, shape);
    int size = warm.size();
    Matrix inverse = new Matrix(size, Math.max(1, size));
    workers.forEach(
        (size + ITEMS_A_TASK - 1) / ITEMS_A_TASK,
        (task, _) -> {
          int end = Math.min(size, (task + 1) * ITEMS_A_TASK);
          for (int row = task * ITEMS_A_TASK; row < end; row++) {
            float[] like = kernel.with(warm.get(row));
            System.arraycopy(like, 0, inverse.data(), inverse.offset(row), size);
            inverse.data()[inverse.offset(row) + row] += (float) shape.ridge();
          }
        });
    if (size > 0) {
      Inverse.inPlace(inverse, workers, progress);
    }
    return new ColdItems(shape, kernel, inverse);
  }

  /** How many warm items there are. */
  public int size() {
    return inverse.rows();
  }

  /** What each warm item says of an item nobody took, beside the warm items. */
  public float[] shares(Item cold) {
    float[] like = kernel.with(cold);
    float[] shares = new float[size()];
    for (int row = 0; row < size(); row++) {
      Simd.addScaled(shares, 0, like[row], inverse.data(), inverse.offset(row), size());
    }
    return shares;
  }

  /**
   * What another warm item would say of a warm one if nobody had taken that: −M_ic / M_cc with M
   * the inverse above, which is what leaving it out of the regression comes to.
   */
  public float shareWithout(int history, int item) {
    float own = inverse.data()[inverse.offset(item) + item];
    return history == item || own == 0 ? 0 : -inverse.data()[inverse.offset(item) + history] / own;
  }

  /** What was learned; the items are not in it. */
  public MemorySegment segment() {
    SegmentWriter out =
        new SegmentWriter(KIND, VERSION)
            .real(shape.text())
            .real(shape.facts())
            .real(shape.ridge())
            .number(size());
    return out.floats(inverse.data()).finish();
  }

  /**
   * Reads what was learned back.
   *
   * @param warm the same items in the same order as in {@link #fit}
   * @throws io.zhixun.ranking.persist.SegmentException when it is missing or makes no sense
   */
  public static ColdItems from(
      Function<String, MemorySegment> source, String name, List<Item> warm) {
    SegmentReader in = SegmentReader.open(source, name, KIND, VERSION);
    double text = in.real("text");
    double facts = in.real("facts");
    double ridge = in.real("ridge");
    in.require(text >= 0 && facts >= 0 && ridge > 0, "the kernel must have a shape");
    Shape shape = new Shape(text, facts, ridge);
    int size = in.number("items", 0, Integer.MAX_VALUE);
    in.require(size == warm.size(), "must be of " + warm.size() + " items, is of " + size);
    Matrix inverse = new Matrix(size, Math.max(1, size));
    float[] floats = in.floats("inverse", inverse.data().length);
    System.arraycopy(floats, 0, inverse.data(), 0, floats.length);
    in.end();
    return new ColdItems(shape, new Kernel(warm, shape), inverse);
  }
}
