package io.zhixun.indexer.analysis;

/**
 * One piece of a text.
 *
 * @param term as it stands in the index, folded
 * @param start offset of its first UTF-16 unit in the original text
 * @param end offset after its last
 * @param position place in the row of tokens, from 0; alternatives start at the same place
 * @param length how many places it covers: 1, or more when its parts stand beside it
 */
public record Token(String term, int start, int end, int position, int length) {
  public Token {
    if (term.isEmpty() || start < 0 || end <= start || position < 0 || length < 1) {
      throw new IllegalArgumentException(
          "token must have a term, a span, a position >= 0 and a length >= 1, got '%s' %d..%d at %d+%d"
              .formatted(term, start, end, position, length));
    }
  }
}
