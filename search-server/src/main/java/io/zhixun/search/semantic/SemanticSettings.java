package io.zhixun.search.semantic;

import java.time.Duration;

/**
 * How meaning takes part in search.
 *
 * @param floor a hit by meaning alone must be at least so near, as a cosine of centred vectors
 * @param weight of meaning beside words in the order of hits, 0..1, for a query of a few characters
 * @param longWeight the same for a very long one: the more was typed, the surer are the words
 * @param hits how many hits by meaning may be matches
 * @param breadth how many of the nearest are compared with each other
 * @param maxItems a larger catalogue is searched by words alone: its vectors (2 KB each, some 100 a
 *     second) would take too long to make and too much memory
 * @param patience how long a search waits for its query's vector
 * @param feedback how the best hits take part in what a query means
 */
public record SemanticSettings(
    double floor,
    double weight,
    double longWeight,
    int hits,
    int breadth,
    int maxItems,
    Duration patience,
    Feedback feedback) {
  private static final double SHORT = 8;

  public static final SemanticSettings DEFAULTS =
      new SemanticSettings(
          0.35, 0.5, 0.2, 50, 100, 30_000, Duration.ofMillis(500), Feedback.DEFAULTS);

  /**
   * Pseudo-relevance feedback (Rocchio, "Relevance feedback in information retrieval", 1971, for
   * vectors of texts): the best hits by words and meaning together are taken to be what is meant,
   * the query's vector is moved towards their mean, and hits are put in order by that.
   *
   * @param hits how many of the best; 0 leaves the query's vector as it is
   * @param weight of their mean beside the query's vector
   */
  public record Feedback(int hits, double weight) {
    static final Feedback DEFAULTS = new Feedback(20, 1);

    public Feedback {
      if (hits < 0 || hits > 200) {
        throw new IllegalArgumentException("feedback.hits must be 0..200, got " + hits);
      }
      if (!(weight >= 0 && weight <= 10)) {
        throw new IllegalArgumentException("feedback.weight must be 0..10, got " + weight);
      }
    }
  }

  public SemanticSettings {
    if (!(floor >= -1 && floor <= 1)) {
      throw new IllegalArgumentException("floor must be -1..1, got " + floor);
    }
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight must be 0..1, got " + weight);
    }
    if (!(longWeight >= 0 && longWeight <= 1)) {
      throw new IllegalArgumentException("longWeight must be 0..1, got " + longWeight);
    }
    if (hits < 1 || hits > breadth || breadth > 1_000) {
      throw new IllegalArgumentException(
          "hits and breadth must have 1 <= hits <= breadth <= 1000, got " + hits + ", " + breadth);
    }
    if (maxItems < 0 || maxItems > 1_000_000) {
      throw new IllegalArgumentException("maxItems must be 0..1000000, got " + maxItems);
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience must be >= 0, got " + patience);
    }
  }

  /**
   * The weight of meaning beside the words of a query.
   *
   * @param letters of the query, digits too
   */
  public double weight(int letters) {
    double shortness = Math.min(1, SHORT / Math.max(1, letters));
    return longWeight + (weight - longWeight) * shortness;
  }
}
