package io.zhixun.ranking.interaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EventWeightsTest {
  private static final EventWeights WEIGHTS = EventWeights.DEFAULTS;
  private int serial;

  @Test
  void moreOfAnythingGoodNeverWeighsLess() {
    Engagement some = Engagement.NONE.after(click("a")).after(study("a", 600));
    Engagement more = some.after(progress("a", 0.5)).after(study("a", 600));
    Engagement most = more.after(completion("a")).after(purchase("a")).after(rating("a", 5));

    assertEquals(0, WEIGHTS.of(Engagement.NONE));
    assertTrue(WEIGHTS.of(some) > 0);
    assertTrue(WEIGHTS.of(more) > WEIGHTS.of(some));
    assertTrue(WEIGHTS.of(most) > WEIGHTS.of(more));
    assertTrue(WEIGHTS.of(most) <= WEIGHTS.most());
  }

  @Test
  void reportingTheSameProgressAgainAddsNothing() {
    Engagement once = Engagement.NONE.after(progress("a", 0.5));

    assertEquals(WEIGHTS.of(once), WEIGHTS.of(once.after(progress("a", 0.5))));
  }

  @Test
  void aBadRatingOrNotInterestedWeighsNothingWhateverElseHappened() {
    Engagement bought = Engagement.NONE.after(purchase("a"));

    assertEquals(0, WEIGHTS.of(bought.after(rating("a", 2))));
    assertEquals(0, WEIGHTS.of(bought.after(notInterested("a", Event.Scope.ITEM))));
    assertTrue(WEIGHTS.of(bought.after(notInterested("a", Event.Scope.AUTHOR))) > 0);
    assertTrue(WEIGHTS.of(bought.after(rating("a", 2)).after(rating("a", 4))) > 0);
  }

  @Test
  void corpusBecomesOneTimedEntryForEachLearnerAndItem() {
    Corpus corpus =
        Corpus.of(
            List.of(),
            List.of(
                purchase("b"),
                click("a"),
                completion("a"),
                notInterested("c", Event.Scope.ITEM),
                anonymousClick("d"),
                click("b")),
            List.of());

    Interactions all = CorpusInteractions.of(corpus, WEIGHTS);

    int a = corpus.itemRows().of(new ItemId("a")).orElseThrow();
    int b = corpus.itemRows().of(new ItemId("b")).orElseThrow();
    assertArrayEquals(new int[] {a, b}, all.itemsOf(0));
    assertEquals(4, all.items());
    assertEquals(2, all.entries());
    assertTrue(all.timed());
  }

  @Test
  void absurdWeightsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new EventWeights(-1, 0, 0, 0, 0, 0, 0, 3, 3));
  }

  private Event.Header header() {
    serial++;
    return new Event.Header(
        "e" + serial,
        Instant.ofEpochSecond(1_000L + serial),
        new Actor.User(new UserId("u")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Event.Context.UNKNOWN);
  }

  private Event.OnItem click(String item) {
    return new Event.Click(header(), new ItemId(item), OptionalInt.empty());
  }

  private Event anonymousClick(String item) {
    Event.Header known = header();
    return new Event.Click(
        new Event.Header(
            known.id(),
            known.at(),
            new Actor.Visitor(new VisitorId("v")),
            known.receivedAt(),
            known.session(),
            known.requestId(),
            known.context()),
        new ItemId(item),
        OptionalInt.empty());
  }

  private Event.OnItem study(String item, long seconds) {
    return new Event.Study(header(), new ItemId(item), seconds);
  }

  private Event.OnItem progress(String item, double to) {
    return new Event.Progress(header(), new ItemId(item), to);
  }

  private Event.OnItem completion(String item) {
    return new Event.Completion(header(), new ItemId(item));
  }

  private Event.OnItem purchase(String item) {
    return new Event.Purchase(header(), new ItemId(item), OptionalLong.empty());
  }

  private Event.OnItem rating(String item, double stars) {
    return new Event.Rating(header(), new ItemId(item), stars);
  }

  private Event.OnItem notInterested(String item, Event.Scope scope) {
    return new Event.NotInterested(header(), new ItemId(item), scope);
  }
}
