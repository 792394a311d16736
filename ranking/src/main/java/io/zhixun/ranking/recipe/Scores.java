package io.zhixun.ranking.recipe;

/** The scores of the rows asked for, in their order; larger is better. */
public final class Scores {
  private final float[] embedding;
  private final float[] neighbour;
  private final float[] popularity;
  private final float[] blended;

  Scores(int size) {
    this.embedding = new float[size];
    this.neighbour = new float[size];
    this.popularity = new float[size];
    this.blended = new float[size];
  }

  public int size() {
    return blended.length;
  }

  /** What the learner's vector says, calibrated: its share of {@link #blended}. */
  public float[] embedding() {
    return embedding;
  }

  /** What the learner's items say through their neighbours, calibrated: its share. */
  public float[] neighbour() {
    return neighbour;
  }

  /** What everybody says: 0 for nobody to 1 for the most popular, on a logarithmic scale. */
  public float[] popularity() {
    return popularity;
  }

  /** The recipe's sum. With an empty history it is {@link #popularity}. */
  public float[] blended() {
    return blended;
  }
}
