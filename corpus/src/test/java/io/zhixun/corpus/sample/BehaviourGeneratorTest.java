package io.zhixun.corpus.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Access;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.EventCheck;
import io.zhixun.corpus.check.ProfileCheck;
import io.zhixun.corpus.jsonl.EventJson;
import io.zhixun.corpus.jsonl.ProfileJson;
import io.zhixun.corpus.sample.BehaviourGenerator.Behaviour;
import io.zhixun.corpus.sample.BehaviourGenerator.Setting;
import io.zhixun.corpus.testing.Seeds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether the behaviour is possible at all; whether it is plausible, see the next test. */
class BehaviourGeneratorTest {
  private static final Setting SETTING =
      new Setting(Fixture.catalogue(), Fixture.queries(), List.of());

  private final long seed = Seeds.next();
  private final BehaviourSettings settings = BehaviourSettings.withSeed(seed).withLearners(120);
  private final Behaviour behaviour =
      new BehaviourGenerator(settings).generate(SETTING, Fixture.NOW);
  private final Map<ItemId, Item> items =
      SETTING.catalogue().stream().collect(Collectors.toMap(Item::id, Function.identity()));

  @Test
  void theSameSeedGivesTheSameAndAnotherSeedOtherBehaviour() {
    BehaviourSettings other = BehaviourSettings.withSeed(seed + 1).withLearners(120);

    assertEquals(
        behaviour, new BehaviourGenerator(settings).generate(SETTING, Fixture.NOW), this::replay);
    assertNotEquals(behaviour, new BehaviourGenerator(other).generate(SETTING, Fixture.NOW));
  }

