package io.zhixun.server.console;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.Rule.Kind;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.serving.Generation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a rule although it is well formed: it does nothing, or works against another.
 */
final class RuleLint {
  private final Generation generation;
  private final List<Rule> published;
  private final Instant now;
  private final Used used;

  /**
   * What behaviour says of rules.
   *
   * @param occasions how often the conditions of a rule held in so many days, where that is known
   */
  record Used(int days, Map<String, Long> occasions) {}

  RuleLint(Generation generation, List<Rule> published, Instant now, Used used) {
    this.generation = generation;
    this.published = published;
    this.now = now;
    this.used = used;
  }

  /** Warnings, one sentence each. */
  List<String> warnings(Rule rule) {
    List<String> warnings = new ArrayList<>();
    if (rule.window().until().map(end -> !now.isBefore(end)).orElse(false)) {
      warnings.add("结束时间已经过去，这条规则不会再生效。");
    }
    boolean feedOnly =
        rule.when()
            .scenario()
            .filter(one -> !one.equals("search") && !one.equals("rank"))
            .isPresent();
    if (feedOnly && rule.when().query().isPresent() && !isSearchEmpty(rule)) {
      warnings.add("这个场景里没有搜索词，而规则要求有，所以永远不会生效。");
    }
    if (rule.window().contains(now) && Long.valueOf(0).equals(used.occasions().get(rule.id()))) {
      warnings.add("近 " + used.days() + " 天从未生效：没有一次搜索或浏览符合它的条件。");
    }
    rule.items().forEach(item -> ofItem(rule, item, warnings));
    for (Rule other : published) {
      if (!other.id().equals(rule.id()) && meet(rule, other)) {
        conflict(rule, other).ifPresent(warnings::add);
      }
    }
    return warnings;
  }

  private static boolean isSearchEmpty(Rule rule) {
    return rule.when().scenario().filter("search-empty"::equals).isPresent();
  }

  private void ofItem(Rule rule, ItemId item, List<String> warnings) {
    Optional<ItemFacts> facts = generation.items().of(item);
    if (facts.isEmpty()) {
      warnings.add("没有编号为 " + item + " 的内容。");
    } else if (!facts.get().isVisibleAt(now) && rule.kind() != Kind.HIDE) {
      warnings.add("《" + facts.get().title() + "》没有发布，学员看不到，规则对它不起作用。");
    } else if (rule.kind() != Kind.SPONSOR && isUnfound(rule, item)) {
      warnings.add(
          "《"
              + facts.get().title()
              + "》里没有“"
              + rule.when().query().orElse("")
              + "”这个词：按意思也找不到它的时候，规则对它不起作用。");
    }
  }

  private boolean isUnfound(Rule rule, ItemId item) {
    return rule.when()
        .query()
        .filter(query -> generation.lexical().search(query, item).size() == 0)
        .isPresent();
  }

  /** Whether both can apply to one answer. */
  private static boolean meet(Rule one, Rule other) {
    return compatible(one.when().query(), other.when().query())
        && compatible(one.when().category(), other.when().category())
        && compatible(one.when().scenario(), other.when().scenario())
        && begins(one).isBefore(ends(other))
        && begins(other).isBefore(ends(one));
  }

  private static boolean compatible(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.get().equalsIgnoreCase(other.get());
  }

  private static Instant begins(Rule rule) {
    return rule.window().from().orElse(Instant.MIN);
  }

  private static Instant ends(Rule rule) {
    return rule.window().until().orElse(Instant.MAX);
  }

  private static Optional<String> conflict(Rule rule, Rule other) {
    List<ItemId> both = rule.items().stream().filter(other.items()::contains).toList();
    String name = "规则 " + other.id() + "（" + Words.of(other.kind()) + "）";
    if (!both.isEmpty() && isUp(rule.kind()) != isUp(other.kind())) {
      return Optional.of("与" + name + "矛盾：对 " + both.getFirst() + " 一个要往前，一个要往后。");
    }
    if (both.isEmpty() && rule.kind() == Kind.PIN && other.kind() == Kind.PIN) {
      return Optional.of("与" + name + "会同时置顶，编号小的规则排在前面。");
    }
    return both.isEmpty() || rule.kind() != other.kind()
        ? Optional.empty()
        : Optional.of("与" + name + "重复：同样的内容，同样的做法。");
  }

  private static boolean isUp(Kind kind) {
    return kind == Kind.PIN || kind == Kind.BOOST || kind == Kind.SPONSOR;
  }
}
