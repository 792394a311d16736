package io.zhixun.store;

import static io.zhixun.store.Samples.click;
import static io.zhixun.store.Samples.profile;
import static io.zhixun.store.Samples.visitorClick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Change.HideTag;
import io.zhixun.store.Change.MergeVisitor;
import io.zhixun.store.Change.PutProfile;
import io.zhixun.store.Change.SetPersonalisation;
import io.zhixun.store.Erasures.Erasure;
import io.zhixun.store.Outcome.Accepted;
import io.zhixun.store.Outcome.Duplicate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What visitors become at login, and how learners are forgotten. */
abstract class RightsConformance extends StoreFixture {
  private static final UserId U1 = new UserId("u1");
  private static final UserId U2 = new UserId("u2");
  private static final VisitorId V1 = new VisitorId("v1");

  private List<String> eventIds(UserId user) {
    return store.eventsOf(user).stream().map(Event::id).toList();
  }

  @Test
  void atLoginAVisitorsEventsBecomeTheLearners() {
    put(
        new AppendEvent(visitorClick("e1", "v1", "a")),
        new AppendEvent(click("e2", "u1", "b")),
        new AppendEvent(visitorClick("e3", "other", "c")));

    assertEquals(new Accepted(4, 1), putOne(new MergeVisitor(V1, U1)));

    assertEquals(List.of("e1", "e2"), eventIds(U1));
    assertEquals(Optional.of(U1), store.eventsOf(U1).getFirst().user());
    assertEquals(2, store.users(Optional.empty(), 5).getFirst().events());
    assertEquals(
        List.of(Optional.of(U1), Optional.of(U1), Optional.empty()),
        store.corpus().events().stream().map(Event::user).toList());
    assertEquals(new MergeVisitor(V1, U1), changes().getLast());
    assertEquals(new AppendEvent(visitorClick("e1", "v1", "a")), changes().getFirst());
  }

  @Test
  void mergingAgainIsADuplicateUntilTheVisitorActsAgain() {
    put(new AppendEvent(visitorClick("e1", "v1", "a")), new MergeVisitor(V1, U1));

    assertEquals(new Duplicate(0, 1), putOne(new MergeVisitor(V1, U1)));
    assertEquals(new Duplicate(0, 1), putOne(new MergeVisitor(V1, U2)));
    put(new AppendEvent(visitorClick("e2", "v1", "b")));
    assertEquals(List.of("e1"), eventIds(U1));
    assertEquals(new Accepted(4, 1), putOne(new MergeVisitor(V1, U2)));
    assertEquals(List.of("e1"), eventIds(U1));
    assertEquals(List.of("e2"), eventIds(U2));
  }

  @Test
  void withinOneCallALoginTakesWhatCameBeforeIt() {
    List<Outcome> outcomes =
        put(
            new MergeVisitor(V1, U1),
            new AppendEvent(visitorClick("e1", "v1", "a")),
            new MergeVisitor(V1, U1),
            new AppendEvent(visitorClick("e2", "v1", "a")));

    assertEquals(
        List.of(new Duplicate(0, 1), new Accepted(1, 1), new Accepted(2, 1), new Accepted(3, 1)),
        outcomes);
    assertEquals(List.of("e1"), eventIds(U1));
  }

  @Test
  void aMergedEventSentAgainIsADuplicateAndOutlastsARestart() {
    put(new AppendEvent(visitorClick("e1", "v1", "a")), new MergeVisitor(V1, U1));

    reopen();

    assertEquals(new Duplicate(1, 1), putOne(new AppendEvent(visitorClick("e1", "v1", "a"))));
    assertEquals(List.of("e1"), eventIds(U1));
  }

  @Test
  void anErasedLearnerLeavesNumbersAndNothingElse() {
    put(
        new AppendEvent(visitorClick("e1", "v1", "a")),
        new AppendEvent(click("e2", "u1", "a")),
        new MergeVisitor(V1, U1),
        new PutProfile(profile("u1", "教师")),
        new SetPersonalisation(U1, false),
        new AppendEvent(click("e3", "u2", "a")));

    Erasure erasure = store.erasures().erase(U1).orElseThrow();

    assertEquals(7, erasure.seq());
    assertEquals(
        Map.of("event", 2L, "visitor-merged", 1L, "profile", 1L, "personalisation", 1L),
        erasure.counts());
    assertEquals(List.of(erasure), store.erasures().ledger());
    assertEquals(List.of(), store.eventsOf(U1));
    assertEquals(Optional.empty(), store.profile(U1));
    assertEquals(LearnerSettings.DEFAULTS, store.settings(U1));
    assertEquals(OptionalInt.empty(), store.learnerRow(U1));
    assertEquals(
        List.of(U2), store.users(Optional.empty(), 9).stream().map(UserSummary::id).toList());
    assertEquals(List.of("e3"), store.corpus().events().stream().map(Event::id).toList());
    assertEquals(2, store.corpus().learnerRows().size());
  }

