package io.zhixun.store;

/** What became of one change. */
public sealed interface Outcome {

  /**
   * It is part of the record.
   *
   * @param version of the item, counted from 1; 1 for what has no versions
   */
  record Accepted(long seq, long version) implements Outcome {}

  /**
   * The record says so already; no number was taken.
   *
   * @param seq of the change that said it first; 0 when it was so from the start
   * @param version as in {@link Accepted}
   */
  record Duplicate(long seq, long version) implements Outcome {}

  /** The identifier is taken by something else. */
  record Conflict(String detail) implements Outcome {}

  /**
   * Somebody else was quicker.
   *
   * @param actual the version that is there; 0 when the item does not exist
   */
  record VersionMismatch(long actual) implements Outcome {}

  /** What was to be deleted is not there. */
  record NotFound() implements Outcome {}
}
