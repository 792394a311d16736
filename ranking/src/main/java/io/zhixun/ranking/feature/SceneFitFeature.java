package io.zhixun.ranking.feature;

import io.zhixun.corpus.Item.Format;
import java.util.Locale;
import java.util.Map;

/**
 * Which formats suit where the learner is: on the way and while moving one listens, at a desk one
 * watches and writes, before sleep one listens or reads. Not known for other scenes, such as the
 * names of pages.
 */
final class SceneFitFeature implements Feature {
  private static final Map<Format, Double> MOVING =
      Map.of(Format.AUDIO, 1.0, Format.COLUMN, 0.4, Format.VIDEO, 0.2);
  private static final Map<String, Map<Format, Double>> FITS =
      Map.of(
          "commute",
          MOVING,
          "exercise",
          MOVING,
          "desk",
          Map.of(Format.COURSE, 1.0, Format.VIDEO, 0.7, Format.EBOOK, 0.6),
          "bedtime",
          Map.of(Format.AUDIO, 1.0, Format.EBOOK, 0.7, Format.COLUMN, 0.6));

  @Override
  public String name() {
    return "scene_fit";
  }

  @Override
  public boolean isPersonal() {
    return false;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    return viewer
        .context()
        .scene()
        .map(scene -> FITS.get(scene.toLowerCase(Locale.ROOT)))
        .map(fits -> fits.getOrDefault(item.format(), 0.0))
        .orElse(Double.NaN);
  }
}
