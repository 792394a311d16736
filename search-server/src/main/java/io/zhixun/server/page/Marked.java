package io.zhixun.server.page;

import io.zhixun.search.lexical.Highlight;
import io.zhixun.search.lexical.Highlight.Span;
import java.util.ArrayList;
import java.util.List;

/** A text in pieces, some of which matched; the template escapes each piece. */
record Marked(List<Piece> pieces) {
  /** A piece of text. */
  record Piece(String text, boolean marked) {}

  Marked {
    pieces = List.copyOf(pieces);
  }

  static Marked plain(String text) {
    return new Marked(List.of(new Piece(text, false)));
  }

  static Marked of(Highlight highlight) {
    return of(highlight.text(), highlight.spans());
  }

  /** Spans that do not lie in the text, or in one another, are left out. */
  private static Marked of(String text, List<Span> spans) {
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    for (Span span : spans) {
      if (span.start() < done || span.end() > text.length()) {
        continue;
      }
      if (span.start() > done) {
        pieces.add(new Piece(text.substring(done, span.start()), false));
      }
      pieces.add(new Piece(text.substring(span.start(), span.end()), true));
      done = span.end();
    }
    if (done < text.length()) {
      pieces.add(new Piece(text.substring(done), false));
    }
    return new Marked(pieces);
  }

  /** The text without its marks. */
  String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    return text.toString();
  }

  Marked between(String before, String after) {
    List<Piece> longer = new ArrayList<>(pieces);
    if (!before.isEmpty()) {
      longer.addFirst(new Piece(before, false));
    }
    if (!after.isEmpty()) {
      longer.addLast(new Piece(after, false));
    }
    return new Marked(longer);
  }
}
