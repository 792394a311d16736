package io.zhixun.server.console;

import io.zhixun.corpus.check.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in Chinese what {@code corpus.check} has found: the field, the rule, and what was got. */
final class ProblemWords {
  /** In the order in which editors read them. */
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("id", "编号"),
          Map.entry("title", "标题"),
          Map.entry("subtitle", "副标题"),
          Map.entry("kind", "做法"),
          Map.entry("items", "内容"),
          Map.entry("when", "条件"),
          Map.entry("query", "搜索词"),
          Map.entry("scenario", "场景"),
          Map.entry("window", "生效时间"),
          Map.entry("factor", "力度"),
          Map.entry("format", "形式"),
          Map.entry("status", "状态"),
          Map.entry("summary", "简介"),
          Map.entry("outline", "目录"),
          Map.entry("authors", "作者"),
          Map.entry("category", "分类"),
          Map.entry("tags", "话题"),
          Map.entry("language", "语言"),
          Map.entry("level", "难度"),
          Map.entry("access", "获取方式"),
          Map.entry("priceFen", "价格"),
          Map.entry("listPriceFen", "原价"),
          Map.entry("earlyBird", "早鸟价"),
          Map.entry("published", "上架时间"),
          Map.entry("updated", "更新时间"),
          Map.entry("from", "开始时间"),
          Map.entry("until", "截止时间"),
          Map.entry("length", "长度"),
          Map.entry("minutes", "分钟数"),
          Map.entry("pages", "页数"),
          Map.entry("lessons", "讲数"),
          Map.entry("rating", "评分"),
          Map.entry("ratingCount", "评分人数"),
          Map.entry("learnerCount", "学习人数"),
          Map.entry("completionRate", "完成率"),
          Map.entry("prerequisites", "先修内容"),
          Map.entry("url", "链接"),
          Map.entry("workId", "作品编号"),
          Map.entry("sensitiveToMinors", "未成年人保护"));

  private static final Map<String, String> FIELDS =
      NAMES.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final List<String> READ = NAMES.stream().map(Map.Entry::getKey).toList();

  /** Fields as editors read them; what has no name here comes last. */
  static final Comparator<String> ORDER =
      Comparator.comparingInt((String field) -> Math.floorMod(READ.indexOf(field), READ.size() + 1))
          .thenComparing(Comparator.naturalOrder());

  private static final Pattern RANGE = Pattern.compile("must be (\\S+)\\.\\.([^\\s,]+)");
  private static final Pattern MOST = Pattern.compile("at most ([0-9,]+)");
  private static final Pattern GOT =
      Pattern.compile(", got (.+?)(?:: did you mean .+\\?)?$", Pattern.DOTALL);
  private static final Pattern HINT = Pattern.compile(": did you mean (.+)\\?$");

  private ProblemWords() {}

  /** The name of a field at a pointer, such as 早鸟价的截止时间 or 话题第 3 项. */
  static String field(String pointer) {
    StringBuilder name = new StringBuilder();
    for (String part : pointer.split("/", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      if (part.chars().allMatch(Character::isDigit)) {
        name.append("第 ").append(Integer.parseInt(part) + 1).append(" 项");
      } else {
        name.append(name.isEmpty() ? "" : "的").append(FIELDS.getOrDefault(part, part));
      }
    }
    return name.isEmpty() ? "这一行" : name.toString();
  }

  /** The rule that was broken, without the field's name. */
  static String rule(Problem problem) {
    String detail = problem.detail();
    Matcher got = GOT.matcher(detail);
    String value = got.find() ? "，现在是 " + got.group(1) : "";
    Matcher hint = HINT.matcher(detail);
    String meant = hint.find() ? "，是不是想写 " + hint.group(1) + "？" : "";
    return switch (problem.code()) {
      case NOT_JSON -> "不是完整的 JSON：逗号、引号或括号可能不成对";
      case MISSING -> "必填，但没有填";
      case UNKNOWN_FIELD -> meant.isEmpty() ? "没有这个字段，名字可能写错了" : "没有这个字段" + meant;
      case WRONG_TYPE -> "类型不对" + value;
      case NOT_ALLOWED -> "不是允许的取值" + value + meant;
      case OUT_OF_RANGE -> range(detail) + value;
      case TOO_LONG -> most(detail) + value;
      case BLANK -> "不能是空白";
      case BAD_ID -> "不能用作编号：只能用字母、数字和 - _ . 等符号，不能有空格和斜杠";
      case BAD_TIME -> "不是有效的时间" + value;
      case BAD_TEXT -> "含有控制字符或者乱码";
      case MALFORMED -> "格式不对" + value;
      case DUPLICATE -> "重复出现" + value;
      case INCONSISTENT -> "与其他字段矛盾" + contradiction(problem) + value;
    };
  }

  private static String range(String detail) {
    Matcher range = RANGE.matcher(detail);
    return range.find() ? "必须在 " + range.group(1) + " 到 " + range.group(2) + " 之间" : "超出了允许的范围";
  }

  private static String most(String detail) {
    Matcher most = MOST.matcher(detail);
    return most.find() ? "太长了，最多 " + most.group(1) : "太长了";
  }

  private static String contradiction(Problem problem) {
    String pointer = problem.pointer();
    if (pointer.endsWith("/priceFen")) {
      return "：早鸟价不能高于价格";
    }
    if (pointer.startsWith("/prerequisites")) {
      return "：不能以自己为先修";
    }
    return pointer.endsWith("/until") ? "：结束必须晚于开始" : "";
  }

  /** One whole sentence. */
  static String sentence(Problem problem) {
    return "「" + field(problem.pointer()) + "」" + rule(problem);
  }
}
