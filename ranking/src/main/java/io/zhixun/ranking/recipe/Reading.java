package io.zhixun.ranking.recipe;

import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;

/** How inner products of vectors become scores. */
sealed interface Reading {
  /** The inner product is the score. */
  record Linear() implements Reading {}

  /**
   * Cosines are read as the softmax that trained them reads them: score_j = d_j^c · Σ_m exp((cos_m
   * − 1) / τ), m running over the members that a vector consists of. Without the exponential the
   * few items that fit very well would count no more than many that fit a little.
   *
   * @param members how many, each of length 1/√members
   * @param temperature τ
   * @param popularity c, the exponent of the item's degree
   */
  record Sharpened(int members, double temperature, double popularity) implements Reading {}

  private static int kind(Reading reading) {
    return switch (reading) {
      case Linear _ -> 0;
      case Sharpened _ -> 1;
    };
  }

  static void write(Reading reading, SegmentWriter out) {
    out.number(kind(reading));
    if (reading instanceof Sharpened(int members, double temperature, double popularity)) {
      out.number(members).real(temperature).real(popularity);
    }
  }

  static Reading read(SegmentReader in, int dimensions) {
    if (in.number("kind of reading", 0, 1) == 0) {
      return new Linear();
    }
    int members = in.number("members", 1, dimensions);
    in.require(dimensions % members == 0, "members must divide the dimensions");
    double temperature = in.real("temperature");
    in.require(temperature >= 0.03 && temperature <= 10, "temperature must be 0.03..10");
    double popularity = in.real("popularity exponent");
    in.require(Math.abs(popularity) <= 2, "popularity exponent must be -2..2");
    return new Sharpened(members, temperature, popularity);
  }
}
