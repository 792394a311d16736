package io.zhixun.server.page;

import io.zhixun.corpus.Item;
import io.zhixun.search.lexical.Highlight;
import io.zhixun.search.lexical.Highlight.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A query as plain words, each of which has to occur somewhere in an item. */
final class Match {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final List<String> words;

  Match(String query) {
    this.words =
        SPACE
            .splitAsStream(query.strip().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
  }

  boolean isBlank() {
    return words.isEmpty();
  }

  /** 0 when a word is missing, else up to 1. */
  double score(Item item) {
    double score = 1;
    for (String word : words) {
      score = Math.min(score, score(item, word));
    }
    return score;
  }

  private static double score(Item item, String word) {
    Item.Text text = item.text();
    if (has(text.title(), word)) {
      return 1;
    }
    if (text.subtitle().filter(subtitle -> has(subtitle, word)).isPresent()
        || any(text.tags(), word)
        || any(text.authors(), word)) {
      return 0.6;
    }
    boolean deep =
        any(text.outline(), word)
            || any(text.category(), word)
            || text.summary().filter(summary -> has(summary, word)).isPresent();
    return deep ? 0.3 : 0;
  }

  private static boolean any(List<String> texts, String word) {
    return texts.stream().anyMatch(text -> has(text, word));
  }

  private static boolean has(String text, String word) {
    return text.toLowerCase(Locale.ROOT).contains(word);
  }

  List<Highlight> highlights(Item item) {
    List<Highlight> found = new ArrayList<>();
    add(found, "title", item.text().title());
    item.text().subtitle().ifPresent(subtitle -> add(found, "subtitle", subtitle));
    item.text().summary().ifPresent(summary -> add(found, "summary", summary));
    chapter(item).ifPresent(chapter -> add(found, "outline", chapter));
    item.text().tags().forEach(tag -> add(found, "tags", tag));
    item.text().authors().forEach(author -> add(found, "authors", author));
    return found;
  }

  Optional<String> chapter(Item item) {
    return item.text().outline().stream()
        .filter(chapter -> words.stream().anyMatch(word -> has(chapter, word)))
        .findFirst();
  }

  private void add(List<Highlight> found, String field, String text) {
    List<Span> spans = new ArrayList<>();
    String folded = text.toLowerCase(Locale.ROOT);
    for (String word : words) {
      int at = folded.indexOf(word);
      while (at >= 0) {
        spans.add(new Span(at, at + word.length()));
        at = folded.indexOf(word, at + word.length());
      }
    }
    if (!spans.isEmpty()) {
      spans.sort(Comparator.comparingInt(Span::start));
      found.add(new Highlight(field, text, spans));
    }
  }

  /** A tag that differs from the query in one place. */
  Optional<String> nearest(Shelf shelf) {
    String query = String.join("", words);
    return shelf.all().stream()
        .flatMap(item -> item.text().tags().stream())
        .distinct()
        .filter(tag -> tag.length() == query.length() && tag.length() > 2)
        .filter(tag -> differences(tag, query) == 1)
        .findFirst();
  }

  private static int differences(String a, String b) {
    int differences = 0;
    for (int i = 0; i < a.length(); i++) {
      differences += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return differences;
  }
}
