package io.zhixun.ranking.recipe;

import io.zhixun.ranking.embed.AlsSettings;
import io.zhixun.ranking.embed.AlsTrainer;
import io.zhixun.ranking.embed.Embeddings;
import io.zhixun.ranking.embed.SequenceSettings;
import io.zhixun.ranking.embed.SequenceTrainer;
import io.zhixun.ranking.embed.SsmSettings;
import io.zhixun.ranking.embed.SsmTrainer;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Vectors;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.neighbour.Ease;
import io.zhixun.ranking.neighbour.ItemNeighbours;
import io.zhixun.ranking.neighbour.LearnerLists;
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
  /** What everything else is measured by. */
  static final String PLAIN_WALK = "walk(1,1,0)";

  static final String WALK = "walk";
  static final String TRANSITIONS = "transitions";
  static final String EASE = "ease";
  static final String EMBEDDING = "embedding";
  static final String LEARNERS = "learners";
  static final String SEQUENCE = "sequence";

  private static final String SSM = "ssm";
  private static final String SSM_POPULAR = "ssm·d^0.1";

  private static final List<WalkExponents> WALKS =
      List.of(
          WalkExponents.PLAIN, new WalkExponents(0.9, 0.9, 0.1), new WalkExponents(0.8, 0.8, 0.2));
  private static final WalkExponents DAMPED = new WalkExponents(0.7, 0.8, 0.7);
  private static final double[] DECAYS = {0, 0.5, 1};
  private static final double[] SHARPNESS = {1, 0.5};
  private static final double[] UNOBSERVED = {0.003, 0.01, 0.1};
  private static final int TRIAL_PASSES = 4; // of eight
  private static final double SEQUENCE_TRIAL = 0.67; // of the epochs
  private static final double RIDGE = 300;
  private static final double LEARNER_DAMPING = 0.7;
  private static final double POPULAR_DAMPING = 0.1;

  private final RecipeSettings settings;
  private final boolean trial;

  private Methods(RecipeSettings settings, boolean trial) {
    this.settings = settings;
    this.trial = trial;
  }

  /** Those whose parts will serve. */
  static Methods serving(RecipeSettings settings) {
    return new Methods(settings, false);
  }

  /**
   * The same for trials: vectors are searched exactly, as building a graph for a few thousand
   * questions does not pay, and embeddings are learned with less effort.
   */
  static Methods onTrial(RecipeSettings settings) {
    return new Methods(settings, true);
  }

  /** What is worth trying: methods of time only where there is an order. */
  List<Method> of(Interactions interactions, boolean ordered) {
    double[] decays = ordered ? DECAYS : new double[] {0};
    List<Method> methods = new ArrayList<>();
    for (WalkExponents exponents : WALKS) {
      methods.add(lists(WALK, walkLabel(exponents), decays, walk(exponents)));
    }
    if (ordered) {
      methods.add(
          lists(
              TRANSITIONS,
              "transitions(forward)",
              decays,
              transitions(TransitionSettings.FORWARD)));
      methods.add(
          lists(
              TRANSITIONS, "transitions(both)", decays, transitions(TransitionSettings.BOTH_WAYS)));
    }
    if (new Affordable(interactions, settings).regression()) {
      methods.add(
          lists(
              EASE,
              "ease(" + number(RIDGE) + ")",
              decays,
              (all, workers, progress) ->
                  Ease.regress(all, RIDGE, settings.lists().denseNeighbours(), workers, progress)));
    }
    for (double unobserved : UNOBSERVED) {
      methods.add(als(unobserved));
    }
    methods.add(ssm());
    if (ordered && interactions.items() <= settings.sequence().mostItems()) {
      methods.add(sequence());
    }
    return methods;
  }

  /** Makes lists. */
  @FunctionalInterface
  private interface ListMaker {
    ItemNeighbours make(Interactions all, Workers workers, Progress progress);
  }

  /** One set of lists, read with each of some decays. */
  private Method lists(String family, String label, double[] decays, ListMaker maker) {
    List<String> labels = new ArrayList<>();
    for (double decay : decays) {
      labels.add(label + decayed(decay));
    }
    return new Method(
        labels,
        (interactions, workers, progress) -> {
          progress.at(label, 0);
          ItemNeighbours made = maker.make(interactions, workers, progress);
          List<Method.Offer> offers = new ArrayList<>();
          for (double decay : decays) {
            offers.add(
                new Method.Offer(
                    family,
                    label + decayed(decay),
                    Method.NO_SPACE,
                    new NeighbourPart(made, decay, settings.historyLimit())));
          }
          return offers;
        });
  }

  private ListMaker walk(WalkExponents exponents) {
    return (all, workers, _) -> Walks.walk(all, exponents, settings.lists().neighbours(), workers);
  }

  /**
   * A walk for how often things are taken together: damped so far that it says little of how
   * popular they are, which rankings weigh apart.
   */
  NeighbourPart cooccurrence(Interactions all, Workers workers) {
    return new NeighbourPart(
        Walks.walk(all, DAMPED, settings.lists().neighbours(), workers),
        0,
        settings.historyLimit());
  }

  private static String walkLabel(WalkExponents exponents) {
    return String.format(
        "walk(%s,%s,%s)",
        number(exponents.source()), number(exponents.user()), number(exponents.target()));
  }

  private ListMaker transitions(TransitionSettings directions) {
    return (all, workers, _) ->
        Transitions.count(all, directions, settings.lists().neighbours(), workers);
  }

  private Method als(double unobserved) {
    String label = "als(" + number(unobserved) + ")";
    AlsSettings chosen =
        AlsSettings.defaults().withUnobserved(unobserved).withThreads(settings.threads());
    AlsSettings als = trial ? chosen.withPasses(TRIAL_PASSES) : chosen;
    return new Method(
        List.of(label),
        (interactions, _, progress) -> {
          Embeddings learned = new AlsTrainer(als).train(interactions, progress);
          Space space =
              new Space(
                  VectorIndex.of(learned.items(), graph(), progress),
                  learned.newcomers(),
                  learned.own());
          return List.of(
              new Method.Offer(
                  EMBEDDING,
                  label,
                  label,
                  new EmbeddingPart(space, new Reading.Linear(), degrees(interactions))));
        });
  }

  private Method ssm() {
    SsmSettings chosen = settings.ssm().withThreads(settings.threads());
    SsmSettings used =
        trial ? chosen.withMembers(1).withEffort(settings.trials().effort()) : chosen;
    return new Method(
        List.of(SSM, SSM_POPULAR, LEARNERS),
        (interactions, workers, progress) -> {
          Embeddings learned = new SsmTrainer(used).train(interactions, progress);
          List<Vectors> indexed = List.of(learned.items(), learned.users());
          VectorIndex[] indexes = new VectorIndex[indexed.size()];
          workers.forEach(
              indexes.length,
              (at, _) -> indexes[at] = VectorIndex.of(indexed.get(at), graph(), progress));
          Space space = new Space(indexes[0], learned.newcomers(), learned.own());
          LearnersPart alike =
              new LearnersPart(
                  space,
                  indexes[1],
                  LearnerLists.of(interactions, LEARNER_DAMPING, POPULAR_DAMPING),
                  settings.lists().learners());
          return List.of(
              sharpened(SSM, space, used, 0, interactions),
              sharpened(SSM_POPULAR, space, used, POPULAR_DAMPING, interactions),
              new Method.Offer(LEARNERS, LEARNERS, SSM, alike));
        });
  }

  private static Method.Offer sharpened(
      String label, Space space, SsmSettings used, double popularity, Interactions all) {
    Reading reading = new Reading.Sharpened(used.members(), used.temperature(), popularity);
    return new Method.Offer(EMBEDDING, label, SSM, new EmbeddingPart(space, reading, degrees(all)));
  }

  /** One training, read with each of some exponents. */
  private Method sequence() {
    SequenceSettings chosen = settings.sequence().withThreads(settings.threads());
    SequenceSettings used = trial ? chosen.withMembers(1).withEffort(SEQUENCE_TRIAL) : chosen;
    List<String> labels = new ArrayList<>();
    for (double sharpness : SHARPNESS) {
      labels.add(sequenceLabel(sharpness));
    }
    return new Method(
        labels,
        (interactions, _, progress) -> {
          Embeddings learned = new SequenceTrainer(used).train(interactions, progress);
          List<Method.Offer> offers = new ArrayList<>();
          for (double sharpness : SHARPNESS) {
            offers.add(
                new Method.Offer(
                    SEQUENCE,
                    sequenceLabel(sharpness),
                    Method.NO_SPACE,
                    new SequencePart(learned.items(), learned.newcomers(), sharpness)));
          }
          return offers;
        });
  }

  private static String sequenceLabel(double sharpness) {
    return SEQUENCE + (sharpness == 1 ? "" : "(" + number(sharpness) + ")");
  }

  private GraphSettings graph() {
    GraphSettings graph = settings.graph();
    return trial
        ? new GraphSettings(
            graph.links(), graph.buildWidth(), graph.searchWidth(), Integer.MAX_VALUE)
        : graph;
  }

  static float[] degrees(Interactions interactions) {
    float[] degrees = new float[interactions.items()];
    for (int item = 0; item < degrees.length; item++) {
      degrees[item] = interactions.itemDegree(item);
    }
    return degrees;
  }

  private static String decayed(double decay) {
    return decay == 0 ? "" : "^" + number(decay);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
