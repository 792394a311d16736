package io.zhixun.server.page.wording;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.zhixun.ranking.feature.FeatureSet;
import org.junit.jupiter.api.Test;

class RankingTermsTest {
  @Test
  void everyFeatureThereIsHasAName() {
    for (String feature : FeatureSet.names()) {
      assertNotEquals("其他因素", RankingTerms.feature(feature), feature);
    }
  }
}
