package io.zhixun.cli;

import io.zhixun.config.SettingsFile;
import io.zhixun.indexer.build.IndexSettings;
import io.zhixun.indexer.text.TextSettings;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.recipe.RecipeSettings;
import io.zhixun.search.analytics.AnalyticsSettings;
import io.zhixun.search.lexical.LexicalSettings;
import io.zhixun.search.pipeline.PipelineSettings;
import io.zhixun.search.semantic.SemanticSettings;
import io.zhixun.search.suggest.SuggestSettings;
import io.zhixun.server.ServerSettings;
import io.zhixun.server.http.CookieSettings;
import io.zhixun.store.Retention;
import io.zhixun.store.StoreSettings;
import java.nio.file.Path;

/** The whole tree of settings, seen here alone; each record belongs to the package that uses it. */
record Settings(
    Data data,
    ServerSettings server,
    CookieSettings cookies,
    StoreSettings store,
    Retention retention,
    EventWeights behaviour,
    RecipeSettings recipe,
    IndexSettings index,
    LexicalSettings lexical,
    SuggestSettings suggest,
    TextSettings text,
    SemanticSettings semantic,
    PipelineSettings pipeline,
    AnalyticsSettings analytics,
    SettingsFile file) {

  /**
   * Where things are kept.
   *
   * @param folder everything that must outlive a restart
   * @param learners how many learners' states are held in memory
   */
  record Data(Path folder, int learners) {
    static final Data DEFAULTS = new Data(Path.of("data"), 50_000);

    Data {
      if (learners < 1) {
        throw new IllegalArgumentException("learners must be >= 1, got " + learners);
      }
    }
  }

  static Settings of(SettingsFile file) {
    Settings settings =
        new Settings(
            file.bind("data", Data.class, Data.DEFAULTS),
            file.bind("server", ServerSettings.class, ServerSettings.DEFAULTS),
            file.bind("cookies", CookieSettings.class, CookieSettings.DEFAULTS),
            file.bind("store", StoreSettings.class, StoreSettings.DEFAULTS),
            file.bind("retention", Retention.class, Retention.DEFAULTS),
            file.bind("behaviour", EventWeights.class, EventWeights.DEFAULTS),
            file.bind("recipe", RecipeSettings.class, RecipeSettings.defaults()),
            file.bind("index", IndexSettings.class, IndexSettings.defaults()),
            file.bind("lexical", LexicalSettings.class, LexicalSettings.DEFAULTS),
            file.bind("suggest", SuggestSettings.class, SuggestSettings.DEFAULTS),
            file.bind("text", TextSettings.class, TextSettings.DEFAULTS),
            file.bind("semantic", SemanticSettings.class, SemanticSettings.DEFAULTS),
            file.bind("pipeline", PipelineSettings.class, PipelineSettings.DEFAULTS),
            file.bind("analytics", AnalyticsSettings.class, AnalyticsSettings.DEFAULTS),
            file);
    file.requireNoOthers();
    return settings;
  }
}
