package io.zhixun.server.console;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.check.Problem;

/** What may be looked at again, in words, and small changes of items. */
final class Notes {
  private Notes() {}

  /** A note of {@code ItemQuality}. */
  static String of(Problem note) {
    return switch (note.pointer()) {
      case "/summary" -> "没有简介：很少有搜索能找到它。";
      case "/tags" -> "没有话题：很少会推荐给学员。";
      case "/ratingCount" -> "有评分却没有评分人数：这个评分不起作用。";
      case "/updated" -> "更新时间早于上架时间。";
      case "/earlyBird" -> "有早鸟价，却没有之后的价格。";
      case "/listPriceFen" -> "原价比现价还低。";
      case "/priceFen" -> note.code() == Problem.Code.MISSING ? "标为单独购买，但没有价格。" : "标为免费，却有价格。";
      default -> ProblemWords.sentence(note);
    };
  }

  static Item withStatus(Item item, Item.Status status) {
    return new Item(
        item.id(),
        item.format(),
        status,
        item.text(),
        item.offer(),
        item.audience(),
        item.length(),
        item.reception(),
        item.dates(),
        item.url(),
        item.workId());
  }
}
