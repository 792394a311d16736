package io.zhixun.search.suggest;

import io.zhixun.corpus.ItemId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that may have been meant.
 *
 * @param text as it is written in the catalogue, or as it was asked
 * @param item the item of this title
 * @param spans what of the text was matched, in order, without overlap; empty when nothing was
 *     typed
 */
public record Suggestion(String text, Kind kind, Optional<ItemId> item, List<Span> spans) {
  public Suggestion {
    spans = List.copyOf(spans);
  }

  /** What a suggestion is the name of. */
  public enum Kind {
    TITLE,
    AUTHOR,
    TAG,
    QUERY;

    /** The name in answers: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A stretch of the text: offsets in UTF-16 units, {@code end} exclusive. */
  public record Span(int start, int end) {
    public Span {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException(
            "span must have 0 <= start < end, got " + start + ".." + end);
      }
    }
  }
}
