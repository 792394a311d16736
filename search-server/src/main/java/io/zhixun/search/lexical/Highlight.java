package io.zhixun.search.lexical;

import java.util.List;

/**
 * Where a query matched in one text of an item.
 *
 * @param field title, subtitle, summary, outline, authors or tags
 * @param text the original text, or a passage of it
 * @param spans half-open ranges of UTF-16 offsets into {@code text}, ascending, not overlapping
 */
public record Highlight(String field, String text, List<Span> spans) {
  public Highlight {
    spans = List.copyOf(spans);
  }

  /** A half-open range of UTF-16 offsets. */
  public record Span(int start, int end) {
    public Span {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException(
            "span must be 0 <= start < end, got " + start + ".." + end);
      }
    }
  }
}
