package io.zhixun.server.page;

import io.zhixun.ranking.blend.Part;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.server.page.wording.RankingTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a score is made of, in plain words, the largest part first.
 *
 * @param sources how the item was found
 */
record PartsView(String total, List<Bar> bars, List<String> sources) {
  private static final int MOST = 7;

  PartsView {
    bars = List.copyOf(bars);
    sources = List.copyOf(sources);
  }

  /**
   * @param width 0..100, as a share of the largest part
   * @param amount with its sign
   */
  record Bar(String name, int width, boolean negative, String amount) {}

  /** Empty when the answer carries no parts. */
  static Optional<PartsView> of(Hit hit) {
    if (hit.parts().isEmpty()) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>(hit.parts());
    parts.removeIf(part -> part.contribution() == 0);
    parts.sort(Comparator.comparingDouble(part -> -Math.abs(part.contribution())));
    double largest = parts.isEmpty() ? 1 : Math.abs(parts.getFirst().contribution());
    List<Bar> bars = new ArrayList<>();
    for (Part part : parts.subList(0, Math.min(MOST, parts.size()))) {
      bars.add(bar(RankingTerms.feature(part.feature()), part.contribution(), largest));
    }
    if (parts.size() > MOST) {
      double rest =
          parts.subList(MOST, parts.size()).stream().mapToDouble(Part::contribution).sum();
      bars.add(bar("其余 " + (parts.size() - MOST) + " 项", rest, largest));
    }
    return Optional.of(
        new PartsView(
            String.format(Locale.ROOT, "%.2f", hit.score()),
            bars,
            hit.sources().stream().map(RankingTerms::source).distinct().toList()));
  }

  private static Bar bar(String name, double contribution, double largest) {
    int width = Math.clamp(Math.round(100 * Math.abs(contribution) / largest), 1, 100);
    return new Bar(
        name, width, contribution < 0, String.format(Locale.ROOT, "%+.2f", contribution));
  }
}
