package io.zhixun.store;

/** What became of one {@link Change}. */
public sealed interface Outcome {
  /** It is durable, as number {@code seq}; the thing changed now has this version. */
  record Accepted(long seq, long version) implements Outcome {}

  /** It had already been accepted, with the same content. */
  record Duplicate() implements Outcome {}

  /** The same event id had been accepted with other content. */
  record Conflict(String detail) implements Outcome {}

  /** The item does not have the version that was expected. */
  record VersionMismatch(long actual) implements Outcome {}

  /** There is nothing of that name to change. */
  record NotFound() implements Outcome {}
}
