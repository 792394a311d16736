package io.zhixun.search.measure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.ranking.evaluate.Bootstrap;
import io.zhixun.ranking.evaluate.Bootstrap.Interval;
import io.zhixun.ranking.evaluate.Breadth;
import io.zhixun.ranking.evaluate.Evaluation;
import io.zhixun.ranking.evaluate.Metrics;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.recipe.Choice;

/** The JSON object that {@code evaluate recommendation} prints. */
public final class RecommendationReport {
  private RecommendationReport() {}

  public static ObjectNode json(
      RecommendationData data, RecommendationMeasure.Result result, int k) {
    Interactions train = data.split().train();
    Interactions test = data.split().test();
    Choice choice = result.model().choice();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("data")
        .put("users", train.users())
        .put("items", train.items())
        .put("train", train.entries())
        .put("test", test.entries())
        .put("asked", result.blended().users().size())
        .put("ordered", choice.ordered());
    json.set("recipe", recipe(choice));
    ObjectNode metrics = metrics(result.blended().mean(), k);
    breadth(metrics, result.blended().breadth(), k);
    json.set("metrics", metrics);
    ObjectNode intervals = json.putObject("intervals");
    interval(
        intervals,
        "recall@" + k,
        Bootstrap.DEFAULTS.ofMean(result.blended().values(Metrics::recall)));
    interval(
        intervals, "ndcg@" + k, Bootstrap.DEFAULTS.ofMean(result.blended().values(Metrics::ndcg)));
    slices(json.putObject("slices"), result.blended(), train, k);
    ObjectNode baselines = json.putObject("baselines");
    baselines.set("popular", metrics(result.popular().mean(), k));
    baselines.set("walk", metrics(result.walk().mean(), k));
    result
        .embedding()
        .ifPresent(
            embedding ->
                json.putObject("models")
                    .putObject("embedding")
                    .put("dimensions", result.model().embedding().orElseThrow().dimensions())
                    .put("recall@" + k, embedding.mean().recall())
                    .put("ndcg@" + k, embedding.mean().ndcg()));
    result
        .graph()
        .ifPresent(
            graph ->
                json.putObject("graph")
                    .put("recall@10", graph.recallAt10())
                    .put("recall@100", graph.recallAt100())
                    .put("filtered", graph.filtered()));
    result
        .foldIn()
        .ifPresent(
            folded ->
                json.putObject("foldIn")
                    .put("recall@" + k, folded.recall())
                    .put("trained", folded.trained())
                    .put("learners", folded.learners()));
    json.putObject("seconds")
        .put("choose", result.seconds().choose())
        .put("train", result.seconds().train())
        .put("score", result.seconds().score());
    return json;
  }

  static ObjectNode recipe(Choice choice) {
    ObjectNode recipe = JsonNodeFactory.instance.objectNode();
    recipe.put("why", choice.why());
    ArrayNode terms = recipe.putArray("terms");
    choice
        .terms()
        .forEach(term -> terms.addObject().put("part", term.part()).put("weight", term.weight()));
    ArrayNode trials = recipe.putArray("trials");
    choice
        .trials()
        .forEach(
            trial ->
                trials
                    .addObject()
                    .put("blend", trial.blend())
                    .put("ndcg@20", trial.ndcg())
                    .put("recall@20", trial.recall()));
    return recipe;
  }

  private static ObjectNode metrics(Metrics metrics, int k) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("recall@" + k, metrics.recall())
        .put("ndcg@" + k, metrics.ndcg())
        .put("hit@" + k, metrics.hit());
  }

  private static void breadth(ObjectNode metrics, Breadth breadth, int k) {
    metrics
        .put("coverage@" + k, breadth.coverage())
        .put("gini@" + k, breadth.gini())
        .put("novelty@" + k, breadth.novelty())
        .put("tailShare@" + k, breadth.tailShare());
  }

  private static void interval(ObjectNode intervals, String name, Interval interval) {
    intervals.putArray(name).add(interval.low()).add(interval.high());
  }

  private static void slices(ObjectNode slices, Evaluation lists, Interactions train, int k) {
    slices.set("cold", metrics(lists.mean(train, 0, Evaluation.WARM_FROM), k));
    slices.set("warm", metrics(lists.mean(train, Evaluation.WARM_FROM, Evaluation.HEAVY_FROM), k));
    slices.set("heavy", metrics(lists.mean(train, Evaluation.HEAVY_FROM, Integer.MAX_VALUE), k));
  }
}
