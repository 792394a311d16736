package io.zhixun.search.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.Event.Shown;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.ranking.policy.DiversitySettings;
import io.zhixun.ranking.policy.ExploreSettings;
import io.zhixun.ranking.policy.ExposureSettings;
import io.zhixun.search.candidate.Candidates;
import io.zhixun.search.lexical.LexicalIndex;
import io.zhixun.search.pipeline.FeedStage.Proposals;
import io.zhixun.search.pipeline.FeedStage.Wish;
import io.zhixun.search.semantic.SemanticIndex;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Generations;
import io.zhixun.search.serving.ItemTable;
import io.zhixun.search.serving.PopularityBoard;
import io.zhixun.search.serving.Seeker;
import io.zhixun.search.serving.Seekers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The sample's items with few authors, categories and formats, works of several editions and dates
 * around now, for learners who did anything at all; against every item sent through the feed as a
 * candidate of its own.
 */
class EveryItemTest {
  private static final int CATALOGUES = 25;
  private static final int LEARNERS = 8;
  private static final int[] PLACES = {1, 2, 5, 20, 60, 400};

  private final Corpus sample = Platform.shared().store().corpus();
  private final long seed = Long.getLong("zhixun.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** How often policy did something, so that a test in which it never acts is seen. */
  private final Map<String, Integer> moves = new HashMap<>();

  @Test
  void theListsAreThoseOfTheWholeCatalogueSentThroughTheFeed() {
    try (Generations.Lease lease = Platform.shared().generations().lease()) {
      for (int catalogue = 0; catalogue < CATALOGUES; catalogue++) {
        Generation generation = generation(lease.generation());
        PipelineSettings settings = settings();
        Blender blender = new Blender(weights(settings));
        FeedStage plain = new FeedStage(generation, settings, blender);
        EveryItem every = new EveryItem(generation, settings, blender, Platform.NOW);
        for (int learner = 0; learner < LEARNERS; learner++) {
          Seeker seeker = seeker(generation);
          Set<ItemId> excluded = some(random.nextInt(20));
          for (int places : PLACES) {
            Proposals expected = plain(generation, plain, seeker, places, excluded);

            List<Integer> rows = every.rows(seeker, places, excluded);

            assertEquals(FeedStage.rows(expected), rows, "-Dzhixun.seed=" + seed);
            expected.items().forEach(item -> item.moves().names().forEach(this::count));
          }
        }
      }
    }
    assertTrue(
        moves.keySet().containsAll(Set.of("diversity", "explore", "shown-often")),
        moves + " -Dzhixun.seed=" + seed);
  }

  @Test
  void whatIsPopularHoldsForOneInstantAlone() {
    try (Generations.Lease lease = Platform.shared().generations().lease()) {
      Generation generation = generation(lease.generation());
      EveryItem every =
          new EveryItem(
              generation,
              PipelineSettings.DEFAULTS,
              new Blender(PipelineSettings.DEFAULTS.blend().feed()),
              Platform.NOW.plusSeconds(1));
      Seeker seeker = seeker(generation);

      assertThrows(IllegalArgumentException.class, () -> every.rows(seeker, 5, Set.of()));
    }
  }

  private void count(String move) {
    moves.merge(move, 1, Integer::sum);
  }

  private static Proposals plain(
      Generation generation, FeedStage stage, Seeker seeker, int places, Set<ItemId> excluded) {
    List<Integer> all = new ArrayList<>();
    generation.items().newestFirst().forEach(item -> all.add(item.row()));
    Wish wish = new Wish(places, 0, excluded, ActiveRules.NONE);
    return stage.propose(seeker, wish, Candidates.of(all));
  }

  private PipelineSettings settings() {
    PipelineSettings shipped = PipelineSettings.DEFAULTS;
    return new PipelineSettings(
        shipped.blend(),
        shipped.candidates(),
        shipped.sources(),
        new DiversitySettings(random.nextDouble() / 2, 1 + random.nextInt(30)),
        new ExposureSettings(1 + random.nextInt(3), Duration.ofDays(14)),
        new ExploreSettings(random.nextDouble() / 2, Duration.ofDays(45), 20, 0.3, seed),
        shipped.window());
  }

  /** Now and then a blend in which many items are equal. */
  private Map<String, Double> weights(PipelineSettings settings) {
    return switch (random.nextInt(3)) {
      case 0 -> Map.of("format_affinity", 1.0, "exposure", -0.5);
      case 1 -> settings.blend().newcomer();
      default -> settings.blend().feed();
    };
  }

  private Generation generation(Generation served) {
    float[] counts = new float[2 * sample.items().size()];
    for (int row = 0; row < counts.length; row++) {
      counts[row] = random.nextInt(50);
    }
    Generation generation =
        new Generation(
            new Generation.Parts(
                "generated",
                0,
                LexicalIndex.none(),
                new ItemTable(),
                served.collaborative(),
                new PopularityBoard(counts),
                new PopularityBoard(counts),
                served.suggester(),
                SemanticIndex.none(),
                EventWeights.DEFAULTS),
            this::row);
    Variety variety =
        random.nextInt(3) == 0
            ? Variety.NONE
            : new Variety(1 + random.nextInt(12), random.nextInt(3), Item.Format.values().length);
    for (Item item : sample.items()) {
      generation.put(varied(item, variety), row(item.id()));
    }
    return generation;
  }

  private int row(ItemId id) {
    return sample.itemRows().of(id).orElseThrow();
  }

  /** How many of each there are in a catalogue. */
  private record Variety(int authors, int categories, int formats) {
    /** All items are of one kind, so that variety has nothing to choose from. */
    static final Variety NONE = new Variety(1, 0, 1);
  }

  private Item varied(Item item, Variety variety) {
    Item.Text text = item.text();
    Item.Text written =
        new Item.Text(
            text.title(),
            text.subtitle(),
            text.summary(),
            text.outline(),
            List.of(author(variety), author(variety)),
            random.nextInt(4) < 1 || variety.categories() == 0
                ? List.of()
                : List.of("all", "part " + random.nextInt(variety.categories())),
            text.tags(),
            text.language());
    Instant published = Platform.NOW.plus(Duration.ofDays(random.nextInt(-90, 10)));
    return new Item(
        item.id(),
        Arrays.asList(Item.Format.values()).get(random.nextInt(variety.formats())),
        item.status(),
        written,
        item.offer(),
        item.audience(),
        item.length(),
        item.reception(),
        new Item.Dates(Optional.of(published), Optional.empty()),
        item.url(),
        random.nextInt(3) == 0 ? Optional.of("work " + random.nextInt(30)) : Optional.empty());
  }

  private String author(Variety variety) {
    return "author " + random.nextInt(variety.authors());
  }

  private Seeker seeker(Generation generation) {
    UserId user = new UserId("u-any");
    List<Event> events = new ArrayList<>();
    List<ItemId> seen = List.copyOf(some(60));
    for (int visit = 0; visit < random.nextInt(30); visit++) {
      Event.Header header = header(user, visit);
      ItemId item = seen.get(random.nextInt(seen.size()));
      events.add(
          switch (random.nextInt(8)) {
            case 0 -> new Event.Completion(header, item);
            case 1 -> new Event.Purchase(header, item, OptionalLong.of(9_900));
            case 2 -> new Event.Study(header, item, 600);
            case 3 -> new Event.NotInterested(header, item, scope());
            case 4 -> new Event.Click(header, item, OptionalInt.empty());
            default -> new Event.Impression(header, seen.stream().map(EveryItemTest::at).toList());
          });
    }
    Learner learner = Learner.of(UserProfile.unknown(user)).after(events);
    return Seekers.of(
        generation,
        learner,
        EventWeights.DEFAULTS,
        new Seekers.Asked(random.nextInt(3) / 2.0, Context.UNKNOWN, Platform.NOW));
  }

  private Scope scope() {
    List<Scope> scopes = List.copyOf(EnumSet.allOf(Scope.class));
    return scopes.get(random.nextInt(scopes.size()));
  }

  private static Shown at(ItemId item) {
    return new Shown(item, 1);
  }

  private static Event.Header header(UserId user, int visit) {
    return new Event.Header(
        "e-" + visit,
        Platform.NOW.minus(Duration.ofHours(100 - visit)),
        new Actor.User(user),
        Optional.empty(),
        Optional.of("visit " + visit),
        Optional.empty(),
        Context.UNKNOWN);
  }

  private Set<ItemId> some(int count) {
    Set<ItemId> items = new HashSet<>();
    for (int n = 0; n < count; n++) {
      items.add(sample.items().get(random.nextInt(sample.items().size())).id());
    }
    return items;
  }
}
