package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import io.zhixun.search.serving.Live;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What becomes of a page when the record cannot take what it reports. */
class PageFeedbackTest {
  private static final Actor LEARNER = new Actor.User(new UserId("u"));
  private static final Actor GUEST = new Actor.Visitor(VisitorId.GUEST);
  private static final ItemId ITEM = new ItemId("c-1");

  /** A record that fails in one way, and counts how often it was asked. */
  private static final class Failing implements Live {
    private final RuntimeException failure;
    private int asked;

    Failing(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public WriteResult accept(List<Change> changes, Origin origin) {
      asked++;
      throw failure;
    }

    @Override
    public boolean awaitSeq(long seq, Duration atMost) {
      return false;
    }

    @Override
    public long seq() {
      return 0;
    }

    @Override
    public String generation() {
      return "none";
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public List<Warning> warnings() {
      return List.of();
    }
  }

  private static Event.Header header(Actor actor) {
    return new Event.Header(
        "e",
        Instant.EPOCH,
        actor,
        Optional.empty(),
        Optional.empty(),
        Optional.of("r"),
        Event.Context.UNKNOWN);
  }

  private static Event click(Actor actor) {
    return new Event.Click(header(actor), ITEM, OptionalInt.of(1));
  }

  @Test
  void aPageIsShownAndALinkLeadsOnAlthoughItCannotBeRecorded() {
    StoreException full = new StoreException(StoreException.Code.FULL, "no room");
    for (RuntimeException failure : List.of(full, new CompletionException(full))) {
      Failing record = new Failing(failure);
      PageFeedback feedback = new PageFeedback(record);

      for (Actor actor : List.of(LEARNER, GUEST)) {
        feedback.accept(new Event.Search(header(actor), "睡眠"));
        feedback.accept(new Event.Impression(header(actor), List.of(new Event.Shown(ITEM, 1))));
      }
      feedback.accept(click(GUEST));
      feedback.accept(click(LEARNER));

      assertEquals(6, record.asked);
      Event said = new Event.Favourite(header(LEARNER), ITEM);
      assertThrows(failure.getClass(), () -> feedback.accept(said));
    }
  }

  @Test
  void aMistakeOfOursIsNotLetGo() {
    IllegalStateException bug = new IllegalStateException("a bug");
    PageFeedback feedback = new PageFeedback(new Failing(new CompletionException(bug)));

    assertThrows(
        CompletionException.class, () -> feedback.accept(new Event.Search(header(GUEST), "睡眠")));
  }
}
