package io.zhixun.store;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.VisitorId;
import java.util.OptionalLong;

/** Something that is to become part of the record. */
public sealed interface Change extends Recorded {

  /**
   * An item as it is from now on. The same content once more is a {@link Outcome.Duplicate}: no new
   * version and no number, so that importing a catalogue again costs nothing downstream.
   *
   * @param expectedVersion the version that must be there; 0 when the item must not exist
   */
  record PutItem(Item item, OptionalLong expectedVersion) implements Change {
    /** Whatever version is there. */
    public PutItem(Item item) {
      this(item, OptionalLong.empty());
    }
  }

  /**
   * The item is gone; its row stays taken, and its versions go on when it comes back.
   *
   * @param expectedVersion the version that must be there
   */
  record DeleteItem(ItemId id, OptionalLong expectedVersion) implements Change {
    /** Whatever version is there. */
    public DeleteItem(ItemId id) {
      this(id, OptionalLong.empty());
    }
  }

  /**
   * Something a learner or visitor did. Items and learners that nobody has heard of are accepted
   * and get their row here. The same identifier with the same content, the time of receipt apart,
   * is a {@link Outcome.Duplicate}; with other content it is a {@link Outcome.Conflict}.
   */
  record AppendEvent(Event event) implements Change {}

  /** A learner's profile as it is from now on; the same once more is a duplicate. */
  record PutProfile(UserProfile profile) implements Change {}

  /** Whether answers may use what is known of the learner; the same once more is a duplicate. */
  record SetPersonalisation(UserId user, boolean enabled) implements Change {}

  /**
   * Whether answers must not conclude anything from a tag in what this learner did or told; always
   * accepted.
   */
  record HideTag(UserId user, String tag, boolean hidden) implements Change {}

  /** A rule as it is from now on; the same once more is a duplicate. */
  record PutRule(Rule rule) implements Change {}

  record DeleteRule(String id) implements Change {}

  /**
   * A line of a word list as it is from now on; the same once more is a duplicate.
   *
   * @param expectedVersion the version that must be there; 0 when the term must not exist
   */
  record PutTerm(Term term, OptionalLong expectedVersion) implements Change {
    /** Whatever version is there. */
    public PutTerm(Term term) {
      this(term, OptionalLong.empty());
    }
  }

  /**
   * The line is gone; its versions go on when it comes back.
   *
   * @param expectedVersion the version that must be there
   */
  record DeleteTerm(Term.Kind list, String id, OptionalLong expectedVersion) implements Change {
    /** Whatever version is there. */
    public DeleteTerm(Term.Kind list, String id) {
      this(list, id, OptionalLong.empty());
    }
  }

  /**
   * Login: what a visitor did up to here, and nobody has taken over yet, is the learner's from now
   * on. When there is nothing of the kind, it is a duplicate. What the visitor does later is not
   * the learner's until the next login.
   */
  record MergeVisitor(VisitorId visitor, UserId user) implements Change {
    public MergeVisitor {
      if (visitor.equals(VisitorId.GUEST)) {
        throw new IllegalArgumentException(
            "visitor must be one who is told apart from others, got " + visitor);
      }
    }
  }
}
