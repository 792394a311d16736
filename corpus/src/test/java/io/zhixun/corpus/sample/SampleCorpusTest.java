package io.zhixun.corpus.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.jsonl.EventJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundled sample in its default size: is it plausible, and does it tell its stories? */
class SampleCorpusTest {
  private static Corpus corpus;
  private static Map<ItemId, Item> items;

  @BeforeAll
  static void load() {
    corpus = SampleCorpus.load(7, Fixture.NOW);
    items = corpus.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
  }

  @Test
  void theCatalogueHangsTogether() {
    assertTrue(corpus.items().size() >= 300, "items " + corpus.items().size());
    for (Item item : corpus.items()) {
      item.audience()
          .prerequisites()
          .forEach(id -> assertTrue(items.containsKey(id), item.id() + " needs " + id));
    }
    assertTrue(SampleCatalogue.queries().size() >= 200);
  }

  @Test
  void thereAreAbout60000EventsOfAllKindsByAllLearners() {
    Map<String, Long> kinds = count(EventJson::kind);

    assertTrue(
        corpus.events().size() > 50_000 && corpus.events().size() < 70_000,
        "events " + corpus.events().size());
    assertEquals(10, kinds.size(), kinds::toString);
    assertTrue(kinds.values().stream().allMatch(number -> number >= 300), kinds::toString);
    assertEquals(2_000, corpus.learnerRows().size());
    assertTrue(corpus.profiles().size() > 600 && corpus.profiles().size() < 1_000);
  }

  @Test
  void aboutHalfOfTheSessionsBeginWithASearch() {
    Map<String, Event> first = new HashMap<>();
    corpus.events().forEach(e -> first.putIfAbsent(e.header().session().orElseThrow(), e));
    double searches =
        first.values().stream().filter(Event.Search.class::isInstance).count()
            / (double) first.size();

    assertTrue(searches > 0.42 && searches < 0.58, "searches " + searches);
  }

  @Test
  void fewItemsDrawMostClicksAndFewLearnersAreMostActive() {
    Map<String, Long> clicks =
        corpus.events().stream()
            .filter(Event.Click.class::isInstance)
            .collect(
                Collectors.groupingBy(
                    event -> event.items().getFirst().value(), Collectors.counting()));
    double items = shareOfTopTenth(clicks, corpus.items().size());
    double learners =
        shareOfTopTenth(count(event -> who(event).value()), corpus.learnerRows().size());

    assertTrue(items > 0.27, "items " + items);
    assertTrue(learners > 0.4, "learners " + learners);
  }

  @Test
  void higherPlacesAreClickedMore() {
    Map<Integer, Long> byPosition =
        corpus.events().stream()
            .filter(Event.Click.class::isInstance)
            .collect(
                Collectors.groupingBy(
                    event -> ((Event.Click) event).position().orElseThrow(),
                    Collectors.counting()));

    for (int position = 1; position < 6; position++) {
      assertTrue(byPosition.get(position) > byPosition.get(position + 1), byPosition::toString);
    }
  }

  @Test
  void aboutHalfOfWhatIsBegunIsFinished() {
    Set<String> begun = pairs(Event.Study.class);
    Set<String> finished = pairs(Event.Completion.class);

    double share = finished.size() / (double) begun.size();
    assertTrue(share > 0.35 && share < 0.65, "finished " + share);
  }

  /** Who starts above the first level may know the basics already; who starts there cannot. */
  @Test
  void beginnersMeetThePrerequisitesFirst() {
    Set<UserId> beginners =
        corpus.profiles().stream()
            .filter(profile -> profile.level().equals(Optional.of(Item.Level.BEGINNER)))
            .map(UserProfile::id)
            .collect(Collectors.toSet());
    Set<String> finished = new HashSet<>();
    Set<String> begun = new HashSet<>();
    int met = 0;
    int unmet = 0;
    for (Event event : corpus.events()) {
      if (event instanceof Event.Completion completion) {
        finished.add(who(event) + " " + completion.item());
      }
      if (event instanceof Event.Study study
          && beginners.contains(who(event))
          && begun.add(who(event) + " " + study.item())) {
        for (ItemId before : items.get(study.item()).audience().prerequisites()) {
          if (finished.contains(who(event) + " " + before)) {
            met++;
          } else {
            unmet++;
          }
        }
      }
    }

    assertTrue(met > 2 * unmet, met + " met, " + unmet + " unmet");
    System.err.println("XX " + met + " " + unmet);
  }

