package io.zhixun.store.sql;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.store.Change;
import io.zhixun.store.Outcome;
import io.zhixun.store.sql.Known.ItemState;
import io.zhixun.store.sql.Known.LearnerState;
import io.zhixun.store.sql.Known.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Decides what becomes of one caller's changes, one after the other, and issues numbers and rows.
 * Pure: it knows what was loaded and says what is to be written.
 */
final class Decider {
  private final Known known;
  private final List<LogRow> log = new ArrayList<>();
  private Head head;

  Decider(Known known, Head head) {
    this.known = known;
    this.head = head;
  }

  /** The record's extent after the changes decided so far. */
  Head head() {
    return head;
  }

  /** What is to be appended, by number. */
  List<LogRow> log() {
    return log;
  }

  Outcome decide(Change change, String body) {
    return switch (change) {
      case Change.AppendEvent(Event event) -> append(event, body);
      case Change.PutItem put -> put(put, body);
      case Change.DeleteItem delete -> delete(delete, body);
      case Change.PutProfile put -> putProfile(put.profile().id().value(), body);
      case Change.SetPersonalisation set -> set(set, body);
      case Change.PutRule put -> putRule(put.rule().id(), body);
      case Change.DeleteRule delete -> deleteRule(delete.id(), body);
    };
  }

  private Outcome append(Event event, String body) {
    Optional<Said> earlier = known.event(event.id());
    if (earlier.isPresent()) {
      Said said = earlier.get();
      return Content.difference(said.seq(), said.body(), body)
          .<Outcome>map(
              fields ->
                  new Outcome.Conflict(
                      "event " + event.id() + " is there already, with other content: " + fields))
          .orElseGet(() -> new Outcome.Duplicate(said.seq(), 1));
    }
    event.items().forEach(this::rowOf);
    event.user().ifPresent(user -> learner(user.value()));
    OptionalInt learner = event.user().map(user -> known.learnerRow(user.value())).orElse(NONE);
    long seq = add(Kind.EVENT, Optional.of(event.id()), learner, body);
    known.addEvent(event.id(), new Said(seq, body));
    return new Outcome.Accepted(seq, 1);
  }

  private static final OptionalInt NONE = OptionalInt.empty();

  private Outcome put(Change.PutItem put, String body) {
    String id = put.item().id().value();
    Optional<ItemState> living = known.item(id).filter(ItemState::live);
    long actual = living.map(ItemState::version).orElse(0L);
    if (differs(put.expectedVersion(), actual)) {
      return new Outcome.VersionMismatch(actual);
    }
    if (living.flatMap(ItemState::body).filter(body::equals).isPresent()) {
      return new Outcome.Duplicate(living.get().seq(), actual);
    }
    ItemState before = rowOf(put.item().id());
    return accept(id, before, true, add(Kind.ITEM, Optional.empty(), NONE, body), body);
  }

  private Outcome delete(Change.DeleteItem delete, String body) {
    String id = delete.id().value();
    Optional<ItemState> living = known.item(id).filter(ItemState::live);
    if (living.isEmpty()) {
      return new Outcome.NotFound();
    }
    if (differs(delete.expectedVersion(), living.get().version())) {
      return new Outcome.VersionMismatch(living.get().version());
    }
    long seq = add(Kind.ITEM_DELETED, Optional.empty(), NONE, body);
    return accept(id, living.get(), false, seq, body);
  }

  private Outcome accept(String id, ItemState before, boolean live, long seq, String body) {
    long version = before.version() + 1;
    known.change(id, new ItemState(before.row(), version, seq, live, Optional.of(body)));
    return new Outcome.Accepted(seq, version);
  }

  private Outcome putProfile(String id, String body) {
    LearnerState before = learner(id);
    if (before.profile().filter(body::equals).isPresent()) {
      return new Outcome.Duplicate(before.profileSeq(), 1);
    }
    long seq = add(Kind.PROFILE, Optional.empty(), OptionalInt.of(before.row()), body);
    known.change(
        id,
        new LearnerState(
            before.row(), Optional.of(body), seq, before.personalised(), before.switched()));
    return new Outcome.Accepted(seq, 1);
  }

  private Outcome set(Change.SetPersonalisation set, String body) {
    Optional<LearnerState> known = this.known.learner(set.user().value());
    boolean now = known.map(LearnerState::personalised).orElse(true);
    if (now == set.enabled()) {
      return new Outcome.Duplicate(known.map(LearnerState::switched).orElse(0L), 1);
    }
    LearnerState before = learner(set.user().value());
    long seq = add(Kind.PERSONALISATION, Optional.empty(), OptionalInt.of(before.row()), body);
    this.known.change(
        set.user().value(),
        new LearnerState(before.row(), before.profile(), before.profileSeq(), set.enabled(), seq));
    return new Outcome.Accepted(seq, 1);
  }

  private Outcome putRule(String id, String body) {
    Optional<Said> before = known.rule(id);
    if (before.map(Said::body).filter(body::equals).isPresent()) {
      return new Outcome.Duplicate(before.get().seq(), 1);
    }
    long seq = add(Kind.RULE, Optional.empty(), NONE, body);
    known.changeRule(id, Optional.of(new Said(seq, body)));
    return new Outcome.Accepted(seq, 1);
  }

  private Outcome deleteRule(String id, String body) {
    if (known.rule(id).isEmpty()) {
      return new Outcome.NotFound();
    }
    long seq = add(Kind.RULE_DELETED, Optional.empty(), NONE, body);
    known.changeRule(id, Optional.empty());
    return new Outcome.Accepted(seq, 1);
  }

  private static boolean differs(OptionalLong expected, long actual) {
    return expected.isPresent() && expected.getAsLong() != actual;
  }

  private long add(Kind kind, Optional<String> event, OptionalInt learner, String body) {
    long seq = head.seq() + 1;
    log.add(new LogRow(seq, kind, event, learner, body));
    head = head.withSeq(seq);
    return seq;
  }

  /** The state of an item, which gets its row now if it has none. */
  private ItemState rowOf(ItemId id) {
    Optional<ItemState> there = known.item(id.value());
    if (there.isPresent()) {
      return there.get();
    }
    ItemState fresh = ItemState.mentioned(head.itemRows());
    head = head.withItemRows(head.itemRows() + 1);
    known.change(id.value(), fresh);
    return fresh;
  }

  private LearnerState learner(String id) {
    Optional<LearnerState> there = known.learner(id);
    if (there.isPresent()) {
      return there.get();
    }
    LearnerState fresh = LearnerState.mentioned(head.learnerRows());
    head = head.withLearnerRows(head.learnerRows() + 1);
    known.change(id, fresh);
    return fresh;
  }
}
