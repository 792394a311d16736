package io.zhixun.indexer.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects tokens and keeps count of positions; terms are folded on the way in. */
final class TokenList {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  TokenList(String text) {
    this.text = text;
  }

  /** Appends what stands in the text at a span, at the next position. */
  void append(int start, int end) {
    append(List.of(text.substring(start, end)), start, end);
  }

  /** Appends other spellings of a span as alternatives at the next position. */
  void append(Collection<String> terms, int start, int end) {
    for (String term : terms) {
      tokens.add(token(term, start, end, position, 1));
    }
    position++;
  }

  /**
   * Puts a span, as a whole and in further spellings, beside the parts that were appended since a
   * mark. Without any parts the whole takes a position of its own; a single part that is the whole
   * is not repeated.
   */
  void cover(Mark mark, Span whole, List<String> spellings) {
    if (position == mark.position) {
      append(whole.start(), whole.end());
    } else if (!isWhole(mark, whole)) {
      int length = position - mark.position;
      tokens.add(
          mark.size, token(whole.of(text), whole.start(), whole.end(), mark.position, length));
    }
    int length = position - mark.position;
    int at = mark.size + 1;
    for (String spelling : spellings) {
      tokens.add(at, token(spelling, whole.start(), whole.end(), mark.position, length));
      at++;
    }
  }

  private boolean isWhole(Mark mark, Span whole) {
    Token first = tokens.get(mark.size);
    return first.start() == whole.start() && first.end() == whole.end();
  }

  private static Token token(String term, int start, int end, int position, int length) {
    return new Token(Folding.full(term), start, end, position, length);
  }

  /** Where parts begin. */
  Mark mark() {
    return new Mark(tokens.size(), position);
  }

  /** A place among the tokens. */
  record Mark(int size, int position) {}

  List<Token> tokens() {
    return tokens;
  }
}
