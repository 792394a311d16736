package io.zhixun.search.lexical;

import java.util.List;

/**
 * What somebody typed, with the operators taken out.
 *
 * @param text the rest: what is looked for in the usual way
 * @param phrases what stood in quotes and must occur just so
 * @param fields what must occur in one field
 * @param excluded what must not occur
 */
record Asked(String text, List<String> phrases, List<InField> fields, List<String> excluded) {
  Asked {
    phrases = List.copyOf(phrases);
    fields = List.copyOf(fields);
    excluded = List.copyOf(excluded);
  }

  /** A wish such as 作者:周行. */
  record InField(Target target, String text) {}

  /** What a wish can be about. */
  enum Target {
    TITLE,
    AUTHORS,
    TAGS,
    CATEGORY
  }

  boolean hasOperators() {
    return !phrases.isEmpty() || !fields.isEmpty() || !excluded.isEmpty();
  }

  /** All that should be found, as one text: what is marked in results. */
  String wanted() {
    StringBuilder wanted = new StringBuilder(text);
    phrases.forEach(phrase -> wanted.append(' ').append(phrase));
    fields.forEach(field -> wanted.append(' ').append(field.text()));
    return wanted.toString();
  }
}
