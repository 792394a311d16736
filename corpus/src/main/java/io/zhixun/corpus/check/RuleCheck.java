package io.zhixun.corpus.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.Rule.Condition;
import io.zhixun.corpus.Rule.Kind;
import io.zhixun.corpus.Rule.Window;
import io.zhixun.corpus.check.Problem.Code;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rules of an editor's rule.
 *
 * <pre>
 * {"id":"r-1","kind":"BOOST","items":["c-1"],"when":{"query":"机器学习","category":"编程","scenario":"home"},
 *  "window":{"from":"2026-11-01T00:00:00Z","until":"2026-12-01T00:00:00Z"},"factor":2}
 * </pre>
 *
 * <p>Required: id, kind, items (at least one, each once). {@code factor} is above 0 and 1 when
 * absent.
 */
public final class RuleCheck {
  /** What {@code factor} is when a rule does not say. */
  public static final double DEFAULT_FACTOR = 1;

  private RuleCheck() {}

  /** The rule, or everything that is wrong with it. */
  public static Checked<Rule> read(JsonNode line) {
    FieldReader in = FieldReader.of(line).require("id", "kind", "items");
    Optional<String> id = in.id("id");
    Optional<Kind> kind = in.oneOf("kind", Kind.class);
    List<ItemId> items = in.distinct("items", in.ids("items", Limits.MAX_LIST, ItemId::new));
    if (in.hasEmptyList("items")) {
      in.problem("items", Code.BLANK, "must have at least one entry");
    }
    Condition when = in.object("when").map(RuleCheck::condition).orElse(Condition.ALWAYS);
    Window window = in.object("window").map(RuleCheck::window).orElse(Window.ALWAYS);
    OptionalDouble factor = in.number("factor", 0, Limits.MAX_FACTOR);
    if (factor.isPresent() && factor.getAsDouble() == 0) {
      in.problem("factor", Code.OUT_OF_RANGE, "must be above 0, got 0");
    }
    return in.finish(
        () ->
            new Rule(
                id.orElseThrow(),
                kind.orElseThrow(),
                items,
                when,
                window,
                factor.orElse(DEFAULT_FACTOR)));
  }

  private static Condition condition(FieldReader in) {
    return new Condition(
        in.text("query", TextRule.line(Limits.QUERY.maxLength())),
        in.text("category", Limits.CATEGORY),
        in.text("scenario", Limits.LABEL));
  }

  private static Window window(FieldReader in) {
    Optional<Instant> from = in.time("from");
    Optional<Instant> until = in.time("until");
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      in.problem(
          "until", Code.INCONSISTENT, "must be after from " + from.get() + ", got " + until.get());
    }
    return new Window(from, until);
  }
}
