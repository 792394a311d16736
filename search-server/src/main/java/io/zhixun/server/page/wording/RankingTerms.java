package io.zhixun.server.page.wording;

import java.util.Map;

/** What the parts of a score and the sources of candidates are called in front of learners. */
public final class RankingTerms {
  private static final Map<String, String> FEATURES =
      Map.ofEntries(
          Map.entry("bm25", "与搜索词的匹配程度"),
          Map.entry("lexical", "与搜索词的匹配程度"),
          Map.entry("semantic", "与搜索词的意思相近"),
          Map.entry("embedding", "和你学得相似的人也在学"),
          Map.entry("neighbour", "学过同样内容的人接着学它"),
          Map.entry("affinity", "与你学过的内容相近"),
          Map.entry("niche", "不只看大众热度"),
          Map.entry("cooccurrence", "与你学过的内容常被同一批人选学"),
          Map.entry("likeness", "新内容，与你学过的内容相近"),
          Map.entry("tag_affinity", "你关注的话题"),
          Map.entry("author_affinity", "你常学的作者"),
          Map.entry("category_affinity", "你常学的分类"),
          Map.entry("new_work", "你还没有的作品"),
          Map.entry("prerequisite", "先修内容你已学完"),
          Map.entry("level_fit", "难度适合你"),
          Map.entry("format_affinity", "你偏好的形式"),
          Map.entry("hour_affinity", "适合这个时段学"),
          Map.entry("price_fit", "价格合适"),
          Map.entry("entitlement", "你已有权限"),
          Map.entry("early_bird", "限时优惠"),
          Map.entry("device_fit", "长度适合手机"),
          Map.entry("scene_fit", "适合当前场景"),
          Map.entry("rule", "编辑调整"),
          Map.entry("exposure", "还没有反复推荐给你"),
          Map.entry("popularity", "近期热度"),
          Map.entry("quality", "学员评分"),
          Map.entry("completion", "学完的比例"),
          Map.entry("freshness", "新近程度"));

  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("lexical", "关键词"),
          Map.entry("semantic", "语义"),
          Map.entry("embedding", "学习轨迹"),
          Map.entry("neighbour", "学过同样内容的人"),
          Map.entry("learners", "相似学员"),
          Map.entry("history", "最近学过"),
          Map.entry("trending", "近期热门"),
          Map.entry("popular", "热门"),
          Map.entry("fresh", "新上架"),
          Map.entry("interest", "你关注的话题"),
          Map.entry("rule", "编辑推荐"),
          Map.entry("sponsored", "广告"),
          Map.entry("similar", "相似内容"));

  private RankingTerms() {}

  /** A feature's name; one that learners need not tell apart is 其他因素. */
  public static String feature(String name) {
    return FEATURES.getOrDefault(name, "其他因素");
  }

  /** A candidate source's name. */
  public static String source(String name) {
    return SOURCES.getOrDefault(name, "其他来源");
  }
}
