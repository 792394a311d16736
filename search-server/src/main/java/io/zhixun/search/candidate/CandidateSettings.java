package io.zhixun.search.candidate;

/**
 * How many candidates each source may name; together at most 1,000, which is what scoring one feed
 * may cost.
 *
 * @param embedding from the graph of item vectors, nearest to the learner's vector
 * @param neighbour from items that learners of the same items took
 * @param recent from what goes with each of the learner's newest items
 * @param interest from the tags that the learner cares about
 * @param likeness what hardly anybody took yet, by its texts
 * @param popular what many learners take
 * @param trending what many learners took in the last days
 * @param fresh newest items
 */
public record CandidateSettings(
    int embedding,
    int neighbour,
    int recent,
    int interest,
    int likeness,
    int popular,
    int trending,
    int fresh) {
  public static final CandidateSettings DEFAULTS =
      new CandidateSettings(300, 400, 60, 80, 30, 50, 40, 40);

  /** The most candidates of one request. */
  public static final int MAX_TOTAL = 1_000;

  public CandidateSettings {
    require("embedding", embedding);
    require("neighbour", neighbour);
    require("recent", recent);
    require("interest", interest);
    require("likeness", likeness);
    require("popular", popular);
    require("trending", trending);
    require("fresh", fresh);
    int total = embedding + neighbour + recent + interest + likeness + popular + trending + fresh;
    if (total < 1 || total > MAX_TOTAL) {
      throw new IllegalArgumentException(
          "all sources together must be 1.." + MAX_TOTAL + ", got " + total);
    }
  }

  private static void require(String name, int value) {
    if (value < 0 || value > MAX_TOTAL) {
      throw new IllegalArgumentException(name + " must be 0.." + MAX_TOTAL + ", got " + value);
    }
  }
}
