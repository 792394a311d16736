package io.zhixun.search.lexical;

import io.zhixun.search.lexical.Asked.InField;
import io.zhixun.search.lexical.Asked.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the operators a person may type: {@code "短语"} (also “短语” and 「短语」), {@code -排除}, and {@code
 * 作者:…}, {@code 标题:…}, {@code 标签:…}, {@code 分类:…} or their English names.
 *
 * <p>Nothing is an error: a quote that is not closed is white space, a minus before a space, a
 * digit or another minus is text, and so is a colon after any other word. An operator counts only
 * at the start of a word, so that 0-3岁 and titles with a colon stay what they are.
 */
final class QueryReader {
  /** More operators of one kind than this are read as text. */
  static final int MAX_OPERATORS = 4;

  private static final String QUOTES = "\"＂“”„「」『』";
  private static final Map<String, Target> TARGETS =
      Map.ofEntries(
          Map.entry("标题", Target.TITLE),
          Map.entry("標題", Target.TITLE),
          Map.entry("title", Target.TITLE),
          Map.entry("作者", Target.AUTHORS),
          Map.entry("讲师", Target.AUTHORS),
          Map.entry("講師", Target.AUTHORS),
          Map.entry("author", Target.AUTHORS),
          Map.entry("标签", Target.TAGS),
          Map.entry("標籤", Target.TAGS),
          Map.entry("tag", Target.TAGS),
          Map.entry("分类", Target.CATEGORY),
          Map.entry("分類", Target.CATEGORY),
          Map.entry("category", Target.CATEGORY));
  private static final int LONGEST_NAME = 8;

  private final String query;
  private final StringBuilder text = new StringBuilder();
  private final List<String> phrases = new ArrayList<>();
  private final List<InField> fields = new ArrayList<>();
  private final List<String> excluded = new ArrayList<>();
  private int at;

  private QueryReader(String query) {
    this.query = query;
  }

  static Asked read(String query) {
    return new QueryReader(query).read();
  }

  private Asked read() {
    while (at < query.length()) {
      boolean atWordStart = at == 0 || isSpace(query.charAt(at - 1));
      boolean taken = isQuote(at) ? phrase() : atWordStart && (exclusion() || field());
      if (!taken) {
        text.append(isQuote(at) ? ' ' : query.charAt(at));
        at++;
      }
    }
    return new Asked(text.toString().strip(), phrases, fields, excluded);
  }

  private boolean phrase() {
    return phrases.size() < MAX_OPERATORS && take(quoted(at), phrases);
  }

  private boolean exclusion() {
    char unit = query.charAt(at);
    boolean minus = unit == '-' || unit == '－';
    if (!minus || excluded.size() >= MAX_OPERATORS || at + 1 >= query.length()) {
      return false;
    }
    char next = query.charAt(at + 1);
    boolean opens = !isSpace(next) && next != '-' && next != '－' && !Character.isDigit(next);
    return opens && take(value(at + 1), excluded);
  }

  private boolean take(Optional<Stretch> stretch, List<String> into) {
    stretch.ifPresent(
        found -> {
          into.add(found.text());
          text.append(' ');
          at = found.end();
        });
    return stretch.isPresent();
  }

  private boolean field() {
    if (fields.size() >= MAX_OPERATORS) {
      return false;
    }
    int limit = Math.min(query.length(), at + LONGEST_NAME + 1);
    for (int colon = at + 1; colon < limit; colon++) {
      if (query.charAt(colon) == ':' || query.charAt(colon) == '：') {
        String name = query.substring(at, colon).toLowerCase(Locale.ROOT);
        Optional<Target> target = Optional.ofNullable(TARGETS.get(name));
        Optional<Stretch> value = target.isEmpty() ? Optional.empty() : value(colon + 1);
        value.ifPresent(
            found -> {
              fields.add(new InField(target.orElseThrow(), found.text()));
              text.append(' ');
              at = found.end();
            });
        return value.isPresent();
      }
    }
    return false;
  }

  /** What an operator is about: what stands in quotes, or the next word. */
  private Optional<Stretch> value(int from) {
    if (from < query.length() && isQuote(from)) {
      return quoted(from);
    }
    int end = from;
    while (end < query.length() && !isSpace(query.charAt(end)) && !isQuote(end)) {
      end++;
    }
    return stretch(from, end, end);
  }

  private Optional<Stretch> quoted(int from) {
    for (int end = from + 1; end < query.length(); end++) {
      if (isQuote(end)) {
        return stretch(from + 1, end, end + 1);
      }
    }
    return Optional.empty();
  }

  private Optional<Stretch> stretch(int from, int to, int end) {
    String found = query.substring(from, to);
    boolean says = found.codePoints().anyMatch(Character::isLetterOrDigit);
    return says ? Optional.of(new Stretch(found, end)) : Optional.empty();
  }

  /** A piece of the query and where reading goes on after it. */
  private record Stretch(String text, int end) {}

  private boolean isQuote(int index) {
    return QUOTES.indexOf(query.charAt(index)) >= 0;
  }

  private static boolean isSpace(char unit) {
    return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
  }
}
