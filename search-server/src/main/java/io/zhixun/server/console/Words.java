package io.zhixun.server.console;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.Rule;
import io.zhixun.indexer.build.Finding;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Chinese names of what only editors see. */
final class Words {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

  private Words() {}

  static String of(Item.Status status) {
    return switch (status) {
      case DRAFT -> "草稿";
      case IN_REVIEW -> "审核中";
      case PUBLISHED -> "已发布";
      case WITHDRAWN -> "已下架";
    };
  }

  /** What is pressed to bring an item to a status. */
  static String verb(Item.Status status) {
    return switch (status) {
      case DRAFT -> "退回草稿";
      case IN_REVIEW -> "提交审核";
      case PUBLISHED -> "发布";
      case WITHDRAWN -> "下架";
    };
  }

  static String of(Rule.Kind kind) {
    return switch (kind) {
      case PIN -> "置顶";
      case BOOST -> "加权";
      case BURY -> "降权";
      case HIDE -> "隐藏";
      case SPONSOR -> "广告";
    };
  }

  static String of(Finding.Kind kind) {
    return switch (kind) {
      case DEAD_PREREQUISITE -> "先修内容不存在";
      case PREREQUISITE_CYCLE -> "先修成环";
      case THIN_SUMMARY -> "简介太短";
      case DUPLICATE_TITLE -> "标题重复";
      case PURCHASE_WITHOUT_PRICE -> "没有定价";
      case FEW_CHAPTERS -> "目录太少";
      case UNTIDY -> "待整理";
    };
  }

  /** What is to be done about it. */
  static String advice(Finding.Kind kind) {
    return switch (kind) {
      case DEAD_PREREQUISITE -> "它列为先修的内容已下架或不在目录里，学员走不通这条路径。";
      case PREREQUISITE_CYCLE -> "几项内容互为先修，谁也没法先学。";
      case THIN_SUMMARY -> "简介不足 20 字，很少有搜索能找到它。";
      case DUPLICATE_TITLE -> "另一项内容用了同样的标题，学员分不清。";
      case PURCHASE_WITHOUT_PRICE -> "标为单独购买，但没有价格。";
      case FEW_CHAPTERS -> "课程、电子书和专栏通常有三章以上的目录。";
      case UNTIDY -> "可以收下，但还有字段值得再看一眼。";
    };
  }

  /** What the ranking did with a hit on somebody's order, such as {@code pin:r-1}. */
  static String move(String policy) {
    String[] parts = policy.split(":", 2);
    String name =
        switch (parts[0].toLowerCase(Locale.ROOT)) {
          case "pin", "pinned" -> "规则置顶";
          case "boost", "boosted" -> "规则加权";
          case "bury", "buried" -> "规则降权";
          case "hide", "hidden" -> "规则隐藏";
          case "sponsor", "sponsored" -> "广告位";
          case "diversity" -> "为多样性调整";
          case "author-cap" -> "同一作者数量上限";
          case "shown-often" -> "多次展示未点，后移";
          case "explore" -> "新内容名额";
          case "exact-title" -> "标题就是所搜的词，优先";
          case "named-title" -> "标题含有或最接近所搜的词，优先";
          default -> parts[0];
        };
    return parts.length == 2 ? name + "（" + parts[1] + "）" : name;
  }

  /** 2026-11-24 18:00, in the platform's time zone. */
  static String minute(Instant at, ZoneId zone) {
    return MINUTE.format(LocalDateTime.ofInstant(at, zone));
  }

  /** As an input for date and time wants it. */
  static String typed(Optional<Instant> at, ZoneId zone) {
    return at.map(instant -> TYPED.format(LocalDateTime.ofInstant(instant, zone))).orElse("");
  }

  /** What was typed, as the catalogue writes it; what is no time stays as it is, to be refused. */
  static String instant(String typed, ZoneId zone) {
    try {
      return LocalDateTime.parse(typed).atZone(zone).toInstant().toString();
    } catch (DateTimeParseException e) {
      return typed;
    }
  }

  /** 12.5 MB */
  static String bytes(long bytes) {
    return bytes < 1_000_000
        ? Math.ceilDiv(bytes, 1_000) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
