package io.zhixun.indexer.schema;

import io.zhixun.corpus.Item;
import io.zhixun.indexer.analysis.Granularity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A text of an item that can be searched, and the granularities it is indexed in. */
public enum TextField {
  /**
   * All the others together, to ask whether an item holds a word at all; without positions. What
   * the summary repeats, as an introduction does that begins with the title, is there once.
   */
  ANYWHERE,
  TITLE,
  SUBTITLE,
  SUMMARY,
  OUTLINE,
  AUTHORS,
  CATEGORY,
  TAGS;

  /** In what it is indexed: names by sound too, long texts not by single characters. */
  public Set<Granularity> granularities() {
    return switch (this) {
      case TITLE, AUTHORS -> EnumSet.allOf(Granularity.class);
      case TAGS -> EnumSet.complementOf(EnumSet.of(Granularity.INITIALS));
      case SUBTITLE -> EnumSet.of(Granularity.WORDS, Granularity.BIGRAMS, Granularity.CHARACTERS);
      case ANYWHERE, SUMMARY, OUTLINE, CATEGORY ->
          EnumSet.of(Granularity.WORDS, Granularity.BIGRAMS);
    };
  }

  /** The name in settings and highlights: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The text field of a label. */
  public static Optional<TextField> of(String label) {
    return Arrays.stream(values()).filter(field -> field.label().equals(label)).findFirst();
  }

  /**
   * The name of the Lucene field that holds one granularity of it, such as {@code title.words}.
   *
   * @throws IllegalArgumentException when it is not indexed in that granularity
   */
  public String in(Granularity granularity) {
    if (!granularities().contains(granularity)) {
      throw new IllegalArgumentException(
          "granularity of "
              + label()
              + " must be one of "
              + granularities()
              + ", got "
              + granularity);
    }
    return label() + "." + granularity.label();
  }

  /** What it holds in an item: no, one or several texts, in order. */
  public List<String> values(Item item) {
    Item.Text text = item.text();
    return switch (this) {
      case ANYWHERE -> together(item, EnumSet.complementOf(EnumSet.of(ANYWHERE)));
      case TITLE -> List.of(text.title());
      case SUBTITLE -> text.subtitle().stream().toList();
      case SUMMARY -> text.summary().stream().toList();
      case OUTLINE -> text.outline();
      case AUTHORS -> text.authors();
      case CATEGORY -> text.category();
      case TAGS -> text.tags();
    };
  }

  /**
   * Several of them, less what the summary repeats between marks or spaces, so that it falls into
   * the same words there.
   */
  public static List<String> together(Item item, Set<TextField> fields) {
    String summary = fields.contains(SUMMARY) ? item.text().summary().orElse("") : "";
    List<String> together = new ArrayList<>();
    for (TextField field : fields) {
      for (String value : field.values(item)) {
        if (field == SUMMARY || !holds(summary, value)) {
          together.add(value);
        }
      }
    }
    return together;
  }

  private static boolean holds(String text, String part) {
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      int end = at + part.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
      boolean ends = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }
}
