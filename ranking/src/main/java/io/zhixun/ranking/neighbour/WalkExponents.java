package io.zhixun.ranking.neighbour;

import io.zhixun.ranking.interaction.Interactions;

/**
 * How a walk damps what is frequent: walk(a, b, c) is
 *
 * <pre>
 *   s(u, j) = d_j^−c  Σ_v d_v^−b R_vj  Σ_{i ∈ u} w_i d_i^−a R_vi
 * </pre>
 *
 * with R the interactions and d the sums of their weights. (1, 1, 0) is the plain random walk item
 * → user → item.
 *
 * @param source a, for items that the walk starts from
 * @param user b, for the users it goes through
 * @param target c, for the items it ends at
 */
public record WalkExponents(double source, double user, double target) {
  public static final WalkExponents PLAIN = new WalkExponents(1, 1, 0);

  public WalkExponents {
    requireRange("source", source);
    requireRange("user", user);
    requireRange("target", target);
  }

  private static void requireRange(String what, double value) {
    if (!(value >= 0 && value <= 2)) {
      throw new IllegalArgumentException(what + " must be 0..2, got " + value);
    }
  }

  /** degree^−exponent, and 0 where nothing happened. */
  static float damping(double degree, double exponent) {
    return degree > 0 ? (float) StrictMath.pow(degree, -exponent) : 0;
  }

  float[] ofSources(Interactions all) {
    return ofItems(all, source);
  }

  float[] ofTargets(Interactions all) {
    return ofItems(all, target);
  }

  float[] ofUsers(Interactions all) {
    float[] factors = new float[all.users()];
    for (int row = 0; row < factors.length; row++) {
      factors[row] = damping(all.userWeight(row), user);
    }
    return factors;
  }

  private static float[] ofItems(Interactions all, double exponent) {
    float[] factors = new float[all.items()];
    for (int item = 0; item < factors.length; item++) {
      factors[item] = damping(all.itemWeight(item), exponent);
    }
    return factors;
  }
}
