package io.zhixun.store;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import java.util.OptionalLong;

/** One thing that somebody wants to become true. */
public sealed interface Change {
  /** Adds or replaces an item; with a version, only while the item still has it. */
  record PutItem(Item item, OptionalLong expectedVersion) implements Change {}

  /** Removes an item; with a version, only while the item still has it. */
  record DeleteItem(ItemId id, OptionalLong expectedVersion) implements Change {}

  /** Records what a learner did. */
  record AppendEvent(Event event) implements Change {}

  /** Replaces what a learner told. */
  record PutProfile(UserProfile profile) implements Change {}

  /** Switches personalisation on or off for one learner. */
  record SetPersonalisation(UserId user, boolean enabled) implements Change {}

  /** Adds or replaces an editors' rule. */
  record PutRule(Rule rule) implements Change {}

  /** Removes an editors' rule. */
  record DeleteRule(String id) implements Change {}
}
