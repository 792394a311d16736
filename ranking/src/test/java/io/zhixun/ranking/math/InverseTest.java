package io.zhixun.ranking.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InverseTest {
  private final long seed = Seeds.next();
  private final Random random = new Random(seed);

  @Test
  void timesTheMatrixIsOneForSizesAroundTheBlock() {
    for (int n : new int[] {1, 5, 63, 64, 65, 130}) {
      Matrix matrix = positiveDefinite(n);
      Matrix inverse = positiveDefiniteCopy(matrix);

      try (Workers workers = Workers.of(2)) {
        Inverse.inPlace(inverse, workers, Progress.NONE);
      }

      Matrix product = new Matrix(n, n);
      MatrixProduct.of(matrix, inverse, product).run(0, n);
      for (int row = 0; row < n; row++) {
        for (int column = 0; column < n; column++) {
          assertEquals(
              row == column ? 1 : 0,
              product.data()[product.offset(row) + column],
              1e-3,
              Seeds.replay(seed));
        }
      }
    }
  }

  @Test
  void eigenvectorsTurnTheMatrixIntoItsFallingEigenvalues() {
    int n = 20;
    Matrix matrix = positiveDefinite(n);

    double[][] vectors = SymmetricEigen.vectors(matrix);

    double before = Double.POSITIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      double[] image = new double[n];
      double value = 0;
      for (int row = 0; row < n; row++) {
        for (int i = 0; i < n; i++) {
          image[row] += matrix.data()[matrix.offset(row) + i] * vectors[i][j];
        }
        value += image[row] * vectors[row][j];
      }
      for (int row = 0; row < n; row++) {
        assertEquals(value * vectors[row][j], image[row], 1e-4, Seeds.replay(seed));
      }
      assertTrue(value <= before);
      before = value;
    }
  }

  private Matrix positiveDefinite(int n) {
    Matrix root = new Matrix(n, n);
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        root.data()[root.offset(row) + column] = (float) random.nextGaussian();
      }
    }
    Matrix matrix = new Matrix(n, n);
    MatrixProduct.ofTransposed(root, root, matrix).run(0, n);
    for (int i = 0; i < n; i++) {
      matrix.data()[matrix.offset(i) + i] += n;
    }
    return matrix;
  }

  private static Matrix positiveDefiniteCopy(Matrix matrix) {
    Matrix copy = new Matrix(matrix.rows(), matrix.columns());
    System.arraycopy(matrix.data(), 0, copy.data(), 0, copy.data().length);
    return copy;
  }
}
