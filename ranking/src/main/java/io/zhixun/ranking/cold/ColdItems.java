package io.zhixun.ranking.cold;

import io.zhixun.corpus.Item;
import io.zhixun.ranking.math.Inverse;
import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Workers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Behaviour that items would have, by kernel ridge regression from what is written about them to
 * the behaviour of items that have some (W warm, C cold items):
 *
 * <pre>
 *   A = (K_ww + λ I)⁻¹ K_wc   [W × C]
 *   s(u, c) = Σ_{i ∈ u} w_i A_ic
 *   K(i, j) = a · cos(text) + b · [a category in common] + b · [an author in common] + 1
 * </pre>
 *
 * so that a learner's items speak for a cold one together, not each alone as in a sum of
 * similarities. Cost: W³ multiply-adds and one dense matrix of W × W floats, once; W² for each cold
 * item.
 */
public final class ColdItems {
  private static final int ITEMS_A_TASK = 8;

  private final Matrix shares; // [C × W], A turned

  private ColdItems(Matrix shares) {
    this.shares = shares;
  }

  /**
   * The kernel.
   *
   * @param text a
   * @param facts b
   * @param ridge λ
   */
  public record Kernel(double text, double facts, double ridge) {
    public static final Kernel DEFAULTS = new Kernel(2.5, 0.4, 50);

    public Kernel {
      if (!(text >= 0 && facts >= 0 && ridge > 0)) {
        throw new IllegalArgumentException(
            String.format(
                "text and facts must be >= 0 and ridge > 0, got %s, %s and %s",
                text, facts, ridge));
      }
    }
  }

  /** Learns from {@code warm} what {@code cold} would get; the rows are places in these lists. */
  public static ColdItems fit(
      List<Item> warm, List<Item> cold, Kernel kernel, Workers workers, Progress progress) {
    Pairs pairs = new Pairs(warm, cold, kernel);
    Matrix inverse = new Matrix(warm.size(), Math.max(1, warm.size()));
    forRows(
        warm.size(),
        workers,
        row -> {
          for (int other = 0; other < warm.size(); other++) {
            inverse.data()[inverse.offset(row) + other] = pairs.kernel(row, other);
          }
          inverse.data()[inverse.offset(row) + row] += (float) kernel.ridge();
        });
    if (!warm.isEmpty()) {
      Inverse.inPlace(inverse, workers, progress);
    }
    Matrix shares = new Matrix(cold.size(), Math.max(1, warm.size()));
    forRows(
        cold.size(),
        workers,
        row -> {
          for (int other = 0; other < warm.size(); other++) {
            float like = pairs.kernel(warm.size() + row, other);
            Simd.addScaled(
                shares.data(),
                shares.offset(row),
                like,
                inverse.data(),
                inverse.offset(other),
                warm.size());
          }
        });
    return new ColdItems(shares);
  }

  private static void forRows(int rows, Workers workers, java.util.function.IntConsumer body) {
    workers.forEach(
        (rows + ITEMS_A_TASK - 1) / ITEMS_A_TASK,
        (task, _) -> {
          int end = Math.min(rows, (task + 1) * ITEMS_A_TASK);
          for (int row = task * ITEMS_A_TASK; row < end; row++) {
            body.accept(row);
          }
        });
  }

  /** How many cold items there are. */
  public int size() {
    return shares.rows();
  }

  /**
   * How well a cold item fits somebody.
   *
   * @param history rows of warm items
   * @param weights beside them
   */
  public float score(int[] history, float[] weights, int cold) {
    float sum = 0;
    for (int at = 0; at < history.length; at++) {
      sum += weights[at] * shares.data()[shares.offset(cold) + history[at]];
    }
    return sum;
  }

  /** What is compared of all items, the warm ones first. */
  private static final class Pairs {
    private final BigramVectors texts;
    private final List<Set<String>> categories;
    private final List<Set<String>> authors;
    private final Kernel kernel;

    Pairs(List<Item> warm, List<Item> cold, Kernel kernel) {
      List<Item> all = java.util.stream.Stream.concat(warm.stream(), cold.stream()).toList();
      this.texts = new BigramVectors(all.stream().map(Pairs::text).toList());
      this.categories = all.stream().map(item -> Set.copyOf(item.text().category())).toList();
      this.authors = all.stream().map(item -> Set.copyOf(item.text().authors())).toList();
      this.kernel = kernel;
    }

    private static String text(Item item) {
      StringBuilder text = new StringBuilder(item.text().summary().orElse(""));
      if (text.indexOf(item.text().title()) < 0) {
        text.append('\n').append(item.text().title());
      }
      item.text().subtitle().ifPresent(subtitle -> text.append('\n').append(subtitle));
      item.text().outline().forEach(chapter -> text.append('\n').append(chapter));
      item.text().tags().forEach(tag -> text.append('\n').append(tag));
      return text.toString();
    }

    float kernel(int one, int other) {
      double facts =
          meet(categories.get(one), categories.get(other))
              + meet(authors.get(one), authors.get(other));
      return (float) (kernel.text() * texts.cosine(one, other) + kernel.facts() * facts + 1);
    }

    private static int meet(Set<String> some, Set<String> others) {
      Set<String> common = new HashSet<>(some);
      common.retainAll(others);
      return common.isEmpty() ? 0 : 1;
    }
  }
}
