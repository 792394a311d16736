package io.zhixun.server.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.config.SettingsException;
import io.zhixun.config.SynonymRule;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.search.lexical.Facet;
import io.zhixun.server.page.wording.Amounts;
import io.zhixun.server.page.wording.Labels;
import io.zhixun.store.Term;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says in Chinese what the record keeps of an edit: what was done, and every value.
 *
 * @param titles the title of an item; its name where there is none
 */
record LogWords(ZoneId zone, Function<ItemId, String> titles) {
  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("item", "保存内容"),
          Map.entry("item-deleted", "删除内容"),
          Map.entry("rule", "发布规则"),
          Map.entry("rule-deleted", "停用规则"),
          Map.entry("term", "加入词表"),
          Map.entry("term-deleted", "移出词表"),
          Map.entry("signed-in", "登录"),
          Map.entry("signed-out", "退出"),
          Map.entry("imported", "批量导入"),
          Map.entry("import-undone", "撤销导入"),
          Map.entry("reindex-started", "开始重建索引"),
          Map.entry("reindex-cancelled", "取消重建索引"),
          Map.entry("snapshot-activated", "启用快照"),
          Map.entry("key-created", "新建接口密钥"),
          Map.entry("key-revoked", "停用接口密钥"));

  private static final String TERM = "term";

  /** What was done. */
  static String action(String action) {
    return ACTIONS.getOrDefault(action, action);
  }

  /** What was done with a line of a word list. */
  static String action(String action, Term.Kind list) {
    boolean added = action.equals(TERM);
    return switch (list) {
      case SYNONYM -> added ? "加入同义词" : "移出同义词";
      case WORD -> added ? "加入领域词" : "移出领域词";
      case WATCHED -> added ? "加入对比用的搜索词" : "移出对比用的搜索词";
      case HANDLED -> added ? "处理搜索词" : "放回待改进的搜索";
    };
  }

  /** What the lines of a word list are. */
  static String name(Term.Kind list) {
    return switch (list) {
      case SYNONYM -> "同义词";
      case WORD -> "领域词";
      case WATCHED -> "对比用的搜索词";
      case HANDLED -> "待改进的搜索";
    };
  }

  /** What a line of a word list says. */
  static String line(Term term) {
    return switch (term.list()) {
      case SYNONYM -> synonym(term.text());
      case WORD -> quoted(term.text()) + "是一个词，分词时不拆开";
      case WATCHED -> "重建索引后对比" + quoted(term.text()) + "的排序";
      case HANDLED ->
          Handled.of(term)
              .map(done -> quoted(done.key()) + "：" + done.how().label())
              .orElse(term.text());
    };
  }

  private static String synonym(String line) {
    try {
      SynonymRule rule = SynonymRule.parse("", line);
      return rule.isMutual()
          ? quoted(rule.asked()) + "互相代替"
          : "搜" + quoted(rule.asked()) + "时，也找" + quoted(rule.found());
    } catch (SettingsException e) {
      return line;
    }
  }

  private static String quoted(List<String> terms) {
    return terms.stream().map(LogWords::quoted).collect(Collectors.joining());
  }

  private static String quoted(String term) {
    return "“" + term + "”";
  }

  /** A field's value as an editor would say it; empty when there is none. */
  String value(String field, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isArray()) {
      List<String> entries = new ArrayList<>();
      value.forEach(entry -> entries.add(value(field, entry)));
      return String.join("、", entries);
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(part -> part(part.getKey(), value(part.getKey(), part.getValue())))
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining("，"));
    }
    return value.isTextual() ? text(field, value.asText()) : plain(field, value);
  }

  private static String part(String field, String value) {
    return value.isEmpty() ? "" : ProblemWords.field("/" + field) + " " + value;
  }

  private static String plain(String field, JsonNode value) {
    return switch (field) {
      case "priceFen", "listPriceFen" -> Amounts.money(value.asLong());
      case "completionRate" -> Amounts.percent(value.asDouble());
      default -> value.isBoolean() ? value.asBoolean() ? "是" : "否" : value.asText();
    };
  }

  private String text(String field, String value) {
    return switch (field) {
      case "format" -> Labels.of(Facet.FORMAT, value);
      case "level" -> Labels.of(Facet.LEVEL, value);
      case "access" -> Labels.of(Facet.ACCESS, value);
      case "language" -> Labels.of(Facet.LANGUAGE, value);
      case "status" -> named(value, Item.Status.values(), Words::of);
      case "kind" -> named(value, Rule.Kind.values(), Words::of);
      case "scenario" -> RuleForm.scenario(Optional.of(value));
      case "items", "prerequisites" -> item(value);
      case "published", "updated", "from", "until" -> time(value);
      default -> value;
    };
  }

  /** An item by its title; by its name when there is none any more. */
  private String item(String id) {
    String title = Ids.problem(id).isEmpty() ? titles.apply(new ItemId(id)) : id;
    return title.equals(id) ? id : "《" + title + "》";
  }

  private static <E extends Enum<E>> String named(
      String value, E[] all, Function<E, String> words) {
    return Arrays.stream(all)
        .filter(one -> one.name().equals(value))
        .findFirst()
        .map(words)
        .orElse(value);
  }

  private String time(String value) {
    try {
      return Words.minute(Instant.parse(value), zone);
    } catch (DateTimeParseException e) {
      return value;
    }
  }
}
