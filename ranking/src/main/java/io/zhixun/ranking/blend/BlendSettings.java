package io.zhixun.ranking.blend;

import io.zhixun.ranking.feature.FeatureSet;
import java.util.HashMap;
import java.util.Map;

/**
 * How much each feature counts; a feature that is not named counts nothing.
 *
 * @param weight default of a request's {@code weight}, 0 (nothing about the learner) to 1 (most
 *     personal); a personal feature counts {@code its weight × request weight ÷ 0.5}
 * @param learn whether weights that were learned with a snapshot, and found no worse, stand in for
 *     those of {@code search} and {@code feed}
 * @param narrow what the weights of all but relevance fall to, as a share, for a query that hardly
 *     anything holds; for one that plenty does they hold in full
 * @param search weights where there is a query
 * @param feed weights where there is none
 * @param newcomer the same where nothing of a learner enters, so that only what holds for everybody
 *     can speak: mainly what many chose
 */
public record BlendSettings(
    double weight,
    boolean learn,
    double narrow,
    Map<String, Double> search,
    Map<String, Double> feed,
    Map<String, Double> newcomer) {
  public static final BlendSettings DEFAULTS =
      new BlendSettings(
          0.5,
          true,
          0.3,
          Map.ofEntries(
              Map.entry("bm25", 1.0),
              Map.entry("affinity", 0.25),
              Map.entry("cooccurrence", 0.60),
              Map.entry("likeness", 0.02),
              Map.entry("niche", 0.10),
              Map.entry("embedding", 0.04),
              Map.entry("neighbour", 0.02),
              Map.entry("tag_affinity", 0.15),
              Map.entry("author_affinity", 0.08),
              Map.entry("category_affinity", 0.05),
              Map.entry("new_work", 0.30),
              Map.entry("prerequisite", 0.05),
              Map.entry("level_fit", 0.05),
              Map.entry("format_affinity", 0.03),
              Map.entry("entitlement", 0.02),
              Map.entry("price_fit", 0.02),
              Map.entry("hour_affinity", 0.01),
              Map.entry("device_fit", 0.03),
              Map.entry("scene_fit", 0.03),
              Map.entry("early_bird", 0.02),
              Map.entry("popularity", 0.40),
              Map.entry("quality", 0.05),
              Map.entry("freshness", 0.02)),
          Map.ofEntries(
              Map.entry("embedding", 1.0),
              Map.entry("neighbour", 1.0),
              Map.entry("likeness", 1.5),
              Map.entry("tag_affinity", 0.6),
              Map.entry("author_affinity", 0.3),
              Map.entry("prerequisite", 0.5),
              Map.entry("level_fit", 0.2),
              Map.entry("format_affinity", 0.15),
              Map.entry("exposure", 0.3),
              Map.entry("entitlement", 0.1),
              Map.entry("price_fit", 0.1),
              Map.entry("hour_affinity", 0.1),
              Map.entry("device_fit", 0.15),
              Map.entry("scene_fit", 0.2),
              Map.entry("early_bird", 0.1),
              Map.entry("popularity", 0.3),
              Map.entry("quality", 0.2),
              Map.entry("freshness", 0.2)),
          Map.of(
              "popularity", 1.0,
              "quality", 0.3,
              "completion", 0.1,
              "freshness", 0.1,
              "device_fit", 0.15,
              "scene_fit", 0.2,
              "early_bird", 0.05));

  public BlendSettings {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight must be 0..1, got " + weight);
    }
    if (!(narrow >= 0 && narrow <= 1)) {
      throw new IllegalArgumentException("narrow must be 0..1, got " + narrow);
    }
    search = checked("search", search);
    feed = checked("feed", feed);
    newcomer = checked("newcomer", newcomer);
  }

  /**
   * The same with learned weights in the place of those they were learned from.
   *
   * @param learned by {@code search.} or {@code feed.} and the name of a feature; what is not such
   *     a name, as of a snapshot that knew other features, is passed over
   */
  public BlendSettings with(Map<String, Double> learned) {
    return learn && !learned.isEmpty()
        ? new BlendSettings(
            weight,
            true,
            narrow,
            replaced("search.", search, learned),
            replaced("feed.", feed, learned),
            newcomer)
        : this;
  }

  private static Map<String, Double> replaced(
      String prefix, Map<String, Double> weights, Map<String, Double> learned) {
    Map<String, Double> replaced = new HashMap<>(weights);
    replaced.replaceAll((feature, value) -> learned.getOrDefault(prefix + feature, value));
    return replaced;
  }

  private static Map<String, Double> checked(String name, Map<String, Double> weights) {
    weights.forEach(
        (feature, value) -> {
          if (!FeatureSet.names().contains(feature)) {
            throw new IllegalArgumentException(
                name + " must name features of " + FeatureSet.names() + ", got " + feature);
          }
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                name + "." + feature + " must be finite, got " + value);
          }
        });
    return Map.copyOf(weights);
  }
}
