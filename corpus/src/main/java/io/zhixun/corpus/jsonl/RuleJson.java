package io.zhixun.corpus.jsonl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Rule;

/** Writes an editor's rule; {@link io.zhixun.corpus.check.RuleCheck} reads it back. */
public final class RuleJson {
  private RuleJson() {}

  /** The line of a rule. */
  public static ObjectNode write(Rule rule) {
    TreeFields line = new TreeFields();
    line.put("id", rule.id())
        .put("kind", rule.kind().name())
        .put("items", rule.items())
        .object("when", inner -> putCondition(inner, rule.when()))
        .object("window", inner -> putWindow(inner, rule.window()))
        .put("factor", rule.factor());
    return line.object();
  }

  private static void putCondition(Fields inner, Rule.Condition when) {
    inner
        .put("query", when.query())
        .put("category", when.category())
        .put("scenario", when.scenario());
  }

  private static void putWindow(Fields inner, Rule.Window window) {
    inner.put("from", window.from()).put("until", window.until());
  }
}
