package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.config.SettingsFile;
import io.zhixun.search.pipeline.PipelineSettings;
import io.zhixun.search.semantic.SemanticSettings;
import io.zhixun.search.suggest.SuggestSettings;
import org.junit.jupiter.api.Test;

class ShippedSettingsTest {
  private final Settings shipped = Settings.of(SettingsFile.shipped());

  @Test
  void theShippedFileSaysWhatHoldsWithoutIt() {
    assertEquals(PipelineSettings.DEFAULTS, shipped.pipeline());
    assertEquals(SemanticSettings.DEFAULTS, shipped.semantic());
    assertEquals(SuggestSettings.DEFAULTS, shipped.suggest());
  }
}
