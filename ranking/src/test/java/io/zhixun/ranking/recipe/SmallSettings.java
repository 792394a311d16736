package io.zhixun.ranking.recipe;

import io.zhixun.ranking.embed.SequenceSettings;
import io.zhixun.ranking.embed.SsmSettings;

/** The shipped settings with embeddings small enough for tests. */
final class SmallSettings {
  private SmallSettings() {}

  static RecipeSettings with(int threads) {
    SsmSettings small = new SsmSettings(2, 16, 0.1, 0.5, 5_000, 10, 30, 7, threads);
    SequenceSettings next =
        new SequenceSettings(2, 16, 20, 64, 0.1, 0.02, 20_000, 10, 8_000, 7, threads);
    return RecipeSettings.defaults().withSsm(small).withSequence(next).withThreads(threads);
  }
}
