package io.zhixun.indexer.schema;

/**
 * How BM25 weighs repetition and length. Index files do not depend on it.
 *
 * @param shortTexts title, subtitle, authors, category, tags
 * @param longTexts summary, outline, and all texts together
 */
public record Bm25Settings(Shape shortTexts, Shape longTexts) {
  public static final Bm25Settings DEFAULTS =
      new Bm25Settings(new Shape(1.2, 0.75), new Shape(0.8, 0.6));

  /**
   * The two parameters of BM25.
   *
   * @param k1 how slowly repetition saturates, 0..10
   * @param b how much length matters, 0..1
   */
  public record Shape(double k1, double b) {
    public Shape {
      if (!(k1 >= 0 && k1 <= 10)) {
        throw new IllegalArgumentException("k1 must be 0..10, got " + k1);
      }
      if (!(b >= 0 && b <= 1)) {
        throw new IllegalArgumentException("b must be 0..1, got " + b);
      }
    }
  }
}
