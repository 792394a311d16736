package io.zhixun.corpus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An editor's wish about certain items in certain answers.
 *
 * @param factor how strongly {@link Kind#BOOST} and {@link Kind#BURY} move; unused by the others
 */
public record Rule(
    String id, Kind kind, List<ItemId> items, Condition when, Window window, double factor) {
  public Rule {
    Ids.require("rule id", id);
    items = List.copyOf(items);
  }

  /** What the editor wants done. */
  public enum Kind {
    PIN,
    BOOST,
    BURY,
    HIDE,
    SPONSOR
  }

  /** Where a rule applies: each part that is present must hold. */
  public record Condition(
      Optional<String> query, Optional<String> category, Optional<String> scenario) {
    public static final Condition ALWAYS =
        new Condition(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** When a rule applies: from the first instant up to, not including, the second. */
  public record Window(Optional<Instant> from, Optional<Instant> until) {
    public static final Window ALWAYS = new Window(Optional.empty(), Optional.empty());

    public boolean contains(Instant now) {
      return from.map(start -> !now.isBefore(start)).orElse(true)
          && until.map(now::isBefore).orElse(true);
    }
  }
}
