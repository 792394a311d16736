package io.zhixun.ranking.embed;

import io.zhixun.ranking.math.Cholesky;
import io.zhixun.ranking.math.Matrix;
import io.zhixun.ranking.math.MatrixProduct;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import java.util.Arrays;

/**
 * The system of {@link RidgeSystem} for a row with fewer entries than dimensions, where α0·YᵀY is
 * diagonal: of the size of the entries instead of the dimensions.
 *
 * <p>With D = α0·YᵀY + λ (Σ w_i + α0·n) I, a diagonal, and Z the entries' vectors times √w as rows
 * {@code [k × d]}, the matrix inversion lemma (Woodbury, "Inverting modified matrices", 1950) in
 * its form (D + ZᵀZ)⁻¹Zᵀ = D⁻¹Zᵀ (I + Z D⁻¹ Zᵀ)⁻¹ gives
 *
 * <pre>
 *   x = D⁻¹ Zᵀ t,   (I + Z D⁻¹ Zᵀ) t = √w
 * </pre>
 *
 * Cost: k²·d/2 + k³/6 multiply-adds where {@link RidgeSystem} takes k·d²/2 + d³/6. Reused from row
 * to row; not safe for two threads.
 */
final class ShortRow {
  private static final int BLOCK = 16;

  private final int dimensions;
  private final Matrix scaled; // Z D^(-1/2) [most x d]
  private final Matrix columns; // the same, transposed [d x most]
  private final Matrix products; // I + Z D⁻¹ Zᵀ [most x most]
  private final MatrixProduct multiply;
  private final float[] roots; // √w, then t
  private final float[] shrink; // D^(-1/2)
  private int entries;
  private double weightSum;

  ShortRow(int dimensions, int most) {
    this.dimensions = dimensions;
    this.scaled = new Matrix(most, dimensions);
    this.columns = new Matrix(dimensions, most);
    this.products = new Matrix(most, most);
    this.multiply = MatrixProduct.ofTransposed(columns, columns, products);
    this.roots = new float[most];
    this.shrink = new float[dimensions];
  }

  /** How many entries a row may have at most. */
  int most() {
    return roots.length;
  }

  /** Starts a new row. */
  void reset() {
    entries = 0;
    weightSum = 0;
  }

  /** Adds one entry of the row, of {@link #most()} at most. */
  void add(Vectors others, int other, float weight) {
    float root = (float) Math.sqrt(weight);
    int to = scaled.offset(entries);
    System.arraycopy(others.data(), others.offset(other), scaled.data(), to, dimensions);
    Simd.scale(scaled.data(), to, dimensions, root);
    roots[entries++] = root;
    weightSum += weight;
  }

  /** Solves for the row, into {@code out[from ..]}; zeros when no entry was added. */
  void solve(HalfStep step, float[] out, int from) {
    Arrays.fill(out, from, from + dimensions, 0);
    if (weightSum == 0) {
      return;
    }
    float diagonal = (float) (step.ridge() * (weightSum + step.unobservedWeight()));
    for (int i = 0; i < dimensions; i++) {
      shrink[i] = 1 / (float) Math.sqrt(step.spectrum()[i] + diagonal);
    }
    for (int entry = 0; entry < entries; entry++) {
      Simd.multiply(scaled.data(), scaled.offset(entry), shrink, 0, dimensions);
    }
    fillProducts();
    if (!Cholesky.factor(products, entries)) {
      throw RidgeSystem.singular(step.ridge());
    }
    Cholesky.solve(products, entries, roots, 0);
    for (int entry = 0; entry < entries; entry++) {
      Simd.addScaled(out, from, roots[entry], scaled.data(), scaled.offset(entry), dimensions);
    }
    Simd.multiply(out, from, shrink, 0, dimensions);
  }

  private void fillProducts() {
    columns.setTransposed(scaled, 0, entries);
    for (int row = 0; row < entries; row += BLOCK) { // the upper triangle is enough
      multiply.runBlock(row, Math.min(row + BLOCK, entries), row, entries);
    }
    for (int entry = 0; entry < entries; entry++) {
      products.data()[products.offset(entry) + entry] += 1;
    }
  }
}
