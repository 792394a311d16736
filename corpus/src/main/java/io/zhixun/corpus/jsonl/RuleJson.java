package io.zhixun.corpus.jsonl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Rule;

/** Writes an editor's rule; {@link io.zhixun.corpus.check.RuleCheck} reads it back. */
public final class RuleJson {
  private RuleJson() {}

  /** The line of a rule. */
  public static ObjectNode write(Rule rule) {
    return new Fields()
        .put("id", rule.id())
        .put("kind", rule.kind().name())
        .put("items", rule.items())
        .put(
            "when",
            new Fields()
                .put("query", rule.when().query())
                .put("category", rule.when().category())
                .put("scenario", rule.when().scenario()))
        .put(
            "window",
            new Fields().put("from", rule.window().from()).put("until", rule.window().until()))
        .put("factor", rule.factor())
        .object();
  }
}
