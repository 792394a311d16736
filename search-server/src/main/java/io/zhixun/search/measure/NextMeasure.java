package io.zhixun.search.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.dataset.LightGcnFile;
import io.zhixun.ranking.evaluate.Metrics;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.InteractionsBuilder;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.neighbour.WalkExponents;
import io.zhixun.ranking.neighbour.WalkScorer;
import io.zhixun.ranking.popularity.Popularity;
import io.zhixun.ranking.recipe.Choice;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.ranking.recipe.RecipeSettings;
import io.zhixun.ranking.recipe.RecipeTrainer;
import io.zhixun.search.pipeline.PipelineSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What comes next: of each sequence all items but the last two are trained on, and the last is
 * asked for given all before it, through the lists that the server would give.
 */
public final class NextMeasure {
  /** How far a list is looked at for the reciprocal rank. */
  private static final int DEEP = 100;

  private static final int USERS_A_TASK = 32;

  private final RecipeSettings recipe;
  private final PipelineSettings pipeline;

  public NextMeasure(RecipeSettings recipe, PipelineSettings pipeline) {
    this.recipe = recipe;
    this.pipeline = pipeline;
  }

  /** Sequences by user, items numbered as the smaller identifier comes first. */
  public static final class Sequences {
    private final List<int[]> rows;
    private final int items;

    private Sequences(NavigableMap<Integer, List<Integer>> byUser) {
      NavigableMap<Integer, Integer> itemRows = new TreeMap<>();
      byUser.values().forEach(list -> list.forEach(item -> itemRows.put(item, 0)));
      this.items = itemRows.size();
      int next = 0;
      for (var item : itemRows.entrySet()) {
        item.setValue(next++);
      }
      this.rows = new ArrayList<>(byUser.size());
      byUser.values().forEach(list -> rows.add(list.stream().mapToInt(itemRows::get).toArray()));
    }

    /** The lines of a user in several files are joined in the order of the files. */
    public static Sequences of(List<Path> files) {
      NavigableMap<Integer, List<Integer>> byUser = new TreeMap<>();
      for (Path path : files) {
        LightGcnFile file = LightGcnFile.read(path);
        for (int row = 0; row < file.size(); row++) {
          List<Integer> items = byUser.computeIfAbsent(file.user(row), _ -> new ArrayList<>());
          file.items(row).forEach(items::add);
        }
      }
      return new Sequences(byUser);
    }

    /** All sequences less so many of the newest items, the place in the list as time. */
    private Interactions without(int newest) {
      InteractionsBuilder builder = Interactions.builder(rows.size(), items);
      builder.sequence(Interactions.Sequence.TIMED);
      for (int user = 0; user < rows.size(); user++) {
        int[] row = rows.get(user);
        for (int at = 0; at < row.length - newest; at++) {
          builder.add(user, row[at], 1, at);
        }
      }
      return builder.build();
    }

    private int last(int user) {
      return rows.get(user)[rows.get(user).length - 1];
    }

    /** Users of whom something is known and something can be asked. */
    private int[] asked() {
      int[] users = new int[rows.size()];
      int count = 0;
      for (int user = 0; user < users.length; user++) {
        if (rows.get(user).length >= 2) {
          users[count++] = user;
        }
      }
      return java.util.Arrays.copyOf(users, count);
    }
  }

  /** Gives the best items of a user. */
  @FunctionalInterface
  private interface Lists {
    ScoredRows best(int user, int k);
  }

  /** Measures; the object that {@code evaluate next} prints. */
  public ObjectNode run(Sequences sequences, int k, Progress progress) {
    Interactions train = sequences.without(2);
    long start = System.nanoTime();
    Choice choice = RecipeTrainer.choose(train, recipe, progress);
    double chosen = seconds(start);
    long training = System.nanoTime();
    LearnedModel model = RecipeTrainer.train(train, choice, recipe, progress);
    double trained = seconds(training);
    int[] users = sequences.asked();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("data")
        .put("users", train.users())
        .put("items", train.items())
        .put("train", train.entries())
        .put("asked", users.length)
        .put("masked", !train.repeats());
    json.set("recipe", RecommendationReport.recipe(choice));
    Lists own = served(train, sequences.without(1), model);
    try (Workers workers = Workers.of(recipe.threads())) {
      long scoring = System.nanoTime();
      json.set("metrics", measured(sequences, users, own, k, workers));
      double scored = seconds(scoring);
      ObjectNode baselines = json.putObject("baselines");
      Interactions known = sequences.without(1);
      boolean masked = !train.repeats();
      baselines.set(
          "popular", measured(sequences, users, popular(train, known, masked), k, workers));
      baselines.set("walk", measured(sequences, users, walk(train, known, masked), k, workers));
      json.putObject("seconds").put("choose", chosen).put("train", trained).put("score", scored);
    }
    return json;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private Lists served(Interactions train, Interactions known, LearnedModel model) {
    ServedLists lists = new ServedLists(train, model, pipeline, RecommendationMeasure.Path.SERVED);
    boolean masked = !train.repeats();
    return (user, k) -> lists.best(ServedLists.steps(known, user), OptionalInt.of(user), k, masked);
  }

  private static Lists popular(Interactions train, Interactions known, boolean masked) {
    Popularity popularity = Popularity.counts(train, train.items());
    return (user, k) -> popularity.top(k, excluded(known, user, masked));
  }

  private static Lists walk(Interactions train, Interactions known, boolean masked) {
    WalkScorer scorer = new WalkScorer(train, WalkExponents.PLAIN);
    return (user, k) ->
        Baselines.walk(
            train, scorer, new Baselines.Asked(known, user, excluded(known, user, masked)), k);
  }

  private static BitSet excluded(Interactions known, int user, boolean masked) {
    return masked ? Baselines.known(known, user) : new BitSet();
  }

  private static ObjectNode measured(
      Sequences sequences, int[] users, Lists lists, int k, Workers workers) {
    Metrics[] atK = new Metrics[users.length];
    double[] reciprocal = new double[users.length];
    workers.forEach(
        (users.length + USERS_A_TASK - 1) / USERS_A_TASK,
        (task, _) -> {
          int end = Math.min((task + 1) * USERS_A_TASK, users.length);
          for (int at = task * USERS_A_TASK; at < end; at++) {
            int wanted = sequences.last(users[at]);
            ScoredRows list = lists.best(users[at], Math.max(k, DEEP));
            atK[at] = Metrics.of(list, k, row -> row == wanted, 1);
            reciprocal[at] = Metrics.of(list, DEEP, row -> row == wanted, 1).reciprocalRank();
          }
        });
    double hit = 0;
    double ndcg = 0;
    double mrr = 0;
    for (int at = 0; at < users.length; at++) {
      hit += atK[at].hit();
      ndcg += atK[at].ndcg();
      mrr += reciprocal[at];
    }
    int count = Math.max(1, users.length);
    return JsonNodeFactory.instance
        .objectNode()
        .put("hit@" + k, hit / count)
        .put("ndcg@" + k, ndcg / count)
        .put("mrr", mrr / count);
  }
}
