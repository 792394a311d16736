package io.zhixun.ranking.feature;

import java.util.List;

/** All features there are, in the one order in which their values are kept. */
public final class FeatureSet {
  /** Add a feature here, and its weight to the settings. */
  public static final List<Feature> ALL =
      List.of(
          new LexicalFeature(),
          new EmbeddingFeature(),
          new NeighbourFeature(),
          new AffinityFeature(),
          new CooccurrenceFeature(),
          new NicheFeature(),
          new LikenessFeature(),
          new TagAffinityFeature(),
          new AuthorAffinityFeature(),
          new CategoryAffinityFeature(),
          new NewWorkFeature(),
          new PrerequisiteFeature(),
          new LevelFitFeature(),
          new FormatAffinityFeature(),
          new ExposureFeature(),
          new EntitlementFeature(),
          new PriceFitFeature(),
          new HourAffinityFeature(),
          new DeviceFitFeature(),
          new SceneFitFeature(),
          new EarlyBirdFeature(),
          new PopularityFeature(),
          new QualityFeature(),
          new CompletionFeature(),
          new FreshnessFeature());

  private FeatureSet() {}

  /** The names, in order. */
  public static List<String> names() {
    return ALL.stream().map(Feature::name).toList();
  }
}
