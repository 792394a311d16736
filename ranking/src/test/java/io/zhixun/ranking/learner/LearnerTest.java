package io.zhixun.ranking.learner;

import static io.zhixun.ranking.testing.Samples.USER;
import static io.zhixun.ranking.testing.Samples.click;
import static io.zhixun.ranking.testing.Samples.completion;
import static io.zhixun.ranking.testing.Samples.head;
import static io.zhixun.ranking.testing.Samples.id;
import static io.zhixun.ranking.testing.Samples.purchase;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.Event.Shown;
import io.zhixun.corpus.UserProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final Learner NEW = Learner.of(UserProfile.unknown(USER));

  @Test
  void oneByOneAndAllAtOnceGiveTheSameLearner() {
    List<Event> events =
        List.of(
            click(1, "a"),
            purchase(2, "b"),
            new Event.Impression(head(3), List.of(new Shown(id("c"), 1))),
            completion(4, "b"),
            new Event.Search(head(5), "python"),
            new Event.NotInterested(head(6), id("d"), Scope.AUTHOR),
            new Event.Progress(head(7), id("a"), 0.4));

    Learner oneByOne = NEW;
    for (Event event : events) {
      oneByOne = oneByOne.after(event);
    }

    assertEquals(NEW.after(events), oneByOne);
  }

  @Test
  void whatWasTouchedLastStandsLast() {
    Learner learner = NEW.after(List.of(click(1, "a"), click(2, "b"), click(3, "a")));

    assertEquals(List.of(id("b"), id("a")), learner.touches().stream().map(Touch::item).toList());
  }

  @Test
  void purchasesAreOwnedAndCompletionsFinished() {
    Learner learner = NEW.after(List.of(purchase(1, "a"), completion(2, "b")));

    assertEquals(Set.of(id("a")), learner.owned());
    assertEquals(Set.of(id("b")), learner.finished());
  }

  @Test
  void fullProgressIsACompletion() {
    Learner learner = NEW.after(new Event.Progress(head(1), id("a"), 1.0));

    assertEquals(Set.of(id("a")), learner.finished());
    assertTrue(learner.unfinished().isEmpty());
  }

  @Test
  void historyIsBoundedAndTheOldestLeaves() {
    List<Event> events = new ArrayList<>();
    for (int n = 0; n <= Learner.MAX_TOUCHES; n++) {
      events.add(purchase(n, "i" + n));
    }

    Learner learner = NEW.after(events);

    assertEquals(Learner.MAX_TOUCHES, learner.touches().size());
    assertEquals(id("i1"), learner.touches().getFirst().item());
    assertTrue(learner.owned().contains(id("i0")), "what was bought is never forgotten");
  }

  @Test
  void exposuresAreCountedUntilTheItemIsTouched() {
    Event shown = new Event.Impression(head(1), List.of(new Shown(id("a"), 1)));
    Event again = new Event.Impression(head(2), List.of(new Shown(id("a"), 3)));

    Exposure twice = NEW.after(List.of(shown, again)).shown().get(id("a"));
    assertEquals(2, twice.times());
    assertEquals(1, twice.sessions(), "a minute apart is one visit");
    assertEquals(Map.of(), NEW.after(List.of(shown, again, click(3, "a"))).shown());
  }

  @Test
  void anotherVisitIsAnotherSession() {
    Event shown = new Event.Impression(head(1), List.of(new Shown(id("a"), 1)));
    Event nextDay = new Event.Impression(head(1_500), List.of(new Shown(id("a"), 1)));

    Exposure exposure = NEW.after(List.of(shown, nextDay)).shown().get(id("a"));

    assertEquals(2, exposure.sessions());
    assertEquals(nextDay.at(), exposure.last());
  }

  @Test
  void anotherProfileKeepsWhatWasBought() {
    UserProfile owns = profileOwning("x");
    Learner learner = Learner.of(owns).after(purchase(1, "a"));

    Learner changed = learner.with(profileOwning("y"));

    assertEquals(Set.of(id("a"), id("y")), changed.owned());
  }

  @Test
  void aLearnerWithoutBehaviourOrStatementsIsUnknown() {
    assertTrue(NEW.isUnknown());
    assertFalse(NEW.after(click(1, "a")).isUnknown());
  }

  private static UserProfile profileOwning(String item) {
    UserProfile none = UserProfile.unknown(USER);
    return new UserProfile(
        none.id(),
        none.ageBand(),
        none.gender(),
        none.occupation(),
        none.interests(),
        none.goals(),
        none.preferredFormats(),
        none.usualHours(),
        none.level(),
        none.membership(),
        List.of(id(item)),
        false);
  }
}
