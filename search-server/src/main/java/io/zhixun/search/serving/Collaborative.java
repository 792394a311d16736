package io.zhixun.search.serving;

import io.zhixun.ranking.recipe.CandidateLimits;
import io.zhixun.ranking.recipe.History;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.search.serving.Trail.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The learned model of one snapshot, asked with live histories. Items newer than the snapshot are
 * outside of it: they get no score here ({@code NaN}) and are never proposed by it.
 */
public final class Collaborative {
  private final LearnedModel model;

  Collaborative(LearnedModel model) {
    this.model = model;
  }

  private History history(Trail trail) {
    List<Step> steps =
        trail.steps().stream().filter(step -> step.row() < model.items()).toList();
    int[] rows = steps.stream().mapToInt(Step::row).toArray();
    float[] weights = new float[rows.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = steps.get(i).weight();
    }
    return History.of(rows, weights);
  }
}
