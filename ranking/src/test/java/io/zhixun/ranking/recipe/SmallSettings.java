package io.zhixun.ranking.recipe;

import io.zhixun.ranking.embed.SsmSettings;

/** The shipped settings with an embedding small enough for tests. */
final class SmallSettings {
  private SmallSettings() {}

  static RecipeSettings with(int threads) {
    SsmSettings small = new SsmSettings(2, 16, 0.1, 0.5, 5_000, 10, 30, 7, threads);
    return RecipeSettings.defaults().withSsm(small).withThreads(threads);
  }
}
