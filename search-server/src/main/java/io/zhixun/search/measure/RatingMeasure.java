package io.zhixun.search.measure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.dataset.MovieLensFile;
import io.zhixun.corpus.dataset.MovieLensFile.Rating;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.rating.Baseline;
import io.zhixun.ranking.rating.RatingModel;
import io.zhixun.ranking.rating.RatingSettings;
import io.zhixun.ranking.rating.RatingTrainer;
import io.zhixun.ranking.rating.Ratings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well stars are predicted, beside the mean and the biases of learners and items. How strongly
 * vectors are drawn together is chosen on a random tenth of the training ratings, by a model
 * learned from the others; the test file is looked at once.
 *
 * <p>A learner or item of the test file that training does not know is predicted by what all share.
 * A pair that is rated twice counts twice.
 */
public final class RatingMeasure {
  private static final double LOW = 1;
  private static final double HIGH = 5;
  private static final double[] PULLS = {10, 20, 40, 80};
  private static final int SLICE = 10;

  private final RatingSettings settings;

  public RatingMeasure(RatingSettings settings) {
    this.settings = settings;
  }

  /** Measures; the object that {@code evaluate rating} prints. */
  public ObjectNode run(Path train, Path test, Progress progress) {
    List<Rating> known = MovieLensFile.read(train);
    List<Rating> asked = MovieLensFile.read(test);
    Map<Integer, Integer> users = new HashMap<>();
    Map<Integer, Integer> items = new HashMap<>();
    known.forEach(rating -> users.putIfAbsent(rating.user(), users.size()));
    known.forEach(rating -> items.putIfAbsent(rating.item(), items.size()));
    Ratings.Shape shape = new Ratings.Shape(users.size(), items.size(), LOW, HIGH);
    Ratings learned = ratings(known, users, items, shape);
    Ratings wanted = ratings(asked, users, items, shape);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("data")
        .put("users", users.size())
        .put("items", items.size())
        .put("train", learned.size())
        .put("test", wanted.size())
        .put("unknown", unknown(wanted));
    long start = System.nanoTime();
    RatingSettings chosen = chosen(learned, json.putObject("recipe"), progress);
    long training = System.nanoTime();
    RatingModel model = new RatingTrainer(chosen).train(learned, progress);
    long trained = System.nanoTime();
    json.set("metrics", numbers(model, wanted));
    json.putObject("baselines")
        .<ObjectNode>set("mean", numbers(Baseline.mean(learned), wanted))
        .set("biased", numbers(Baseline.biased(learned), wanted));
    json.putObject("seconds")
        .put("choose", (training - start) / 1e9)
        .put("train", (trained - training) / 1e9);
    return json;
  }

  private static Ratings ratings(
      List<Rating> lines,
      Map<Integer, Integer> users,
      Map<Integer, Integer> items,
      Ratings.Shape shape) {
    Ratings ratings = new Ratings(shape);
    lines.forEach(
        line ->
            ratings.add(
                users.getOrDefault(line.user(), RatingModel.UNKNOWN),
                items.getOrDefault(line.item(), RatingModel.UNKNOWN),
                line.rating()));
    return ratings;
  }

  private static int unknown(Ratings wanted) {
    int count = 0;
    for (int entry = 0; entry < wanted.size(); entry++) {
      boolean unknown =
          wanted.user(entry) == RatingModel.UNKNOWN || wanted.item(entry) == RatingModel.UNKNOWN;
      count += unknown ? 1 : 0;
    }
    return count;
  }

  /** The settings that predict the slice best; those given where there is too little for one. */
  private RatingSettings chosen(Ratings all, ObjectNode recipe, Progress progress) {
    Ratings most = all.filter(entry -> !isInSlice(entry));
    Ratings slice = all.filter(this::isInSlice);
    RatingSettings best = settings;
    if (most.size() > 0 && slice.size() > 0) {
      ArrayNode trials = recipe.putArray("validation");
      double least = Double.POSITIVE_INFINITY;
      for (double pull : PULLS) {
        RatingSettings trial = settings.withPull(pull);
        double error = new RatingTrainer(trial).train(most, progress).squaredError(slice);
        trials.addObject().put("pull", pull).put("mse", error);
        if (error < least) {
          least = error;
          best = trial;
        }
      }
    }
    return describe(best, recipe);
  }

  private boolean isInSlice(int entry) {
    return Noise.below(settings.seed() + 1, entry, SLICE) == 0;
  }

  private static RatingSettings describe(RatingSettings chosen, ObjectNode recipe) {
    recipe
        .put("dimensions", chosen.dimensions())
        .put("epochs", chosen.epochs())
        .put("rate", chosen.rate())
        .put("batch", chosen.batch())
        .put("pull", chosen.pull());
    return chosen;
  }

  private static ObjectNode numbers(RatingModel model, Ratings wanted) {
    double error = model.squaredError(wanted);
    return JsonNodeFactory.instance.objectNode().put("mse", error).put("rmse", Math.sqrt(error));
  }
}
