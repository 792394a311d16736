package io.zhixun.store;

/** Names a bulk change, so that it can be undone as one; chosen by whoever submits it. */
public record BatchId(String value) {
  private static final int MAX_LENGTH = 64;

  public BatchId {
    if (value.isEmpty()
        || value.length() > MAX_LENGTH
        || !value.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
      throw new IllegalArgumentException(
          "batch id must have 1.." + MAX_LENGTH + " letters, digits, - or _, got " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
