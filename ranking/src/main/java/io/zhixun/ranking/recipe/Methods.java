package io.zhixun.ranking.recipe;

import io.zhixun.ranking.embed.AlsSettings;
import io.zhixun.ranking.embed.AlsTrainer;
import io.zhixun.ranking.embed.Embeddings;
import io.zhixun.ranking.neighbour.TransitionSettings;
import io.zhixun.ranking.neighbour.Transitions;
import io.zhixun.ranking.neighbour.WalkExponents;
import io.zhixun.ranking.neighbour.Walks;
import io.zhixun.ranking.vector.GraphSettings;
import io.zhixun.ranking.vector.VectorIndex;
import java.util.ArrayList;
import java.util.List;

/** All methods that a recipe may use, each family from the plainest to the most particular. */
final class Methods {
  static final String WALK = "walk";
  static final String TRANSITIONS = "transitions";
  static final String EMBEDDING = "embedding";

  private static final List<WalkExponents> WALKS =
      List.of(
          WalkExponents.PLAIN, new WalkExponents(0.9, 0.9, 0.1), new WalkExponents(0.8, 0.8, 0.2));
  private static final double[] DECAYS = {0, 0.5, 1};
  private static final double[] UNOBSERVED = {0.003, 0.01, 0.1};

  private final RecipeSettings settings;
  private final GraphSettings graph;

  private Methods(RecipeSettings settings, GraphSettings graph) {
    this.settings = settings;
    this.graph = graph;
  }

  /** Those whose parts will serve. */
  static Methods serving(RecipeSettings settings) {
    return new Methods(settings, settings.graph());
  }

  /** The same, but vectors are searched exactly: for trials, building a graph does not pay. */
  static Methods onTrial(RecipeSettings settings) {
    GraphSettings graph = settings.graph();
    return new Methods(
        settings,
        new GraphSettings(
            graph.links(), graph.buildWidth(), graph.searchWidth(), Integer.MAX_VALUE));
  }

  /** What is worth trying: methods of time only where there is an order. */
  List<Method> of(boolean ordered) {
    List<Method> methods = new ArrayList<>();
    for (double decay : ordered ? DECAYS : new double[] {0}) {
      for (WalkExponents exponents : WALKS) {
        methods.add(walk(exponents, decay));
      }
      if (ordered) {
        methods.add(transitions(TransitionSettings.FORWARD, "forward", decay));
        methods.add(transitions(TransitionSettings.BOTH_WAYS, "both", decay));
      }
    }
    for (double unobserved : UNOBSERVED) {
      methods.add(als(unobserved));
    }
    return methods;
  }

  /** The method that everything else is measured by. */
  Method plainWalk() {
    return walk(WalkExponents.PLAIN, 0);
  }

  private Method walk(WalkExponents exponents, double decay) {
    String label =
        String.format(
            "walk(%s,%s,%s)%s",
            number(exponents.source()),
            number(exponents.user()),
            number(exponents.target()),
            decayed(decay));
    return new Method(
        WALK,
        label,
        (interactions, workers, progress) -> {
          progress.at(label, 0);
          return new NeighbourPart(
              WALK,
              Walks.walk(interactions, exponents, settings.neighbours(), workers),
              decay,
              settings.historyLimit());
        });
  }

  private Method transitions(TransitionSettings directions, String kind, double decay) {
    String label = "transitions(" + kind + ")" + decayed(decay);
    return new Method(
        TRANSITIONS,
        label,
        (interactions, workers, progress) -> {
          progress.at(label, 0);
          return new NeighbourPart(
              TRANSITIONS,
              Transitions.count(interactions, directions, settings.neighbours(), workers),
              decay,
              settings.historyLimit());
        });
  }

  private Method als(double unobserved) {
    String label = "als(" + number(unobserved) + ")";
    AlsSettings als =
        AlsSettings.defaults().withUnobserved(unobserved).withThreads(settings.threads());
    return new Method(
        EMBEDDING,
        label,
        (interactions, _, progress) -> {
          Embeddings learned = new AlsTrainer(als).train(interactions, progress);
          return new EmbeddingPart(
              EMBEDDING, VectorIndex.of(learned.items(), graph, progress), learned.newcomers());
        });
  }

  private static String decayed(double decay) {
    return decay == 0 ? "" : "^" + number(decay);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