  @Test
  void minorsAreSparedWhatIsSensitive() {
    Set<UserId> minors =
        corpus.profiles().stream()
            .filter(UserProfile::minor)
            .map(UserProfile::id)
            .collect(Collectors.toSet());
    List<Event> studied =
        corpus.events().stream()
            .filter(event -> event instanceof Event.Study && minors.contains(who(event)))
            .toList();

    assertTrue(minors.size() >= 5 && studied.size() >= 50, minors + " " + studied.size());
    studied.forEach(
        event ->
            assertFalse(
                items.get(event.items().getFirst()).audience().sensitiveToMinors(),
                event::toString));
  }

  @Test
  void learnersStayWithFewSubjects() {
    Map<UserId, Map<String, Long>> subjects =
        corpus.events().stream()
            .filter(Event.Study.class::isInstance)
            .collect(
                Collectors.groupingBy(
                    SampleCorpusTest::who,
                    Collectors.groupingBy(
                        event -> Shelf.subject(items.get(event.items().getFirst())),
                        Collectors.counting())));
    double dearest =
        subjects.values().stream()
            .filter(counts -> counts.values().stream().mapToLong(n -> n).sum() >= 5)
            .mapToDouble(
                counts ->
                    (double) counts.values().stream().mapToLong(n -> n).max().orElseThrow()
                        / counts.values().stream().mapToLong(n -> n).sum())
            .average()
            .orElseThrow();

    assertTrue(dearest > 0.5, "share of the dearest subject " + dearest);
  }

  @Test
  void twentyLearnersHaveAStoryThatTheirBehaviourTells() {
    Shelf shelf = new Shelf(corpus.items());
    Map<String, Long> events = count(event -> who(event).value());
    Map<UserId, Long> completions =
        corpus.events().stream()
            .filter(Event.Completion.class::isInstance)
            .collect(Collectors.groupingBy(SampleCorpusTest::who, Collectors.counting()));

    assertEquals(20, SampleCorpus.personas().size());
    for (Persona persona : SampleCorpus.personas()) {
      String id = persona.id().value();
      assertTrue(id.matches("u-[a-z]+"), id);
      assertTrue(persona.description().matches("\\p{IsHan}.{8,50}"), persona.description());
      assertTrue(shelf.subjects().containsAll(persona.subjects()), id);
      assertTrue(goalOf(persona, shelf).size() >= 3, id + " has no goal with a path");
      assertTrue(events.getOrDefault(id, 0L) >= 60, id + " " + events.get(id));
      assertTrue(completions.getOrDefault(persona.id(), 0L) >= 3, id);
      assertTrue(corpus.profiles().contains(persona.profile()), id);
    }
  }

  @Test
  void halfOfThemFinishTwoStepsTowardsTheirGoal() {
    Shelf shelf = new Shelf(corpus.items());
    Set<String> finished = pairs(Event.Completion.class);

    long onTheirWay =
        SampleCorpus.personas().stream()
            .filter(
                persona ->
                    goalOf(persona, shelf).stream()
                            .filter(step -> finished.contains(persona.id() + " " + step.id()))
                            .count()
                        >= 2)
            .count();

    assertTrue(onTheirWay >= 10, onTheirWay + " of 20");
  }

  private static List<Item> goalOf(Persona persona, Shelf shelf) {
    return shelf.goals().stream()
        .filter(tag -> persona.profile().goals().stream().anyMatch(goal -> goal.contains(tag)))
        .findFirst()
        .map(shelf::pathTo)
        .orElse(List.of());
  }

  private static <K> Map<K, Long> count(Function<Event, K> key) {
    return corpus.events().stream().collect(Collectors.groupingBy(key, Collectors.counting()));
  }

  private static Set<String> pairs(Class<? extends Event> kind) {
    return corpus.events().stream()
        .filter(kind::isInstance)
        .map(event -> who(event) + " " + event.items().getFirst())
        .collect(Collectors.toSet());
  }

  /** What the most frequent tenth of all, those never seen included, holds. */
  private static double shareOfTopTenth(Map<String, Long> counts, int all) {
    long total = counts.values().stream().mapToLong(n -> n).sum();
    long top =
        counts.values().stream()
            .sorted((a, b) -> Long.compare(b, a))
            .limit(all / 10)
            .mapToLong(n -> n)
            .sum();
    return (double) top / total;
  }

  private static UserId who(Event event) {
    return event.user().orElseThrow();
  }
}
