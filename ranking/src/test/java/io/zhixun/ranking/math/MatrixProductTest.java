package io.zhixun.ranking.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.ranking.fixture.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatrixProductTest {
  private final long seed = Seeds.next();
  private final Random random = new Random(seed);

  @Test
  void productEqualsTheDefinitionForOddShapes() {
    for (int[] shape : new int[][] {{1, 1, 1}, {4, 16, 8}, {7, 33, 5}, {9, 100, 17}, {3, 48, 64}}) {
      Matrix a = matrix(shape[0], shape[2]);
      Matrix b = matrix(shape[2], shape[1]);
      Matrix c = new Matrix(shape[0], shape[1]);

      MatrixProduct.of(a, b, c).run(0, shape[0]);

      for (int row = 0; row < shape[0]; row++) {
        for (int column = 0; column < shape[1]; column++) {
          double expected = 0;
          for (int term = 0; term < shape[2]; term++) {
            expected += (double) at(a, row, term) * at(b, term, column);
          }
          assertEquals(expected, at(c, row, column), 1e-4, Seeds.replay(seed));
        }
      }
    }
  }

  @Test
  void transposedProductAddsOnlyTheFirstTermsToWhatIsThere() {
    Matrix a = matrix(6, 5);
    Matrix b = matrix(6, 20);
    Matrix c = matrix(5, 20);
    float before = at(c, 3, 7);

    MatrixProduct.addingTransposed(a, b, c).run(0, 5, 4, 0);

    double expected = before;
    for (int term = 0; term < 4; term++) {
      expected += (double) at(a, term, 3) * at(b, term, 7);
    }
    assertEquals(expected, at(c, 3, 7), 1e-4, Seeds.replay(seed));
  }

  @Test
  void anyDivisionOfTheRowsGivesTheSameBits() {
    Matrix a = matrix(23, 40);
    Matrix b = matrix(40, 50);
    Matrix whole = new Matrix(23, 50);
    Matrix parts = new Matrix(23, 50);

    MatrixProduct.of(a, b, whole).run(0, 23);
    MatrixProduct product = MatrixProduct.of(a, b, parts);
    for (int row = 0; row < 23; row += 5) {
      product.run(row, Math.min(23, row + 5));
    }

    for (int row = 0; row < 23; row++) {
      for (int column = 0; column < 50; column++) {
        assertEquals(at(whole, row, column), at(parts, row, column), Seeds.replay(seed));
      }
    }
  }

  @Test
  void theFirstColumnsAloneAreWhatTheyAreInTheWholeProduct() {
    Matrix a = matrix(13, 20);
    Matrix b = matrix(20, 90);
    Matrix whole = new Matrix(13, 90);
    Matrix first = new Matrix(13, 90);

    MatrixProduct.of(a, b, whole).run(0, 13);
    MatrixProduct.of(a, b, first).runColumns(0, 13, 37);

    for (int row = 0; row < 13; row++) {
      for (int column = 0; column < 37; column++) {
        assertEquals(at(whole, row, column), at(first, row, column), Seeds.replay(seed));
      }
      assertEquals(0, at(first, row, 89));
    }
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    Matrix a = new Matrix(2, 3);

    assertThrows(
        IllegalArgumentException.class,
        () -> MatrixProduct.of(a, new Matrix(4, 2), new Matrix(2, 2)));
  }

  @Test
  void choleskySolvesWhatItIsGiven() {
    int n = 37;
    Matrix root = matrix(n, n);
    Matrix a = new Matrix(n, n);
    MatrixProduct.ofTransposed(root, root, a).run(0, n);
    for (int i = 0; i < n; i++) {
      a.data()[a.offset(i) + i] += n;
    }
    float[] expected = new float[n];
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      expected[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < n; i++) {
      x[i] = Simd.dot(a.data(), a.offset(i), expected, 0, n);
    }

    boolean factored = Cholesky.factor(a);
    Cholesky.solve(a, x, 0);

    assertEquals(true, factored);
    for (int i = 0; i < n; i++) {
      assertEquals(expected[i], x[i], 1e-3, Seeds.replay(seed));
    }
  }

  @Test
  void choleskySaysWhenAMatrixIsNotPositiveDefinite() {
    Matrix a = new Matrix(2, 2);
    a.data()[0] = 1;
    a.data()[1] = 2;
    a.data()[a.offset(1) + 1] = 1;

    assertEquals(false, Cholesky.factor(a));
  }

  private static float at(Matrix matrix, int row, int column) {
    return matrix.data()[matrix.offset(row) + column];
  }

  private Matrix matrix(int rows, int columns) {
    Matrix matrix = new Matrix(rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        matrix.data()[matrix.offset(row) + column] = (float) random.nextGaussian();
      }
    }
    return matrix;
  }
}
