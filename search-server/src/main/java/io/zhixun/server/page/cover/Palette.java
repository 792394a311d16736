package io.zhixun.server.page.cover;

import java.util.List;

/**
 * Four colours that go together, named after traditional pigments.
 *
 * @param deep a dark ground; white text on it is readable
 * @param middle between deep and light
 * @param light a pale ground; deep text on it is readable
 * @param spark a small warm or cold contrast
 */
record Palette(String deep, String middle, String light, String spark) {
  private static final List<Palette> ALL =
      List.of(
          new Palette("#1f4b73", "#4f86b3", "#dfeaf2", "#f0b64e"), // 石青
          new Palette("#2a5a4c", "#6a9c88", "#e0ece5", "#e79b58"), // 竹青
          new Palette("#84452a", "#bf8060", "#f3e6da", "#3f7c82"), // 赭石
          new Palette("#842b3c", "#bd6a76", "#f5e1e2", "#e7b768"), // 胭脂
          new Palette("#54446f", "#8f80ab", "#e9e4f1", "#e98e6c"), // 藕荷
          new Palette("#33414e", "#71818f", "#e4e8eb", "#e0745d"), // 黛
          new Palette("#6b5c1e", "#a8974f", "#f0ecd6", "#41698b"), // 秋香
          new Palette("#2b3866", "#6676ad", "#e1e5f2", "#efc15e"), // 靛青
          new Palette("#46602a", "#87a165", "#e8efdc", "#d6683f"), // 松花
          new Palette("#732c57", "#ad6d93", "#f2e0ea", "#f0b265"), // 玫瑰
          new Palette("#1d6069", "#5d9fa6", "#dcebec", "#ee8d5c"), // 湖蓝
          new Palette("#583a31", "#957468", "#eee4dd", "#d79b51")); // 檀

  /** How far apart the two sets of colours of a category are. */
  private static final int STEP = 5;

  /** The colours of an item: one of the two sets of its category, more often the first. */
  static Palette of(String category, Seed item) {
    int first = new Seed(category).below(ALL.size());
    return ALL.get((first + (item.below(5) < 3 ? 0 : STEP)) % ALL.size());
  }
}
