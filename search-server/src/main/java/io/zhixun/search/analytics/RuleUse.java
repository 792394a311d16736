package io.zhixun.search.analytics;

import io.zhixun.corpus.Rule;
import io.zhixun.ranking.feature.ItemFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How often the conditions of editors' rules held, as far as events tell. Events do not say to
 * which categories a search was narrowed, so a category counts as met when something of it was
 * shown: what has no occasion here never had one.
 */
final class RuleUse {
  private static final String SEARCH = "search";
  private static final Set<String> FEEDS =
      Set.of("home", "item", "after-completion", "continue", "email");

  private final Map<String, List<Rule>> byQuery = new HashMap<>();
  private final List<Rule> others = new ArrayList<>();
  private final Map<String, Long> occasions = new HashMap<>();
  private final Set<String> scenes = new HashSet<>();

  RuleUse(List<Rule> rules, UnaryOperator<String> spelling) {
    for (Rule rule : rules) {
      if (rule.when().query().isPresent()) {
        String key = spelling.apply(rule.when().query().get());
        byQuery.computeIfAbsent(key, _ -> new ArrayList<>()).add(rule);
      } else {
        others.add(rule);
      }
    }
  }

  /** Somebody searched. */
  void searched(String key, Instant at) {
    byQuery.getOrDefault(key, List.of()).stream()
        .filter(rule -> isOfSearches(rule) && rule.window().contains(at))
        .forEach(this::count);
    others.stream()
        .filter(rule -> isOfSearches(rule) && rule.when().category().isEmpty())
        .filter(rule -> rule.window().contains(at))
        .forEach(this::count);
  }

  /** Something was shown. */
  void shown(String scene, List<ItemFacts> items, Instant at) {
    scenes.add(scene);
    for (Rule rule : others) {
      boolean here = rule.when().scenario().map(scene::equals).orElse(true);
      boolean ofCategory =
          rule.when()
              .category()
              .map(wanted -> items.stream().anyMatch(item -> item.category().contains(wanted)))
              .orElse(true);
      if (here && ofCategory && rule.window().contains(at)) {
        count(rule);
      }
    }
  }

  private static boolean isOfSearches(Rule rule) {
    return rule.when().scenario().map(one -> one.startsWith(SEARCH)).orElse(true);
  }

  private void count(Rule rule) {
    occasions.merge(rule.id(), 1L, Long::sum);
  }

  /** By rule; those of which events cannot tell are left out. */
  Map<String, Long> occasions() {
    Map<String, Long> told = new HashMap<>();
    byQuery.values().forEach(rules -> rules.forEach(rule -> tell(rule, told)));
    others.forEach(rule -> tell(rule, told));
    return Map.copyOf(told);
  }

  private void tell(Rule rule, Map<String, Long> told) {
    boolean scenesAreNamed = scenes.stream().anyMatch(FEEDS::contains);
    boolean isFeedThatIsNamed =
        rule.when().query().isEmpty()
            && scenesAreNamed
            && rule.when().scenario().filter(FEEDS::contains).isPresent();
    if (isOfSearches(rule) || isFeedThatIsNamed) {
      told.put(rule.id(), occasions.getOrDefault(rule.id(), 0L));
    }
  }
}
