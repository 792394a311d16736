package io.zhixun.benchmarks;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.sample.SampleCorpus;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.recipe.Scores;
import io.zhixun.ranking.recipe.ServedEmbedding;
import io.zhixun.search.serving.Collaborative;
import io.zhixun.search.serving.Trail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A learner whom training never saw, with fifty events: how long until there is a vector, by the
 * very code that serves.
 *
 * <p>Bar: 1 ms at the 99th percentile.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(
    value = 2,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "--enable-native-access=ALL-UNNAMED",
      "-Xmx4g"
    })
public class FoldInBenchmark {
  private static final int SCORED = 100;

  private final Map<ItemId, ItemFacts> facts = new HashMap<>();
  private final List<Newcomer> newcomers = new ArrayList<>();
  private ServedEmbedding embedding;
  private Collaborative collaborative;
  private int[] scored;
  private int asked;

  /** Somebody new, before and after the events were taken in. */
  private record Newcomer(Learner unknown, List<Event> events, Trail trail) {}

  @Setup
  public void learn() {
    Newcomers loaded = Newcomers.load();
    embedding = loaded.model().embedding().orElseThrow();
    collaborative = new Collaborative(loaded.model());
    scored = new Random(7).ints(SCORED, 0, loaded.model().items()).toArray();
    List<Item> descriptions = SampleCorpus.load(7, Platform.NOW).items();
    for (List<Integer> history : loaded.histories()) {
      for (int row : history) {
        Item described = descriptions.get(row % descriptions.size());
        facts.put(id(row), ItemFacts.of(described, row));
      }
      UserId user = new UserId("u-" + newcomers.size());
      Learner unknown = Learner.of(UserProfile.unknown(user));
      List<Event> events = events(user, history);
      newcomers.add(new Newcomer(unknown, events, trail(unknown.after(events))));
    }
  }

  private static ItemId id(int row) {
    return new ItemId("i-" + row);
  }

  private static List<Event> events(UserId user, List<Integer> history) {
    List<Event> events = new ArrayList<>();
    for (int row : history) {
      Event.Header header =
          new Event.Header(
              user.value() + "-" + events.size(),
              Platform.NOW.plusSeconds(events.size()),
              new Actor.User(user),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Context.UNKNOWN);
      events.add(new Event.Purchase(header, id(row), OptionalLong.empty()));
    }
    return events;
  }

  private Trail trail(Learner learner) {
    return Trail.of(learner, EventWeights.DEFAULTS, id -> Optional.ofNullable(facts.get(id)));
  }

  private Newcomer next() {
    return newcomers.get(asked++ % newcomers.size());
  }

  /** Fifty events become a learner, a history and a vector. */
  @Benchmark
  public float[] fromEvents() {
    Newcomer newcomer = next();
    Learner learner = newcomer.unknown().after(newcomer.events());
    return embedding.learner(trail(learner).history());
  }

  /** The history is there already: what is left when one more event came. */
  @Benchmark
  public float[] fromHistory() {
    return embedding.learner(next().trail().history());
  }

  /** From the events to the learned scores of a hundred items, all parts of the model asked. */
  @Benchmark
  public Optional<Scores> fromEventsToScores() {
    Newcomer newcomer = next();
    Learner learner = newcomer.unknown().after(newcomer.events());
    return collaborative.scores(trail(learner), scored);
  }
}
