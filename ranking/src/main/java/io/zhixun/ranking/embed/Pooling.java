package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;

/**
 * How much each item counts in the mean of a learner's items: the rarer the more, d^−exponent.
 *
 * <p>Not a record, because it holds arrays for hot loops.
 */
final class Pooling {
  private final float[] factors;
  private final float[] userScales;

  private Pooling(float[] factors, float[] userScales) {
    this.factors = factors;
    this.userScales = userScales;
  }

  static Pooling of(Interactions all, double exponent, double pull) {
    float[] factors = new float[all.items()];
    for (int item = 0; item < factors.length; item++) {
      factors[item] =
          all.itemDegree(item) > 0 ? (float) StrictMath.pow(all.itemDegree(item), -exponent) : 0;
    }
    float[] userScales = new float[all.users()];
    for (int user = 0; user < userScales.length; user++) {
      double sum = 0;
      for (int entry = all.userStart(user); entry < all.userStart(user + 1); entry++) {
        sum += all.weight(entry) * factors[all.item(entry)];
      }
      userScales[user] = sum > 0 ? (float) (pull / sum) : 0;
    }
    return new Pooling(factors, userScales);
  }

  /** d_i^−exponent; 0 for items without entries. */
  float[] factors() {
    return factors;
  }

  /** α w_ui c_i / Σ_u: the coefficient of the item of an entry in its user's vector. */
  float coefficient(Interactions all, int user, int entry) {
    return userScales[user] * all.weight(entry) * factors[all.item(entry)];
  }
}