  /**
   * The digest was taken once; it must be the same on every machine. Whoever changes how learners
   * behave takes a new one.
   */
  @Test
  void seedSevenGivesTheSameBytesOnEveryMachine() throws NoSuchAlgorithmException {
    Behaviour seven =
        new BehaviourGenerator(BehaviourSettings.withSeed(7).withLearners(120))
            .generate(SETTING, Fixture.NOW);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    seven
        .events()
        .forEach(
            event ->
                digest.update(EventJson.write(event).toString().getBytes(StandardCharsets.UTF_8)));
    seven
        .profiles()
        .forEach(
            profile ->
                digest.update(
                    ProfileJson.write(profile).toString().getBytes(StandardCharsets.UTF_8)));

    assertEquals(
        "49dea3b757d279119f098c2dd95d09bdc4713becd2b2f6516abb3793c303bc80",
        HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void aSmallerCrowdIsTheBeginningOfALargerOne() {
    Behaviour half =
        new BehaviourGenerator(settings.withLearners(60)).generate(SETTING, Fixture.NOW);
    Set<UserId> members =
        new HashSet<>(half.events().stream().map(BehaviourGeneratorTest::who).toList());

    assertEquals(
        half.events(),
        behaviour.events().stream().filter(event -> members.contains(who(event))).toList(),
        this::replay);
  }

  @Test
  void everyEventAndProfileKeepsTheRules() {
    for (Event event : behaviour.events()) {
      assertEquals(
          new Checked.Valid<>(event), EventCheck.read(EventJson.write(event)), this::replay);
    }
    for (UserProfile profile : behaviour.profiles()) {
      assertEquals(
          new Checked.Valid<>(profile),
          ProfileCheck.read(ProfileJson.write(profile)),
          this::replay);
    }
    assertTrue(!behaviour.profiles().isEmpty(), this::replay);
  }

  @Test
  void eventsAreInOrderOfTimeWithinTheYearAndHaveIdsOfTheirOwn() {
    Instant last = Fixture.NOW.minus(Duration.ofDays(settings.days()));
    Set<String> ids = new HashSet<>();
    for (Event event : behaviour.events()) {
      assertTrue(!event.at().isBefore(last), this::replay);
      assertTrue(!event.at().isAfter(Fixture.NOW), this::replay);
      assertTrue(ids.add(event.id()), this::replay);
      last = event.at();
    }
  }

  @Test
  void whatIsClickedWasShownThereJustBefore() {
    Map<String, Event.Impression> shown = new HashMap<>();
    int clicks = 0;
    for (Event event : behaviour.events()) {
      String request = event.header().requestId().orElse("");
      switch (event) {
        case Event.Impression impression -> shown.put(request, impression);
        case Event.Click click -> {
          int index = click.position().orElseThrow() - 1;
          assertEquals(click.item(), shown.get(request).shown().get(index).item(), this::replay);
          clicks++;
        }
        case Event.Purchase purchase ->
            assertTrue(shown.get(request).items().contains(purchase.item()), this::replay);
        case Event.NotInterested not ->
            assertTrue(shown.get(request).items().contains(not.item()), this::replay);
        case Event.Search _,
            Event.Study _,
            Event.Progress _,
            Event.Completion _,
            Event.Rating _,
            Event.Favourite _ -> {}
      }
    }
    assertTrue(clicks > 100, this::replay);
  }

  @Test
  void aSearchIsFollowedByItsResultsInTheSameAnswer() {
    Map<String, Event> bySearch = new HashMap<>();
    for (Event event : behaviour.events()) {
      event.header().requestId().ifPresent(request -> bySearch.putIfAbsent(request, event));
    }
    Set<String> impressed =
        behaviour.events().stream()
            .filter(Event.Impression.class::isInstance)
            .map(event -> event.header().requestId().orElseThrow())
            .collect(Collectors.toSet());

    bySearch.forEach(
        (request, first) -> {
          String scene = first.header().context().scene().orElseThrow();
          assertEquals(scene.equals("search"), first instanceof Event.Search, this::replay);
          assertTrue(impressed.contains(request), this::replay);
        });
  }

  @Test
  void onlyWhatLearnersCanSeeIsEverShown() {
    for (Event event : behaviour.events()) {
      for (ItemId item : event.items()) {
        assertTrue(items.get(item).isVisibleAt(event.at()), () -> item + " " + replay());
      }
    }
  }

  @Test
  void progressOnlyGrowsAndEndsInOneCompletionThatARatingMayFollow() {
    Map<String, Double> progress = new HashMap<>();
    Set<String> completed = new HashSet<>();
    for (Event event : behaviour.events()) {
      String pair = who(event) + " " + event.items();
      switch (event) {
        case Event.Progress step -> {
          assertTrue(step.progress() > progress.getOrDefault(pair, 0.0), this::replay);
          progress.put(pair, step.progress());
        }
        case Event.Completion _ -> {
          assertEquals(1.0, progress.get(pair), this::replay);
          assertTrue(completed.add(pair), this::replay);
        }
        case Event.Rating _ -> assertTrue(completed.contains(pair), this::replay);
        case Event.Impression _,
            Event.Click _,
            Event.Purchase _,
            Event.Study _,
            Event.Favourite _,
            Event.NotInterested _,
            Event.Search _ -> {}
      }
    }
    assertTrue(completed.size() > 20, this::replay);
  }

  @Test
  void whatIsStudiedWasTakenAndWhatIsBoughtHasAPrice() {
    Set<String> bought = new HashSet<>();
    for (Event event : behaviour.events()) {
      if (event instanceof Event.Purchase purchase) {
        Item item = items.get(purchase.item());
        assertTrue(item.offer().access() != Access.FREE, this::replay);
        assertEquals(item.offer().priceAt(event.at()), purchase.priceFen(), this::replay);
        assertTrue(bought.add(who(event) + " " + purchase.item()), this::replay);
      }
      if (event instanceof Event.Study study
          && items.get(study.item()).offer().access() == Access.PURCHASE) {
        assertTrue(bought.contains(who(event) + " " + study.item()), this::replay);
      }
    }
  }

  @Test
  void anEmptyCatalogueGivesNoBehaviour() {
    Setting nothing = new Setting(List.of(), List.of("a"), List.of());

    assertEquals(
        new Behaviour(List.of(), List.of()),
        new BehaviourGenerator(settings).generate(nothing, Fixture.NOW));
  }

  @Test
  void settingsOutsideTheirRangesAreRefused() {
    assertEquals(
        "learners must be 1..1000000, got 0",
        assertThrows(IllegalArgumentException.class, () -> settings.withLearners(0)).getMessage());
  }

  private static UserId who(Event event) {
    return event.user().orElseThrow();
  }

  private String replay() {
    return "-Dzhixun.seed=" + seed;
  }
}
