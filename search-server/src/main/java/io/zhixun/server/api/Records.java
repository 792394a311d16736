package io.zhixun.server.api;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import java.util.List;
import java.util.Optional;

/** What the API reads straight from the record, because the record alone holds it. */
public interface Records {
  /** An item of any status. */
  Optional<StoredItem> item(ItemId id);

  Optional<UserProfile> profile(UserId id);

  /** Whether a learner wants personal answers; true unless switched off. */
  boolean isPersonalised(UserId id);

  /** Learners in the order of their ids, each id greater than {@code after}. */
  List<LearnerRow> learners(Optional<UserId> after, int size);

  /** A learner's events, newest first, each with a number smaller than {@code before}. */
  List<StoredEvent> history(UserId id, long before, int size);

  /** An item and how often it was changed. */
  record StoredItem(Item item, long version) {}

  /** An event and its place in the sequence of all changes. */
  record StoredEvent(long seq, Event event) {}

  /** A learner and how many events are kept of it. */
  record LearnerRow(UserId id, long events) {}
}
