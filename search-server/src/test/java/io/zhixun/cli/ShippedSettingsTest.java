package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.Test;

class ShippedSettingsTest {
  private final Settings shipped = Settings.of(SettingsFile.shipped());

  @Test
  void theShippedFileSaysWhatHoldsWithoutIt() {
    assertAll(
        () -> assertEquals(ServerSettings.DEFAULTS, shipped.server()),
        () -> assertEquals(CookieSettings.DEFAULTS, shipped.cookies()),
        () -> assertEquals(StoreSettings.DEFAULTS, shipped.store()),
        () -> assertEquals(Retention.DEFAULTS, shipped.retention()),
        () -> assertEquals(EventWeights.DEFAULTS, shipped.behaviour()),
        () -> assertEquals(RecipeSettings.defaults(), shipped.recipe()),
        () -> assertEquals(IndexSettings.defaults(), shipped.index()),
        () -> assertEquals(LexicalSettings.DEFAULTS, shipped.lexical()),
        () -> assertEquals(TextSettings.DEFAULTS, shipped.text()),
        () -> assertEquals(AnalyticsSettings.DEFAULTS, shipped.analytics()),
        () -> assertEquals(PipelineSettings.DEFAULTS, shipped.pipeline()),
        () -> assertEquals(SemanticSettings.DEFAULTS, shipped.semantic()),
        () -> assertEquals(SuggestSettings.DEFAULTS, shipped.suggest()));
  }
}
