package io.zhixun.ranking.policy;

import io.zhixun.corpus.Rule;
import io.zhixun.corpus.Rule.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * All of the editors' rules. Immutable: a change gives other rules, so that a request sees one
 * state throughout.
 *
 * <p>A rule applies to an answer when its time has come and each part of its condition holds: the
 * same query in the same spelling, the category among those of the answer, the same scenario.
 */
public final class Rules {
  private final UnaryOperator<String> spelling;
  private final NavigableMap<String, Rule> byId;

  private Rules(UnaryOperator<String> spelling, NavigableMap<String, Rule> byId) {
    this.spelling = spelling;
    this.byId = Collections.unmodifiableNavigableMap(byId);
  }

  /**
   * No rules yet.
   *
   * @param spelling gives two queries that differ in spelling alone the same form
   */
  public static Rules none(UnaryOperator<String> spelling) {
    return new Rules(spelling, new TreeMap<>());
  }

  /** With one rule more, or with another content for it. */
  public Rules with(Rule rule) {
    NavigableMap<String, Rule> next = new TreeMap<>(byId);
    next.put(rule.id(), spelt(rule));
    return new Rules(spelling, next);
  }

  /** Without one rule. */
  public Rules without(String id) {
    NavigableMap<String, Rule> next = new TreeMap<>(byId);
    next.remove(id);
    return new Rules(spelling, next);
  }

  private Rule spelt(Rule rule) {
    Condition when = rule.when();
    Condition spelt = new Condition(when.query().map(spelling), when.category(), when.scenario());
    return new Rule(rule.id(), rule.kind(), rule.items(), spelt, rule.window(), rule.factor());
  }

  /** Those that apply to an answer. */
  public ActiveRules on(Occasion occasion) {
    if (byId.isEmpty()) {
      return ActiveRules.NONE;
    }
    Optional<String> query = occasion.query().map(spelling);
    List<Rule> active = new ArrayList<>();
    for (Rule rule : byId.values()) {
      if (rule.window().contains(occasion.now()) && holds(rule.when(), query, occasion)) {
        active.add(rule);
      }
    }
    return active.isEmpty() ? ActiveRules.NONE : new ActiveRules(active);
  }

  private static boolean holds(Condition when, Optional<String> query, Occasion occasion) {
    return when.query().map(wanted -> query.filter(wanted::equals).isPresent()).orElse(true)
        && when.category().map(occasion.categories()::contains).orElse(true)
        && when.scenario().map(occasion.scenario()::equals).orElse(true);
  }
}
