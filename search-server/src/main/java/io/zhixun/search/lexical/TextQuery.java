package io.zhixun.search.lexical;

import java.util.List;

/**
 * What a learner typed, as a tree that no search engine owns: {@link QueryPlanner} plants it, a
 * renderer turns it into an engine's own queries.
 *
 * <p>Scores: a {@link Term} and a {@link Phrase} score by BM25 times their boost, {@link Best}
 * takes the best alternative, {@link Sum} adds.
 */
public sealed interface TextQuery {
  /** Documents whose field holds the term. */
  record Term(String field, String text, double boost) implements TextQuery {}

  /** Documents whose field holds the terms next to one another, in order. */
  record Phrase(String field, List<String> terms, double boost) implements TextQuery {
    public Phrase {
      terms = List.copyOf(terms);
    }
  }

  /** The best of several ways to say one thing (dismax). */
  record Best(List<TextQuery> alternatives) implements TextQuery {
    public Best {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * Several things said.
   *
   * @param minimum how many parts must match at least
   */
  record Sum(List<TextQuery> parts, int minimum) implements TextQuery {
    public Sum {
      parts = List.copyOf(parts);
      if (minimum < 0 || minimum > parts.size()) {
        throw new IllegalArgumentException(
            "minimum must be 0.." + parts.size() + ", got " + minimum);
      }
    }
  }

  /**
   * Documents that match the rarest of several things: as many of these as bring in no more than a
   * number of documents by the snapshot's frequencies, and at least one.
   */
  record Rarest(List<TextQuery> parts, int documents) implements TextQuery {
    public Rarest {
      parts = List.copyOf(parts);
      if (documents < 1) {
        throw new IllegalArgumentException("documents must be >= 1, got " + documents);
      }
    }
  }

  /** What matches one thing and not another. */
  record Except(TextQuery query, TextQuery excluded) implements TextQuery {}

  /** Another query's score times a boost. */
  record Weighted(TextQuery query, double boost) implements TextQuery {}

  /**
   * Only what fulfils a condition, scored by something else; nothing else adds to the score.
   *
   * @param worth what scores, the very same list for all ways in which a query is asked
   * @param more what scores beside it in this way alone
   */
  record Matching(TextQuery condition, List<TextQuery> worth, List<TextQuery> more)
      implements TextQuery {
    public Matching {
      worth = List.copyOf(worth);
      more = List.copyOf(more);
    }

    Matching(TextQuery condition, List<TextQuery> worth) {
      this(condition, worth, List.of());
    }
  }

  /** Everything, with score 0. */
  record Everything() implements TextQuery {}

  /** Nothing. */
  record Nothing() implements TextQuery {}
}
