package io.zhixun.ranking.recipe;

import io.zhixun.ranking.embed.Gram;
import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.math.Vectors;
import java.util.BitSet;

/**
 * How near each item is to the learner in a {@link Space}.
 *
 * <p>Scores are divided by their root mean square over all n items without visiting them. A linear
 * reading has it exactly: √(xᵀ G x / n) with G = Σ y yᵀ. Of a sharpened one the few nearest items
 * make up nearly all: the {@value #NEAREST} that the index finds are summed.
 */
final class EmbeddingPart implements Part {
  static final int NEAREST = 64;

  private final Space space;
  private final Reading reading;
  private final float[] degrees;
  private final float[] bias; // c · ln d of each item
  private final Matrix meanProducts; // G / n

  /**
   * Wraps a space.
   *
   * @param degrees of the items, {@code [items]}, for readings that look at popularity
   */
  EmbeddingPart(Space space, Reading reading, float[] degrees) {
    this.space = space;
    this.reading = reading;
    this.degrees = degrees;
    Vectors items = space.items().vectors();
    this.bias = new float[items.rows()];
    switch (reading) {
      case Reading.Linear _ -> this.meanProducts = Gram.of(items, 1.0 / Math.max(1, items.rows()));
      case Reading.Sharpened sharpened -> {
        this.meanProducts = new Matrix(0, 1);
        for (int item = 0; item < bias.length; item++) {
          bias[item] =
              (float) (sharpened.popularity() * StrictMath.log(Math.max(1, degrees[item])));
        }
      }
    }
  }

  Space space() {
    return space;
  }

  Reading reading() {
    return reading;
  }

  float[] degrees() {
    return degrees;
  }

  @Override
  public Prepared prepare(History history) {
    return history.once(this, Read.class, () -> read(space.learner(history)));
  }

  private Read read(float[] learner) {
    return switch (reading) {
      case Reading.Linear _ -> linear(learner);
      case Reading.Sharpened sharpened -> sharpened(learner, sharpened);
    };
  }

  private Read linear(float[] learner) {
    double meanSquare = Gram.quadratic(meanProducts, learner);
    return new Read(learner, meanSquare > 0 ? (float) (1 / Math.sqrt(meanSquare)) : 0) {
      @Override
      float raw(int row) {
        return product(row, 0, learner.length);
      }
    };
  }

  private Read sharpened(float[] learner, Reading.Sharpened how) {
    int width = learner.length / how.members();
    float factor = (float) (how.members() / how.temperature());
    float shift = (float) (-1 / how.temperature());
    Read unscaled =
        new Read(learner, 1) {
          @Override
          float raw(int row) {
            float sum = 0;
            for (int from = 0; from < learner.length; from += width) {
              sum += Simd.exp(Math.fma(factor, product(row, from, width), shift + bias[row]));
            }
            return sum;
          }
        };
    unscaled.scaleByNearest();
    return unscaled;
  }

  /** A learner taken in. Immutable once its scale is known; borrows nothing. */
  private abstract class Read implements Prepared {
    private final float[] learner;
    private final boolean known;
    private float scale;

    Read(float[] learner, float scale) {
      this.learner = learner;
      this.known = Simd.norm(learner, 0, learner.length) > 0;
      this.scale = scale;
    }

    /** The score before division, of a learner who has a vector. */
    abstract float raw(int row);

    final float product(int row, int from, int length) {
      Vectors items = space.items().vectors();
      return Simd.dot(learner, from, items.data(), items.offset(row) + from, length);
    }

    final void scaleByNearest() {
      double squares = 0;
      if (known) {
        ScoredRows nearest = space.items().nearest(learner, NEAREST);
        for (int rank = 0; rank < nearest.size(); rank++) {
          float score = raw(nearest.row(rank));
          squares += (double) score * score;
        }
      }
      scale = squares > 0 ? (float) Math.sqrt(bias.length / squares) : 0;
    }

    @Override
    public float score(int row) {
      return scale == 0 ? 0 : scale * raw(row);
    }

    @Override
    public ScoredRows best(int k, BitSet excluded) {
      if (k == 0 || !known) {
        return ScoredRows.NONE;
      }
      int out = excluded.cardinality();
      ScoredRows nearest = space.items().nearest(learner, k + out).without(excluded).first(k);
      TopRows best = new TopRows(nearest.size());
      for (int rank = 0; rank < nearest.size(); rank++) {
        float score = score(nearest.row(rank));
        if (score > 0) {
          best.offer(nearest.row(rank), score);
        }
      }
      return best.drain();
    }

    @Override
    public void close() {
      // Nothing is borrowed.
    }
  }
}
