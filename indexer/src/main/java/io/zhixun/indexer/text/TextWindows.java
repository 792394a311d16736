package io.zhixun.indexer.text;

import io.zhixun.corpus.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of an item is encoded: its title with what it is about, and its longer texts in windows of
 * some {@link TextSettings#windowCharacters} characters, each with the title in front, so that a
 * passage far into a long text is found, and is known to belong to its subject.
 */
public final class TextWindows {
  private static final String ENDS = "。！？；!?;\n";

  private final TextSettings settings;

  public TextWindows(TextSettings settings) {
    this.settings = settings;
  }

  /** The texts to encode, at least one; the same for the same item. */
  public List<String> of(Item item) {
    Item.Text text = item.text();
    String head = head(text);
    String body = body(text);
    if (head.length() + body.length() <= settings.windowCharacters()) {
      return List.of(body.isEmpty() ? head : head + "。" + body);
    }
    List<String> windows = new ArrayList<>();
    windows.add(head);
    for (String piece : pieces(body)) {
      if (windows.size() < settings.maxWindows()) {
        windows.add(text.title() + "。" + piece);
      }
    }
    return windows;
  }

  private static String head(Item.Text text) {
    return Stream.of(
            Stream.of(text.title()),
            text.subtitle().stream(),
            text.tags().stream(),
            text.authors().stream())
        .flatMap(part -> part)
        .collect(Collectors.joining("，"));
  }

  private static String body(Item.Text text) {
    String outline = String.join("；", text.outline());
    return Stream.concat(text.summary().stream(), Stream.of(outline))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining("。"));
  }

  /**
   * A text in pieces of about the window's length, cut at the ends of sentences where there are.
   */
  private List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start + settings.windowCharacters();
      if (end >= text.length()) {
        end = text.length();
      } else {
        end = endOfSentence(text, start + settings.windowCharacters() / 2, end);
      }
      String piece = text.substring(start, end).strip();
      if (!piece.isEmpty()) {
        pieces.add(piece);
      }
      start = end;
    }
    return pieces;
  }

  /** The last end of a sentence between two offsets; the later offset, on a character, if none. */
  private static int endOfSentence(String text, int from, int to) {
    for (int at = to; at > from; at--) {
      if (ENDS.indexOf(text.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
  }
}
