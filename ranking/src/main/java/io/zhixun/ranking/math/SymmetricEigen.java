package io.zhixun.ranking.math;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations in double precision: about
 * 10 n³ operations, accurate to the last digits and free of surprises.
 */
public final class SymmetricEigen {
  private static final int MOST_SWEEPS = 60;
  private static final double SMALL = 1e-12;

  private SymmetricEigen() {}

  /**
   * The eigenvectors as columns, by falling eigenvalue: {@code result[i][j]} is element i of the
   * j-th. The largest element of each is positive, so that signs do not depend on rounding.
   */
  public static double[][] vectors(Matrix symmetric) {
    int n = symmetric.rows();
    double[][] a = new double[n][n];
    double[][] v = new double[n][n]; // rows are eigenvectors
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = symmetric.data()[symmetric.offset(i) + j];
      }
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > SMALL; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    return sorted(a, v);
  }

  /** Σ squares off the diagonal ÷ Σ squares on it. */
  private static double offDiagonal(double[][] a) {
    double off = 0;
    double on = 1e-300;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        if (i == j) {
          on += a[i][j] * a[i][j];
        } else {
          off += a[i][j] * a[i][j];
        }
      }
    }
    return off / on;
  }

  /** Makes a[p][q] zero. */
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    double[] ap = a[p];
    double[] aq = a[q];
    for (int k = 0; k < a.length; k++) {
      double kp = ap[k];
      double kq = aq[k];
      ap[k] = c * kp - s * kq;
      aq[k] = s * kp + c * kq;
    }
    for (double[] row : a) {
      double rp = row[p];
      double rq = row[q];
      row[p] = c * rp - s * rq;
      row[q] = s * rp + c * rq;
    }
    double[] vp = v[p];
    double[] vq = v[q];
    for (int k = 0; k < a.length; k++) {
      double kp = vp[k];
      double kq = vq[k];
      vp[k] = c * kp - s * kq;
      vq[k] = s * kp + c * kq;
    }
  }

  private static double[][] sorted(double[][] a, double[][] v) {
    int n = a.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -a[i][i]));
    double[][] columns = new double[n][n];
    for (int j = 0; j < n; j++) {
      double[] vector = v[order[j]];
      double largest = 0;
      for (double value : vector) {
        largest = Math.abs(value) > Math.abs(largest) ? value : largest;
      }
      for (int i = 0; i < n; i++) {
        columns[i][j] = largest < 0 ? -vector[i] : vector[i];
      }
    }
    return columns;
  }
}
