package io.zhixun.server.page.wording;

import io.zhixun.corpus.Item.Access;
import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Level;
import io.zhixun.ranking.learner.Touch;
import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Sort;
import java.util.Arrays;
import java.util.Map;

/** Chinese names of everything that has a name in the domain. */
public final class Labels {
  private static final Map<String, String> LANGUAGES =
      Map.of("zh", "中文", "en", "英文", "ja", "日文", "ko", "韩文", "fr", "法文", "de", "德文", "es", "西班牙文");

  private Labels() {}

  public static String of(Format format) {
    return switch (format) {
      case COURSE -> "课程";
      case EBOOK -> "电子书";
      case COLUMN -> "专栏";
      case AUDIO -> "音频";
      case VIDEO -> "视频";
    };
  }

  public static String of(Level level) {
    return switch (level) {
      case BEGINNER -> "入门";
      case INTERMEDIATE -> "进阶";
      case ADVANCED -> "高阶";
    };
  }

  public static String of(Access access) {
    return switch (access) {
      case FREE -> "免费";
      case PURCHASE -> "单独购买";
      case SUBSCRIPTION -> "订阅";
      case MEMBER -> "会员";
    };
  }

  public static String of(Facet facet) {
    return switch (facet) {
      case FORMAT -> "形式";
      case LEVEL -> "难度";
      case ACCESS -> "获取方式";
      case CATEGORY -> "分类";
      case TAG -> "话题";
      case AUTHOR -> "作者";
      case LANGUAGE -> "语言";
    };
  }

  public static String of(Sort sort) {
    return switch (sort) {
      case RELEVANCE -> "综合";
      case NEWEST -> "最新";
      case RATING -> "评分";
      case POPULARITY -> "人气";
      case PRICE_ASC -> "价格从低到高";
      case PRICE_DESC -> "价格从高到低";
    };
  }

  /** What a learner did with an item, as a state. */
  public static String of(Touch.Kind kind) {
    return switch (kind) {
      case CLICKED -> "看过介绍";
      case STUDIED -> "在学";
      case FAVOURITED -> "收藏";
      case PURCHASED -> "已购买";
      case RATED -> "评过分";
      case COMPLETED -> "已学完";
    };
  }

  /** The name of a facet's value; values that are words of the catalogue name themselves. */
  public static String of(Facet facet, String value) {
    return switch (facet) {
      case FORMAT -> is(Format.class, value) ? of(Format.valueOf(value)) : value;
      case LEVEL -> is(Level.class, value) ? of(Level.valueOf(value)) : value;
      case ACCESS -> is(Access.class, value) ? of(Access.valueOf(value)) : value;
      case LANGUAGE -> LANGUAGES.getOrDefault(value, value);
      case CATEGORY -> value.replace("/", " › ");
      case TAG, AUTHOR -> value;
    };
  }

  /** Whether a facet can have this value at all. */
  public static boolean isPossible(Facet facet, String value) {
    return switch (facet) {
      case FORMAT -> is(Format.class, value);
      case LEVEL -> is(Level.class, value);
      case ACCESS -> is(Access.class, value);
      case CATEGORY, TAG, AUTHOR, LANGUAGE -> !value.isBlank();
    };
  }

  private static <E extends Enum<E>> boolean is(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .anyMatch(constant -> constant.name().equals(name));
  }
}
