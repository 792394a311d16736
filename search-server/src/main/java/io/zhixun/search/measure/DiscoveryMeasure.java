package io.zhixun.search.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Item;
import io.zhixun.ranking.cold.ColdItems;
import io.zhixun.ranking.evaluate.Evaluation;
import io.zhixun.ranking.evaluate.Metrics;
import io.zhixun.ranking.evaluate.Split;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.InteractionsBuilder;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.ranking.recipe.RecipeSettings;
import io.zhixun.ranking.recipe.RecipeTrainer;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.ItemWords;
import io.zhixun.search.pipeline.PipelineSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Discovery on a real catalogue: whether one word and the home page find a course that was taken,
 * and whether courses without any behaviour find their learners.
 */
public final class DiscoveryMeasure {
  private static final int K = 20;

  private final RecipeSettings recipe;
  private final PipelineSettings pipeline;

  public DiscoveryMeasure(RecipeSettings recipe, PipelineSettings pipeline) {
    this.recipe = recipe;
    this.pipeline = pipeline;
  }

  /**
   * A product over the known part of the data.
   *
   * @param words of the catalogue
   * @param now when it is asked
   */
  public record Served(Discovery discovery, ItemWords words, Instant now) {}

  /** What can be measured by itself. */
  public enum Part {
    SEARCH,
    HOME,
    COLD
  }

  /** Measures; the object that {@code evaluate discovery} prints. */
  public ObjectNode run(DiscoveryData data, Served served, Set<Part> parts, Progress progress) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("data")
        .put("items", data.items().size())
        .put("users", data.all().users())
        .put("pairs", data.all().entries())
        .put("held", data.held().size());
    ObjectNode metrics = JsonNodeFactory.instance.objectNode();
    try (Workers workers = Workers.of(recipe.threads())) {
      if (parts.contains(Part.SEARCH)) {
        metrics.set(
            "search",
            new DiscoverySearch(data, served.discovery(), served.now(), served.words()).measure());
      }
      if (parts.contains(Part.HOME)) {
        LearnedModel model = RecipeTrainer.train(data.known(), recipe, progress);
        json.set("recipe", RecommendationReport.recipe(model.choice()));
        metrics.set("home", home(data, model, workers));
      }
      if (parts.contains(Part.COLD)) {
        metrics.set("cold", numbers(cold(data, workers, progress)));
      }
    }
    json.set("metrics", metrics);
    return json;
  }

  /** The for-you section alone: nothing but behaviour speaks, works are not joined. */
  private ObjectNode home(DiscoveryData data, LearnedModel model, Workers workers) {
    Interactions known = data.known();
    InteractionsBuilder asked = Interactions.builder(known.users(), known.items());
    data.held().forEach(pair -> asked.add(pair.user(), pair.item()));
    Split split = Split.of(known, asked.build());
    ServedLists lists = new ServedLists(known, model, pipeline, RecommendationMeasure.Path.SERVED);
    ObjectNode home =
        numbers(
            Evaluation.run(
                    split,
                    (user, k) ->
                        lists.best(ServedLists.steps(known, user), OptionalInt.of(user), k, true),
                    K,
                    workers)
                .mean());
    home.set(
        "popular", numbers(Evaluation.run(split, Baselines.popular(known), K, workers).mean()));
    home.set("walk", numbers(Evaluation.run(split, Baselines.walk(known), K, workers).mean()));
    return home;
  }

  /** The mean over learners of every seed who took some of its items and some others. */
  private static Metrics cold(DiscoveryData data, Workers workers, Progress progress) {
    double recall = 0;
    double ndcg = 0;
    int count = 0;
    for (Set<Integer> rows : data.cold().values()) {
      for (Metrics one : cold(data, rows, workers, progress)) {
        recall += one.recall();
        ndcg += one.ndcg();
        count++;
      }
    }
    return new Metrics(recall / Math.max(1, count), ndcg / Math.max(1, count), 0, 0);
  }

  private static List<Metrics> cold(
      DiscoveryData data, Set<Integer> rows, Workers workers, Progress progress) {
    List<Item> warm = new ArrayList<>();
    List<Item> cold = new ArrayList<>();
    int[] places = new int[data.all().items()]; // in the one list or the other; −1 of the unknown
    java.util.Arrays.fill(places, -1);
    for (int row = 0; row < data.items().size(); row++) {
      List<Item> list = rows.contains(row) ? cold : warm;
      places[row] = list.size();
      list.add(data.items().get(row));
    }
    ColdItems learned = ColdItems.fit(warm, ColdItems.Shape.DEFAULTS, workers, progress);
    List<float[]> shares = cold.stream().map(learned::shares).toList();
    List<Metrics> numbers = new ArrayList<>();
    for (int user = 0; user < data.all().users(); user++) {
      int[] items = data.all().itemsOf(user);
      int[] wanted =
          java.util.Arrays.stream(items).filter(rows::contains).map(row -> places[row]).toArray();
      int[] history =
          java.util.Arrays.stream(items)
              .filter(row -> !rows.contains(row))
              .map(row -> places[row])
              .filter(place -> place >= 0)
              .toArray();
      if (wanted.length > 0 && history.length > 0) {
        ScoredRows list = best(shares, history);
        numbers.add(
            Metrics.of(
                list,
                K,
                row -> java.util.Arrays.stream(wanted).anyMatch(place -> place == row),
                wanted.length));
      }
    }
    return numbers;
  }

  /** The cold items that a history speaks for most. */
  private static ScoredRows best(List<float[]> shares, int[] history) {
    TopRows best = new TopRows(K);
    for (int row = 0; row < shares.size(); row++) {
      float sum = 0;
      for (int place : history) {
        sum += shares.get(row)[place];
      }
      best.offer(row, sum);
    }
    return best.drain();
  }

  private static ObjectNode numbers(Metrics metrics) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("recall@" + K, metrics.recall())
        .put("ndcg@" + K, metrics.ndcg());
  }
}
