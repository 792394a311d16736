package io.zhixun.store;

import static io.zhixun.store.Samples.click;
import static io.zhixun.store.Samples.impression;
import static io.zhixun.store.Samples.item;
import static io.zhixun.store.Samples.profile;
import static io.zhixun.store.Samples.rule;
import static io.zhixun.store.Samples.visitorClick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rows;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Change.DeleteItem;
import io.zhixun.store.Change.PutItem;
import io.zhixun.store.Change.PutProfile;
import io.zhixun.store.Change.PutRule;
import io.zhixun.store.Change.SetPersonalisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What can be read, given what was written. */
abstract class ReadsConformance extends StoreFixture {
  private static ItemId id(String id) {
    return new ItemId(id);
  }

  @Test
  void rowsAreIssuedOnFirstMentionAndNeverReused() {
    put(
        new AppendEvent(impression("e1", "u1", "b", "a")),
        new PutItem(item("c", "三")),
        new DeleteItem(id("c")),
        new AppendEvent(visitorClick("e2", "v1", "d")),
        new PutProfile(profile("u2", "教师")),
        new PutItem(item("a", "一")));

    assertEquals(
        Map.of(id("b"), 0, id("a"), 1, id("c"), 2, id("d"), 3),
        store.itemRows(List.of(id("a"), id("b"), id("c"), id("d"), id("never"))));
    assertEquals(Map.of(1, id("a"), 2, id("c")), store.itemIds(List.of(2, 1, 4, -1)));
    assertEquals(OptionalInt.of(3), store.itemRow(id("d")));
    assertEquals(OptionalInt.empty(), store.itemRow(id("never")));
    assertEquals(Optional.of(id("d")), store.itemId(3));
    assertEquals(Optional.empty(), store.itemId(4));
    assertEquals(OptionalInt.of(0), store.learnerRow(new UserId("u1")));
    assertEquals(OptionalInt.of(1), store.learnerRow(new UserId("u2")));
    assertEquals(OptionalInt.empty(), store.learnerRow(new UserId("v1")));
  }

  @Test
  void itemsComeInTheOrderAskedFor() {
    put(new PutItem(item("a", "一")), new PutItem(item("b", "二")), new DeleteItem(id("b")));
    put(new PutItem(item("c", "三")));

    assertEquals(
        List.of(new StoredItem(item("c", "三"), 1, 4), new StoredItem(item("a", "一"), 1, 1)),
        store.items(List.of(id("c"), id("b"), id("never"), id("a"))));
    assertEquals(List.of(), store.items(List.of()));
  }

  @Test
  void theCorpusHoldsEverythingAsOfItsNumber() {
    Event seen = impression("e1", "u1", "b", "a");
    Event visit = visitorClick("e2", "v1", "d");
    put(
        new AppendEvent(seen),
        new PutItem(item("a", "旧")),
        new PutItem(item("c", "三")),
        new DeleteItem(id("c")),
        new PutItem(item("a", "新")),
        new AppendEvent(visit),
        new PutProfile(profile("u2", "教师")));

    Corpus corpus = store.corpus();

    assertEquals(
        new Corpus(
            7,
            List.of(item("a", "新")),
            List.of(seen, visit),
            List.of(profile("u2", "教师")),
            new Rows<>(Map.of(id("b"), 0, id("a"), 1, id("c"), 2, id("d"), 3), 4),
            new Rows<>(Map.of(new UserId("u1"), 0, new UserId("u2"), 1), 2)),
        corpus);
  }

  @Test
  void anEmptyRecordIsAnEmptyCorpus() {
    assertEquals(Corpus.of(List.of(), List.of(), List.of()), store.corpus());
    assertEquals(List.of(), store.changesAfter(0, 10));
    assertEquals(List.of(), store.rules());
  }

