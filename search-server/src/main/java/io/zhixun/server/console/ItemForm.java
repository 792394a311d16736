package io.zhixun.server.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.Problem;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.server.console.Field.Group;
import io.zhixun.server.console.Field.Option;
import io.zhixun.server.page.wording.Labels;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An item as an editor types it: what stands in the inputs, by name. Fields that no input shows
 * (ratings, counts) stay as they are.
 */
record ItemForm(Map<String, String> values) {
  private static final Pattern BETWEEN = Pattern.compile("[,，、;；\\n\\r]+");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  ItemForm {
    values = Map.copyOf(values);
  }

  static final ItemForm EMPTY =
      new ItemForm(Map.of("format", "COURSE", "access", "FREE", "language", "zh"));

  static ItemForm of(Item item, ZoneId zone) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", item.id().value());
    values.put("format", item.format().name());
    values.put("title", item.text().title());
    values.put("subtitle", item.text().subtitle().orElse(""));
    values.put("summary", item.text().summary().orElse(""));
    values.put("outline", String.join("\n", item.text().outline()));
    values.put("authors", String.join("、", item.text().authors()));
    values.put("category", String.join("、", item.text().category()));
    values.put("tags", String.join("、", item.text().tags()));
    values.put("language", item.text().language());
    values.put("level", item.audience().level().map(Enum::name).orElse(""));
    values.put("sensitiveToMinors", item.audience().sensitiveToMinors() ? "true" : "");
    values.put(
        "prerequisites",
        String.join("、", item.audience().prerequisites().stream().map(ItemId::value).toList()));
    values.put("access", item.offer().access().name());
    values.put("priceFen", yuan(item.offer().priceFen()));
    values.put("listPriceFen", yuan(item.offer().listPriceFen()));
    OptionalLong early =
        item.offer().earlyBird().stream().mapToLong(Item.EarlyBird::priceFen).findFirst();
    values.put("earlyBird.priceFen", yuan(early));
    values.put(
        "earlyBird.until", Words.typed(item.offer().earlyBird().map(Item.EarlyBird::until), zone));
    values.put("published", Words.typed(item.dates().published(), zone));
    values.put("length.minutes", number(item.length().minutes()));
    values.put("length.pages", number(item.length().pages()));
    values.put("length.lessons", number(item.length().lessons()));
    values.put("url", item.url().orElse(""));
    values.put("workId", item.workId().orElse(""));
    return new ItemForm(values);
  }

  private static String yuan(OptionalLong fen) {
    return fen.isEmpty()
        ? ""
        : BigDecimal.valueOf(fen.getAsLong(), 2).stripTrailingZeros().toPlainString();
  }

  private static String number(OptionalInt number) {
    return number.isEmpty() ? "" : Integer.toString(number.getAsInt());
  }

  /** What a browser has sent. */
  static ItemForm of(Map<String, List<String>> sent) {
    Map<String, String> values = new LinkedHashMap<>();
    sent.forEach((name, all) -> values.put(name, all.getFirst().replace("\r\n", "\n").strip()));
    return new ItemForm(values);
  }

  String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** The item with what was typed, or all that is wrong with it. */
  Checked<Item> read(Optional<Item> before, Item.Status status, ZoneId zone) {
    ObjectNode line = before.map(ItemJson::write).orElseGet(JSON::objectNode);
    for (String name :
        List.of("id", "format", "title", "subtitle", "summary", "language", "level", "access")) {
      put(line, name, value(name));
    }
    put(line, "url", value("url"));
    put(line, "workId", value("workId"));
    line.put("status", status.name());
    list(line, "outline", Arrays.stream(value("outline").split("\n", -1)));
    for (String name : List.of("authors", "category", "tags", "prerequisites")) {
      list(line, name, BETWEEN.splitAsStream(value(name)));
    }
    line.remove("sensitiveToMinors");
    if (!value("sensitiveToMinors").isEmpty()) {
      line.put("sensitiveToMinors", true);
    }
    money(line, "priceFen", value("priceFen"));
    money(line, "listPriceFen", value("listPriceFen"));
    earlyBird(line, zone);
    put(line, "published", Words.instant(value("published"), zone));
    length(line);
    return ItemCheck.read(line);
  }

  private static void put(ObjectNode line, String name, String text) {
    if (text.isEmpty()) {
      line.remove(name);
    } else {
      line.put(name, text);
    }
  }

  private static void list(ObjectNode line, String name, Stream<String> entries) {
    ArrayNode list = JSON.arrayNode();
    entries.map(String::strip).filter(entry -> !entry.isEmpty()).forEach(list::add);
    line.set(name, list);
  }

  /** Yuan as people type them; what is no amount stays a text, and is refused as such. */
  private static void money(ObjectNode line, String name, String yuan) {
    line.remove(name);
    if (!yuan.isEmpty()) {
      try {
        line.put(name, new BigDecimal(yuan).movePointRight(2).longValueExact());
      } catch (ArithmeticException | NumberFormatException e) {
        line.put(name, yuan);
      }
    }
  }

  private void earlyBird(ObjectNode line, ZoneId zone) {
    line.remove("earlyBird");
    if (!value("earlyBird.priceFen").isEmpty() || !value("earlyBird.until").isEmpty()) {
      ObjectNode early = line.putObject("earlyBird");
      money(early, "priceFen", value("earlyBird.priceFen"));
      put(early, "until", Words.instant(value("earlyBird.until"), zone));
    }
  }

  private void length(ObjectNode line) {
    ObjectNode length = JSON.objectNode();
    for (String name : List.of("minutes", "pages", "lessons")) {
      String typed = value("length." + name);
      if (typed.matches("[0-9]{1,9}")) {
        length.put(name, Integer.parseInt(typed));
      } else {
        put(length, name, typed);
      }
    }
    line.remove("length");
    if (!length.isEmpty()) {
      line.set("length", length);
    }
  }

  /** The inputs, with what is wrong beside each. */
  List<Group> groups(boolean isNew, List<Problem> problems) {
    Field id = line("id", "编号", "保存后不能再改，用在地址里，如 c-3301");
    List<Group> groups =
        List.of(
            new Group(
                "它是什么",
                List.of(
                    isNew ? id : id.fixed(),
                    line("title", "标题", "学员第一眼看到的字"),
                    line("subtitle", "副标题", "可以不填"),
                    choice("format", "形式", options(Item.Format.values(), Labels::of), false),
                    Field.text("summary", "简介", value("summary"), "至少 20 字，说清楚学了能做什么"),
                    Field.text("outline", "目录", value("outline"), "每行一章"))),
            new Group(
                "怎么找到它",
                List.of(
                    line("authors", "作者", "多位用顿号分开"),
                    line("category", "分类", "从大到小，用顿号分开，如 编程、Python"),
                    line("tags", "话题", "用顿号分开，推荐主要靠它"),
                    choice("level", "难度", options(Item.Level.values(), Labels::of), true),
                    line("language", "语言", "zh、en 等"),
                    line("prerequisites", "先修内容", "填编号，用顿号分开"),
                    line("workId", "作品编号", "同一作品的不同版本填同一个，搜索里只出现一个"))),
            new Group(
                "怎么卖",
                List.of(
                    choice("access", "获取方式", options(Item.Access.values(), Labels::of), false),
                    line("priceFen", "价格（元）", "如 199 或 19.90"),
                    line("listPriceFen", "原价（元）", "划掉的那个价，可以不填"),
                    line("earlyBird.priceFen", "早鸟价（元）", "可以不填"),
                    moment("earlyBird.until", "早鸟截止", "到这一刻恢复原来的价格"),
                    moment("published", "上架时间", "填未来的时间，到时才会被搜到"))),
            new Group(
                "其他",
                List.of(
                    line("length.minutes", "分钟数", ""),
                    line("length.pages", "页数", ""),
                    line("length.lessons", "讲数", ""),
                    line("url", "链接", "https:// 开头，或本站的路径"),
                    Field.flag(
                        "sensitiveToMinors",
                        "不推荐给未成年人",
                        !value("sensitiveToMinors").isEmpty(),
                        "也不会出现在他们的搜索里"))));
    return groups.stream().map(group -> withProblems(group, problems)).toList();
  }

  private Field line(String name, String label, String hint) {
    return Field.line(name, label, value(name), hint);
  }

  private Field moment(String name, String label, String hint) {
    return Field.moment(name, label, value(name), hint);
  }

  private Field choice(String name, String label, List<Option> options, boolean optional) {
    List<Option> all = new ArrayList<>();
    if (optional) {
      all.add(new Option("", "不填"));
    }
    all.addAll(options);
    return Field.choice(name, label, value(name), all);
  }

  static <E extends Enum<E>> List<Option> options(E[] values, Function<E, String> label) {
    return Arrays.stream(values).map(one -> new Option(one.name(), label.apply(one))).toList();
  }

  private static Group withProblems(Group group, List<Problem> problems) {
    return new Group(
        group.title(),
        group.fields().stream().map(field -> field.with(found(field.name(), problems))).toList());
  }

  private static List<String> found(String name, List<Problem> problems) {
    String pointer = "/" + name.replace('.', '/');
    return problems.stream()
        .filter(
            problem ->
                problem.pointer().equals(pointer)
                    || (problem.pointer().startsWith(pointer + "/") && !name.equals("earlyBird")))
        .map(ItemForm::words)
        .distinct()
        .toList();
  }

  private static String words(Problem problem) {
    boolean isMoney = problem.pointer().endsWith("riceFen");
    return isMoney && problem.code() == Problem.Code.WRONG_TYPE
        ? "不是金额，请写成 199 或 19.90 这样"
        : ProblemWords.rule(problem);
  }
}
