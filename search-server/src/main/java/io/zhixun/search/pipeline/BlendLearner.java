package io.zhixun.search.pipeline;

import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.blend.Choice;
import io.zhixun.ranking.blend.WeightLearner;
import io.zhixun.ranking.feature.Feature;
import io.zhixun.ranking.feature.FeatureSet;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Signals;
import io.zhixun.ranking.feature.Viewer;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.pipeline.WeightTraining.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The weights of one blend, learned from half of the choices and judged by the other half; what is
 * kept is learned from all of them.
 *
 * <p>Only what is {@code learnable} changes. The other features enter as one sum, as they are
 * weighed now, whose scale against the learned ones is learned too; at the end all is divided by
 * it. So what holds for everybody is blended as before.
 */
final class BlendLearner {
  private static final String REST = "rest";

  /** A scale below this says that the other features speak of nothing. */
  private static final double LEAST_SCALE = 0.05;

  private final Map<String, Double> weights;
  private final Blender blender;
  private final List<Feature> learnable;
  private final List<Feature> others;
  private final List<Choice> teaching = new ArrayList<>();
  private final List<Choice> judging = new ArrayList<>();

  /**
   * @param weights as they are now; a feature that has none takes no part
   * @param narrow what those of all but relevance fall to for a query that leaves nothing open
   * @param onlyPersonal whether only features of the learner are learned
   */
  BlendLearner(Map<String, Double> weights, double narrow, boolean onlyPersonal) {
    this.weights = weights;
    this.blender = new Blender(weights, narrow);
    List<Feature> used =
        FeatureSet.ALL.stream()
            .filter(feature -> weights.getOrDefault(feature.name(), 0.0) != 0)
            .toList();
    this.learnable = used.stream().filter(f -> f.isPersonal() || !onlyPersonal).toList();
    this.others = used.stream().filter(f -> !f.isPersonal() && onlyPersonal).toList();
  }

  int choices() {
    return teaching.size() + judging.size();
  }

  /**
   * One more choice.
   *
   * @param chosen which of the candidates was taken
   * @param teaches whether it teaches or judges
   */
  void add(List<Scored> candidates, int chosen, Viewer viewer, boolean teaches) {
    List<double[]> values = candidates.stream().map(scored -> values(scored, viewer)).toList();
    (teaches ? teaching : judging).add(new Choice(values, chosen));
  }

  /** The sum of the features that stay as they are, then each that is learned. */
  private double[] values(Scored scored, Viewer viewer) {
    double[] values = new double[1 + learnable.size()];
    for (Feature feature : others) {
      values[0] +=
          weights.get(feature.name()) * value(feature, scored.item(), scored.signals(), viewer);
    }
    for (int f = 0; f < learnable.size(); f++) {
      values[1 + f] = value(learnable.get(f), scored.item(), scored.signals(), viewer);
    }
    return values;
  }

  private double value(Feature feature, ItemFacts item, Signals signals, Viewer viewer) {
    double value = feature.value(item, signals, viewer);
    return Double.isNaN(value) ? 0 : value * blender.share(feature, signals);
  }

  /** What was learned; empty when there are fewer choices than {@code least}. */
  Optional<Outcome> outcome(int least) {
    if (choices() < Math.max(2, least) || teaching.isEmpty() || judging.isEmpty()) {
      return Optional.empty();
    }
    SequencedMap<String, Double> shipped = new LinkedHashMap<>();
    shipped.put(REST, others.isEmpty() ? 0.0 : 1.0);
    learnable.forEach(f -> shipped.put(f.name(), weights.get(f.name())));
    WeightLearner learner = new WeightLearner(shipped);
    Map<String, Double> learned = scaled(learner.learn(teaching));
    double[] gains = new double[judging.size()];
    double before = 0;
    for (int i = 0; i < gains.length; i++) {
      double was = learner.reciprocalRank(shipped, judging.get(i));
      gains[i] = learner.reciprocalRank(learned, judging.get(i)) - was;
      before += was;
    }
    double gain = Arrays.stream(gains).average().orElse(0);
    double spread = Arrays.stream(gains).map(g -> (g - gain) * (g - gain)).sum();
    double error = Math.sqrt(spread / Math.max(1, gains.length - 1) / gains.length);
    double mean = before / gains.length;
    List<Choice> all = new ArrayList<>(teaching);
    all.addAll(judging);
    Map<String, Double> named = scaled(learner.learn(all));
    named.remove(REST);
    return Optional.of(new Outcome(named, choices(), mean, mean + gain, gain > error));
  }

  /** Divided by the scale of what stays as it is. */
  private Map<String, Double> scaled(Map<String, Double> learned) {
    double scale = others.isEmpty() ? 1 : Math.max(LEAST_SCALE, learned.get(REST));
    Map<String, Double> scaled = new LinkedHashMap<>();
    learned.forEach((name, weight) -> scaled.put(name, weight / scale));
    if (!others.isEmpty()) {
      scaled.put(REST, 1.0);
    }
    return scaled;
  }
}
