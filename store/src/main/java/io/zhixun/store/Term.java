package io.zhixun.store;

import io.zhixun.corpus.Ids;

/**
 * One line of a word list that editors keep.
 *
 * @param id by which it is edited; of the same form as other identifiers
 * @param text as a line of the dictionary files in {@code config}
 */
public record Term(Kind list, String id, String text) {
  private static final int MAX_LENGTH = 500;

  /** The lists there are. */
  public enum Kind {
    /** Terms that stand for each other; acts on the next query. */
    SYNONYM,
    /** Words that stay whole; acts at the next index build. */
    WORD,
    /** Queries that snapshots are compared by, beside the most frequent ones. */
    WATCHED,
    /** Queries that found too little and that an editor has dealt with, {@code query => how}. */
    HANDLED
  }

  public Term {
    Ids.problem(id)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("id " + problem);
            });
    if (text.isBlank()
        || text.length() > MAX_LENGTH
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "text must have 1.." + MAX_LENGTH + " characters on one line, got " + text.length());
    }
  }
}
