package io.zhixun.server.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.Problem;
import io.zhixun.corpus.check.RuleCheck;
import io.zhixun.server.console.Field.Option;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A rule as an editor types it: what stands in the inputs, by name. */
record RuleForm(Map<String, String> values) {
  private static final Pattern BETWEEN = Pattern.compile("[,，、;；\\s]+");

  static final List<Option> SCENARIOS =
      List.of(
          new Option("", "所有场景"),
          new Option("search", "搜索结果"),
          new Option("home", "首页推荐"),
          new Option("item", "内容页推荐"),
          new Option("similar", "相似内容"),
          new Option("next", "接着学"),
          new Option("trending", "热门"),
          new Option("search-empty", "没有结果时"),
          new Option("after-completion", "学完之后"),
          new Option("continue", "继续学习"),
          new Option("email", "邮件"),
          new Option("rank", "排序接口"));

  RuleForm {
    values = Map.copyOf(values);
  }

  static RuleForm blank(String id) {
    return new RuleForm(Map.of("id", id, "kind", "PIN", "scenario", "search"));
  }

  static RuleForm of(Rule rule, ZoneId zone) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", rule.id());
    values.put("kind", rule.kind().name());
    values.put("items", String.join("、", rule.items().stream().map(ItemId::value).toList()));
    values.put("query", rule.when().query().orElse(""));
    values.put("category", rule.when().category().orElse(""));
    values.put("scenario", rule.when().scenario().orElse(""));
    values.put("from", Words.typed(rule.window().from(), zone));
    values.put("until", Words.typed(rule.window().until(), zone));
    values.put("factor", factor(rule.factor()));
    return new RuleForm(values);
  }

  private static String factor(double factor) {
    return factor == Math.rint(factor) ? Long.toString((long) factor) : Double.toString(factor);
  }

  static RuleForm of(Map<String, List<String>> sent) {
    Map<String, String> values = new LinkedHashMap<>();
    sent.forEach((name, all) -> values.put(name, all.getFirst().strip()));
    return new RuleForm(values);
  }

  String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** The rule, or all that is wrong with what was typed. */
  Checked<Rule> read(ZoneId zone) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode line = json.objectNode();
    line.put("id", value("id")).put("kind", value("kind"));
    ArrayNode items = line.putArray("items");
    BETWEEN.splitAsStream(value("items")).filter(id -> !id.isEmpty()).forEach(items::add);
    ObjectNode when = json.objectNode();
    for (String name : List.of("query", "category", "scenario")) {
      if (!value(name).isEmpty()) {
        when.put(name, value(name));
      }
    }
    line.set("when", when);
    ObjectNode window = json.objectNode();
    for (String name : List.of("from", "until")) {
      if (!value(name).isEmpty()) {
        window.put(name, Words.instant(value(name), zone));
      }
    }
    line.set("window", window);
    if (!value("factor").isEmpty()) {
      try {
        line.put("factor", Double.parseDouble(value("factor")));
      } catch (NumberFormatException e) {
        line.put("factor", value("factor"));
      }
    }
    return RuleCheck.read(line);
  }

  List<Field> fields(List<Problem> problems) {
    List<Option> kinds = ItemForm.options(Rule.Kind.values(), Words::of);
    List<Field> fields =
        List.of(
            Field.choice("kind", "做法", value("kind"), kinds),
            Field.line("items", "对哪些内容", value("items"), "填编号，用顿号或空格分开"),
            Field.line("query", "搜索词", value("query"), "只在搜这个词时生效；空着就不限"),
            Field.line("category", "分类", value("category"), "只在这个分类里生效；空着就不限"),
            Field.choice("scenario", "场景", value("scenario"), SCENARIOS),
            Field.line("factor", "力度", value("factor"), "加权和降权用：1 大约移动十分之一，最大 100"),
            Field.moment("from", "开始", value("from"), "空着就从现在起"),
            Field.moment("until", "结束", value("until"), "空着就一直有效"));
    return fields.stream().map(field -> field.with(found(field.name(), problems))).toList();
  }

  private static List<String> found(String name, List<Problem> problems) {
    return problems.stream()
        .filter(problem -> List.of(problem.pointer().split("/", -1)).contains(name))
        .map(ProblemWords::rule)
        .distinct()
        .toList();
  }

  static String scenario(Optional<String> scenario) {
    return SCENARIOS.stream()
        .filter(option -> option.value().equals(scenario.orElse("")))
        .findFirst()
        .map(Option::label)
        .orElse(scenario.orElse(""));
  }
}
