package io.zhixun.server.console;

import io.zhixun.corpus.Rule;
import io.zhixun.server.editing.RuleLint.Warning;

/** Says in Chinese what {@code RuleLint} has found, one sentence each. */
final class RuleWords {
  private RuleWords() {}

  static String of(Warning warning) {
    return switch (warning) {
      case Warning.Over() -> "结束时间已经过去，这条规则不会再生效。";
      case Warning.NeverAsked _ -> "这个场景里没有搜索词，而规则要求有，所以永远不会生效。";
      case Warning.Unused(int days) -> "近 " + days + " 天从未生效：没有一次搜索或浏览符合它的条件。";
      case Warning.NoItem(var item) -> "没有编号为 " + item + " 的内容。";
      case Warning.Unpublished(_, String title) -> "《" + title + "》没有发布，学员看不到，规则对它不起作用。";
      case Warning.NotInText(_, String title, String query) ->
          "《" + title + "》里没有“" + query + "”这个词：按意思也找不到它的时候，规则对它不起作用。";
      case Warning.Contradicts(Rule other, var item) ->
          "与" + name(other) + "矛盾：对 " + item + " 一个要往前，一个要往后。";
      case Warning.PinnedTwice(Rule other) -> "与" + name(other) + "会同时置顶，编号小的规则排在前面。";
      case Warning.Repeats(Rule other) -> "与" + name(other) + "重复：同样的内容，同样的做法。";
    };
  }

  private static String name(Rule rule) {
    return "规则 " + rule.id() + "（" + Words.of(rule.kind()) + "）";
  }
}
