package io.zhixun.store.sql;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the content of a log entry is, as the database spells it. */
enum Kind {
  EVENT("event"),
  ITEM("item"),
  ITEM_DELETED("item-deleted"),
  PROFILE("profile"),
  PERSONALISATION("personalisation"),
  TAG("tag"),
  RULE("rule"),
  RULE_DELETED("rule-deleted"),
  TERM("term"),
  TERM_DELETED("term-deleted"),
  VISITOR_MERGED("visitor-merged"),
  LEARNER_ERASED("learner-erased"),
  EVENTS_FORGOTTEN("events-forgotten");

  private static final Map<String, Kind> BY_TEXT =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Kind::text, Function.identity()));

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  boolean isDeletion() {
    return this == ITEM_DELETED || this == RULE_DELETED || this == TERM_DELETED;
  }

  String text() {
    return text;
  }

  /**
   * @throws IllegalArgumentException when there is no such kind
   */
  static Kind of(String text) {
    Kind kind = BY_TEXT.get(text);
    if (kind == null) {
      throw new IllegalArgumentException(
          "kind must be one of " + BY_TEXT.keySet() + ", got " + text);
    }
    return kind;
  }
}