  @Test
  void aFollowerPassesOverErasedChangesAndLearnsThatSomebodyIsGone() {
    put(
        new AppendEvent(click("e1", "u2", "a")),
        new AppendEvent(click("e2", "u1", "a")),
        new AppendEvent(click("e3", "u2", "b")));
    int row = store.learnerRow(U1).orElseThrow();

    store.erasures().erase(U1);

    assertEquals(
        List.of(
            new AppendEvent(click("e1", "u2", "a")),
            new Recorded.Erased(),
            new AppendEvent(click("e3", "u2", "b")),
            new Recorded.LearnerErased(row)),
        changes());
    assertEquals(List.of(1L, 2L, 3L, 4L), numbers());
  }

  @Test
  void anErasedEventSentAgainDoesNotComeBack() {
    put(new AppendEvent(click("e1", "u1", "a")));
    store.erasures().erase(U1);

    assertInstanceOf(Outcome.Conflict.class, putOne(new AppendEvent(click("e1", "u1", "a"))));

    assertEquals(OptionalInt.empty(), store.learnerRow(U1));
  }

  @Test
  void whoeverComesBackIsSomebodyNew() {
    put(new AppendEvent(click("e1", "u1", "a")));
    int row = store.learnerRow(U1).orElseThrow();
    Erasure first = store.erasures().erase(U1).orElseThrow();

    put(new AppendEvent(click("e2", "u1", "a")));

    assertEquals(List.of("e2"), eventIds(U1));
    assertNotEquals(row, store.learnerRow(U1).orElseThrow());
    assertEquals(List.of(), store.erasures().repeat(List.of(first)));
    assertEquals(List.of("e2"), eventIds(U1));
    Erasure second = store.erasures().erase(U1).orElseThrow();
    assertNotEquals(first.receipt(), second.receipt());
    assertEquals(List.of(first, second), store.erasures().ledger());
  }

  @Test
  void oneEventIsForgottenAndTheLearnerStays() {
    put(
        new AppendEvent(visitorClick("e1", "v1", "a")),
        new MergeVisitor(V1, U1),
        new AppendEvent(click("e2", "u1", "b")),
        new AppendEvent(click("e3", "u2", "a")));
    int row = store.learnerRow(U1).orElseThrow();

    assertEquals(Optional.empty(), store.erasures().forget(U1, Optional.of("e3")), "not theirs");
    assertEquals(
        Optional.of(new Erasures.Forgetting(1, 5)), store.erasures().forget(U1, Optional.of("e1")));

    assertEquals(List.of("e2"), eventIds(U1));
    assertEquals(List.of("e2", "e3"), store.corpus().events().stream().map(Event::id).toList());
    assertEquals(new Recorded.EventsForgotten(row), changes().getLast());
    assertEquals(List.of(), store.erasures().ledger());
    assertEquals(true, store.settings(U1).isRevised());
    assertEquals(false, store.settings(U2).isRevised());
    assertInstanceOf(
        Outcome.Conflict.class, putOne(new AppendEvent(visitorClick("e1", "v1", "a"))));
  }

  @Test
  void allEventsAreForgottenAndWhatWasToldStays() {
    put(
        new PutProfile(profile("u1", "教师")),
        new AppendEvent(click("e1", "u1", "a")),
        new AppendEvent(click("e2", "u1", "b")));

    assertEquals(
        Optional.of(new Erasures.Forgetting(2, 4)), store.erasures().forget(U1, Optional.empty()));

    assertEquals(List.of(), store.eventsOf(U1));
    assertEquals(Optional.of(profile("u1", "教师")), store.profile(U1));
    assertEquals(Optional.empty(), store.erasures().forget(U1, Optional.empty()), "nothing left");
  }

  @Test
  void hiddenTagsAreTheLastWordOnEachAndOutlastARestart() {
    put(
        new HideTag(U1, "理财", true),
        new HideTag(U1, "写作", true),
        new HideTag(U1, "理财", false),
        new HideTag(U2, "历史", true));

    reopen();

    assertEquals(Set.of("写作"), store.settings(U1).hiddenTags());
    assertEquals(new HideTag(U2, "历史", true), changes().getLast());
    store.erasures().erase(U1);
    put(new AppendEvent(click("e1", "u1", "a")));
    assertEquals(LearnerSettings.DEFAULTS, store.settings(U1), "forgotten with the rest");
  }

  @Test
  void nobodyKnownIsNobodyErased() {
    assertEquals(Optional.empty(), store.erasures().erase(U1));
    assertEquals(0, store.lastSeq());
  }

  @Test
  void keysOfAnErasedLearnerOpenNothing() {
    put(new PutProfile(profile("u1", "教师")));
    NewKey own =
        store
            .keys()
            .create(new Key.Grant("u1 的钥匙", Role.READER, Optional.of(U1), Optional.empty()));
    assertTrue(store.keys().find(own.presented()).isPresent());

    store.erasures().erase(U1);

    assertFalse(store.keys().find(own.presented()).isPresent());
    Key.Grant left = store.keys().list().getFirst().grant();
    assertEquals("erased", left.name());
    assertNotEquals(Optional.of(U1), left.learner());
  }
}
