package io.zhixun.store;

import static io.zhixun.store.Samples.click;
import static io.zhixun.store.Samples.impression;
import static io.zhixun.store.Samples.item;
import static io.zhixun.store.Samples.profile;
import static io.zhixun.store.Samples.rating;
import static io.zhixun.store.Samples.rule;
import static io.zhixun.store.Samples.visitorClick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Change.DeleteItem;
import io.zhixun.store.Change.DeleteRule;
import io.zhixun.store.Change.PutItem;
import io.zhixun.store.Change.PutProfile;
import io.zhixun.store.Change.PutRule;
import io.zhixun.store.Change.SetPersonalisation;
import io.zhixun.store.Outcome.Accepted;
import io.zhixun.store.Outcome.Duplicate;
import io.zhixun.store.Outcome.NotFound;
import io.zhixun.store.Outcome.VersionMismatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What becomes of changes, one caller at a time. */
abstract class ChangesConformance extends StoreFixture {
  private static final UserId U1 = new UserId("u1");

  @Test
  void acceptedChangesOfAllKindsAreNumberedFromOneAndReadBackInOrder() {
    List<Change> changes =
        List.of(
            new PutItem(item("C_course-v1:A+B", "机器学习")),
            new AppendEvent(impression("e1", "u1", "a", "b")),
            new AppendEvent(visitorClick("e2", "v1", "a")),
            new PutProfile(profile("u1", "工程师")),
            new SetPersonalisation(U1, false),
            new PutRule(rule("r1", Rule.Kind.PIN, "a")),
            new DeleteRule("r1"),
            new DeleteItem(new ItemId("C_course-v1:A+B")));

    WriteResult result = store.submit(changes).join();

    assertEquals(changes, changes());
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L), numbers());
    assertEquals(8, result.seq());
    assertEquals(8, store.lastSeq());
    assertEquals(new Accepted(8, 2), result.outcomes().getLast());
    assertEquals(Samples.NOON, store.changesAfter(3, 1).getFirst().acceptedAt());
    assertEquals(4, store.changesAfter(3, 1).getFirst().seq());
  }

  @Test
  void nothingSubmittedIsNothingWritten() {
    assertEquals(new WriteResult(List.of(), 0), store.submit(List.of()).join());
  }

  @Test
  void theSameEventAgainIsADuplicateAndTakesNoNumber() {
    put(new AppendEvent(click("e1", "u1", "a")), new AppendEvent(click("e2", "u1", "a")));
    Event again =
        new Event.Click(
            Samples.header(
                "e1", new Actor.User(U1), Optional.of(Instant.parse("2026-11-25T00:00:00.5Z"))),
            new ItemId("a"),
            OptionalInt.of(1));

    List<Outcome> outcomes =
        put(
            new AppendEvent(click("e2", "u1", "a")),
            new AppendEvent(again),
            new AppendEvent(click("e3", "u1", "a")),
            new AppendEvent(click("e3", "u1", "a")));

    assertEquals(
        List.of(new Duplicate(2, 1), new Duplicate(1, 1), new Accepted(3, 1), new Duplicate(3, 1)),
        outcomes);
    assertEquals(List.of(1L, 2L, 3L), numbers());
  }

  @Test
  void theSameEventIdWithOtherContentIsAConflictThatSaysWhere() {
    put(new AppendEvent(rating("e1", "u1", "a", 4)));

    Outcome other = putOne(new AppendEvent(rating("e1", "u2", "a", 5)));

    assertEquals(
        new Outcome.Conflict("event e1 is there already, with other content: rating, user"), other);
    assertEquals(List.of(new AppendEvent(rating("e1", "u1", "a", 4))), changes());
  }

  @Test
  void aReceivedEventKeepsTheTimeOfItsReceipt() {
    Event received =
        new Event.Favourite(
            Samples.header(
                "e1", new Actor.User(U1), Optional.of(Instant.parse("2026-11-25T00:00:00.123Z"))),
            new ItemId("a"));

    put(new AppendEvent(received));

    assertEquals(List.of(received), store.eventsOf(U1));
  }

  @Test
  void itemsCountTheirVersionsAlsoThroughADeletion() {
    ItemId id = new ItemId("a");

    assertEquals(new Accepted(1, 1), putOne(new PutItem(item("a", "一"))));
    assertEquals(new Accepted(2, 2), putOne(new PutItem(item("a", "二"))));
    assertEquals(new StoredItem(item("a", "二"), 2, 2), store.item(id).orElseThrow());
    assertEquals(new Accepted(3, 3), putOne(new DeleteItem(id)));
    assertEquals(Optional.empty(), store.item(id));
    assertEquals(new NotFound(), putOne(new DeleteItem(id)));
    assertEquals(new Accepted(4, 4), putOne(new PutItem(item("a", "二"))));
  }

  @Test
  void theSameItemAgainIsADuplicate() {
    put(new PutItem(item("a", "一")), new PutItem(item("b", "二")));

    assertEquals(new Duplicate(1, 1), putOne(new PutItem(item("a", "一"))));
    assertEquals(2, store.lastSeq());
  }

  @Test
  void anExpectedVersionMustBeThere() {
    ItemId id = new ItemId("a");
    put(new AppendEvent(click("e1", "u1", "a"))); // mentioned is not existing

    assertEquals(new VersionMismatch(0), putOne(new PutItem(item("a", "一"), version(1))));
    assertEquals(new Accepted(2, 1), putOne(new PutItem(item("a", "一"), version(0))));
    assertEquals(new VersionMismatch(1), putOne(new PutItem(item("a", "二"), version(0))));
    assertEquals(new VersionMismatch(1), putOne(new PutItem(item("a", "一"), version(7))));
    assertEquals(new VersionMismatch(1), putOne(new DeleteItem(id, version(2))));
    assertEquals(new Accepted(3, 2), putOne(new PutItem(item("a", "二"), version(1))));
    assertEquals(new Accepted(4, 3), putOne(new DeleteItem(id, version(2))));
    assertEquals(new VersionMismatch(0), putOne(new PutItem(item("a", "三"), version(3))));
  }

  private static OptionalLong version(long version) {
    return OptionalLong.of(version);
  }

  @Test
  void changesOfOneCallSeeEachOther() {
    List<Outcome> outcomes =
        put(
            new PutItem(item("a", "一")),
            new PutItem(item("a", "一")),
            new PutItem(item("a", "二"), version(1)),
            new DeleteItem(new ItemId("a"), version(1)),
            new DeleteItem(new ItemId("a"), version(2)),
            new DeleteItem(new ItemId("a")),
            new PutRule(rule("r", Rule.Kind.HIDE, "a")),
            new DeleteRule("r"),
            new DeleteRule("r"));

    assertEquals(
        List.of(
            new Accepted(1, 1),
            new Duplicate(1, 1),
            new Accepted(2, 2),
            new VersionMismatch(2),
            new Accepted(3, 3),
            new NotFound(),
            new Accepted(4, 1),
            new Accepted(5, 1),
            new NotFound()),
        outcomes);
  }

  @Test
  void profilesSettingsAndRulesAreReplacedAndRepeatedForFree() {
    assertEquals(new Accepted(1, 1), putOne(new PutProfile(profile("u1", "教师"))));
    assertEquals(new Duplicate(1, 1), putOne(new PutProfile(profile("u1", "教师"))));
    assertEquals(new Accepted(2, 1), putOne(new PutProfile(profile("u1", "工程师"))));
    assertEquals(new Duplicate(0, 1), putOne(new SetPersonalisation(U1, true)));
    assertEquals(new Accepted(3, 1), putOne(new SetPersonalisation(U1, false)));
    assertEquals(new Duplicate(3, 1), putOne(new SetPersonalisation(U1, false)));
    assertEquals(new Accepted(4, 1), putOne(new PutRule(rule("r", Rule.Kind.PIN, "a"))));
    assertEquals(new Duplicate(4, 1), putOne(new PutRule(rule("r", Rule.Kind.PIN, "a"))));
    assertEquals(new Accepted(5, 1), putOne(new PutRule(rule("r", Rule.Kind.BURY, "a"))));
    assertEquals(new NotFound(), putOne(new DeleteRule("other")));

    assertEquals(Optional.of(profile("u1", "工程师")), store.profile(U1));
    assertEquals(LearnerSettings.DEFAULTS.personalised(false), store.settings(U1));
    assertEquals(List.of(rule("r", Rule.Kind.BURY, "a")), store.rules());
  }

  @Test
  void whatCouldNotBeReadBackIsNotWritten() {
    PutItem broken = new PutItem(item("a", "half a pair: \ud800"));

    assertThrows(
        IllegalArgumentException.class,
        () -> store.submit(List.of(new PutItem(item("b", "good")), broken)));

    assertEquals(0, store.lastSeq());
  }

  @Test
  void anEventThatBreaksARuleIsRefusedByThatRule() {
    AppendEvent good = new AppendEvent(click("e1", "u1", "a"));
    AppendEvent beyond = new AppendEvent(rating("e2", "u1", "a", 5.5));
    AppendEvent spaced = new AppendEvent(click("e 3", "u1", "a"));

    assertEquals("change must keep the rules: rating must be 1..5, got 5.5", refusal(good, beyond));
    assertEquals(
        "change must keep the rules: id must not hold control characters, white space, unpaired"
            + " surrogates or any of / \\ % ;, got U+0020 at 1",
        refusal(good, spaced));
    assertEquals(0, store.lastSeq());
  }

  private String refusal(Change... changes) {
    return assertThrows(IllegalArgumentException.class, () -> store.submit(List.of(changes)))
        .getMessage();
  }

  @Test
  void numbersRowsAndVersionsGoOnAfterARestart() {
    put(new PutItem(item("a", "一")), new AppendEvent(click("e1", "u1", "b")));

    reopen();

    assertEquals(
        List.of(new Accepted(3, 2), new Duplicate(2, 1), new Accepted(4, 1)),
        put(
            new PutItem(item("a", "二")),
            new AppendEvent(click("e1", "u1", "b")),
            new AppendEvent(click("e2", "u2", "c"))));
    assertEquals(OptionalInt.of(2), store.itemRow(new ItemId("c")));
    assertEquals(OptionalInt.of(1), store.learnerRow(new UserId("u2")));
    assertEquals(List.of(1L, 2L, 3L, 4L), numbers());
  }

  @Test
  void aClosedStoreRefusesEverything() {
    put(new AppendEvent(click("e1", "u1", "a")));
    store.close();

    CompletionException refused =
        assertThrows(CompletionException.class, () -> put(new DeleteRule("r")));
    assertEquals(StoreException.Code.CLOSED, ((StoreException) refused.getCause()).code());
    assertEquals(
        StoreException.Code.CLOSED,
        assertThrows(StoreException.class, () -> store.lastSeq()).code());
    assertTrue(refused.getMessage().contains("open it again"));
  }
}