  @Test
  void eventsOfALearnerComeInOrderAndTheNewestOnRequest() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      events.add(click("e" + i, "u1", "a"));
      put(new AppendEvent(events.get(i)), new AppendEvent(click("x" + i, "u2", "a")));
    }
    put(new PutProfile(profile("u1", "教师")));

    assertEquals(events, store.eventsOf(new UserId("u1")));
    assertEquals(events.subList(3, 5), store.eventsOf(new UserId("u1"), 2));
    assertEquals(List.of(), store.eventsOf(new UserId("nobody")));
  }

  @Test
  void historyPagesBackwardsFromTheNewest() {
    for (int i = 1; i <= 5; i++) {
      put(new AppendEvent(click("e" + i, "u1", "a")), new AppendEvent(click("x" + i, "u2", "a")));
    }
    UserId user = new UserId("u1");

    List<Entry> first = store.history(user, Long.MAX_VALUE, 2);
    List<Entry> second = store.history(user, first.getLast().seq(), 2);

    assertEquals(List.of(9L, 7L), first.stream().map(Entry::seq).toList());
    assertEquals(List.of(5L, 3L), second.stream().map(Entry::seq).toList());
    assertEquals(new AppendEvent(click("e5", "u1", "a")), first.getFirst().change());
  }

  @Test
  void eventsPageInOrderWithoutWhatIsNoEventAnyMore() {
    put(
        new AppendEvent(click("e1", "u1", "a")),
        new PutItem(item("a", "一")),
        new AppendEvent(visitorClick("e2", "v1", "a")),
        new AppendEvent(click("e3", "u2", "a")));
    put(new AppendEvent(click("e4", "u2", "a")));
    store.erasures().erase(new UserId("u1"));

    List<Entry> first = store.events(Samples.NOON, 0, 2);
    List<Entry> second = store.events(Samples.NOON, first.getLast().seq(), 2);

    assertEquals(List.of(3L, 4L), first.stream().map(Entry::seq).toList());
    assertEquals(new AppendEvent(visitorClick("e2", "v1", "a")), first.getFirst().change());
    assertEquals(List.of(5L), second.stream().map(Entry::seq).toList());
    assertEquals(List.of(), store.events(Samples.NOON.plusMillis(1), 0, 2));
  }

  @Test
  void usersPageByTheirIdentifiers() {
    put(
        new AppendEvent(click("e1", "u2", "a")),
        new AppendEvent(click("e2", "u2", "b")),
        new PutProfile(profile("学员", "教师")),
        new PutProfile(profile("U1", "教师")),
        new SetPersonalisation(new UserId("u10"), false));

    List<UserSummary> first = store.users(Optional.empty(), 3);
    List<UserSummary> second = store.users(Optional.of(first.getLast().id()), 3);

    assertEquals(
        List.of(
            new UserSummary(new UserId("U1"), 0),
            new UserSummary(new UserId("u10"), 0),
            new UserSummary(new UserId("u2"), 2)),
        first);
    assertEquals(List.of(new UserSummary(new UserId("学员"), 0)), second);
  }

  @Test
  void learnersOfWhomNothingIsKnownHaveTheDefaults() {
    assertEquals(Optional.empty(), store.profile(new UserId("nobody")));
    assertEquals(LearnerSettings.DEFAULTS, store.settings(new UserId("nobody")));
  }

  @Test
  void rulesComeByTheirIdentifiers() {
    put(
        new PutRule(rule("b", Rule.Kind.PIN, "x")),
        new PutRule(rule("a", Rule.Kind.HIDE, "y")),
        new PutRule(rule("b", Rule.Kind.BURY, "x")));

    assertEquals(
        List.of(rule("a", Rule.Kind.HIDE, "y"), rule("b", Rule.Kind.BURY, "x")), store.rules());
  }

  @Test
  void limitsMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> store.changesAfter(0, 0));
    assertThrows(IllegalArgumentException.class, () -> store.users(Optional.empty(), 0));
    assertThrows(IllegalArgumentException.class, () -> store.history(new UserId("u"), 1, -1));
    assertThrows(IllegalArgumentException.class, () -> store.eventsOf(new UserId("u"), 0));
  }

  /** The log is the truth: what is read equals what replaying the log gives. */
  @RepeatedTest(3)
  void stateEqualsTheReplayOfTheLogAfterRandomChanges() {
    long seed = Seeds.next();
    Random random = new Random(seed);
    for (int call = 0; call < 60; call++) {
      List<Change> changes = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        changes.add(randomChange(random));
      }
      store.submit(changes).join();
    }
    String replay = "replay with -Dzhixun.seed=" + seed;

    Map<ItemId, StoredItem> items = new HashMap<>();
    Map<ItemId, Long> versions = new HashMap<>();
    Map<String, Rule> rules = new TreeMap<>();
    List<Event> events = new ArrayList<>();
    for (Entry entry : store.changesAfter(0, Integer.MAX_VALUE)) {
      switch (entry.change()) {
        case PutItem(var item, var _) -> {
          long version = versions.merge(item.id(), 1L, Long::sum);
          items.put(item.id(), new StoredItem(item, version, entry.seq()));
        }
        case DeleteItem(var id, var _) -> {
          versions.merge(id, 1L, Long::sum);
          items.remove(id);
        }
        case AppendEvent(var event) -> events.add(event);
        case PutRule(var rule) -> rules.put(rule.id(), rule);
        case Change.DeleteRule(var id) -> rules.remove(id);
        case PutProfile _, SetPersonalisation _, Change.MergeVisitor _, Recorded _ -> {}
      }
    }

    assertEquals(events, store.corpus().events(), replay);
    assertEquals(List.copyOf(rules.values()), store.rules(), replay);
    for (int i = 0; i < 6; i++) {
      ItemId id = id("i" + i);
      assertEquals(Optional.ofNullable(items.get(id)), store.item(id), replay);
    }
  }

  private static Change randomChange(Random random) {
    String item = "i" + random.nextInt(6);
    return switch (random.nextInt(8)) {
      case 0, 1 -> new PutItem(item(item, "第" + random.nextInt(3) + "版"));
      case 2 -> new DeleteItem(id(item));
      case 3 -> new PutRule(rule("r" + random.nextInt(3), Rule.Kind.PIN, item));
      case 4 -> new Change.DeleteRule("r" + random.nextInt(3));
      default -> new AppendEvent(click("e" + random.nextInt(200), "u" + random.nextInt(3), item));
    };
  }
}
