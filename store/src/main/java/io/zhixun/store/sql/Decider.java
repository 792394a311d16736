package io.zhixun.store.sql;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import io.zhixun.store.Change;
import io.zhixun.store.Outcome;
import io.zhixun.store.Term;
import io.zhixun.store.sql.Known.ItemState;
import io.zhixun.store.sql.Known.LearnerState;
import io.zhixun.store.sql.Known.Merge;
import io.zhixun.store.sql.Known.Said;
import io.zhixun.store.sql.Known.TermState;
import io.zhixun.store.sql.LogRow.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides what becomes of one caller's changes, one after the other, and issues numbers and rows.
 * Pure: it knows what was loaded and says what is to be written.
 */
final class Decider {
  private static final About NOTHING = new About.Nothing();

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
      case Change.HideTag hide -> hide(hide, body);
      case Change.PutRule put -> putRule(put.rule().id(), body);
      case Change.DeleteRule delete -> deleteRule(delete.id(), body);
      case Change.PutTerm put -> put(put, body);
      case Change.DeleteTerm delete -> delete(delete, body);
      case Change.MergeVisitor merge -> merge(merge, body);
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
    long seq = add(Kind.EVENT, actor(event), body);
    known.addEvent(event.id(), new Said(seq, body));
    return new Outcome.Accepted(seq, 1);
  }

  private About actor(Event event) {
    return switch (event.actor()) {
      case Actor.User(UserId id) ->
          new About.OfLearner(learner(id.value()).row(), Optional.of(event.id()));
      case Actor.Visitor(VisitorId id) -> {
        known.addVisitor(id.value());
        yield new About.OfVisitor(id.value(), event.id());
      }
    };
  }

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
    return accept(id, rowOf(put.item().id()), Kind.ITEM, body);
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
    return accept(id, living.get(), Kind.ITEM_DELETED, body);
  }

  private Outcome accept(String id, ItemState before, Kind kind, String body) {
    long version = before.version() + 1;
    long seq = add(kind, new About.OfItem(before.row(), version), body, new Edit(id, before.seq()));
    boolean live = kind == Kind.ITEM;
    known.change(id, new ItemState(before.row(), version, seq, live, Optional.of(body)));
    return new Outcome.Accepted(seq, version);
  }

  private Outcome putProfile(String id, String body) {
    LearnerState before = learner(id);
    if (before.profile().filter(body::equals).isPresent()) {
      return new Outcome.Duplicate(before.profileSeq(), 1);
    }
    long seq = add(Kind.PROFILE, ofLearner(before), body);
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
    long seq = add(Kind.PERSONALISATION, ofLearner(before), body);
    this.known.change(
        set.user().value(),
        new LearnerState(before.row(), before.profile(), before.profileSeq(), set.enabled(), seq));
    return new Outcome.Accepted(seq, 1);
  }

  private Outcome hide(Change.HideTag hide, String body) {
    LearnerState learner = learner(hide.user().value());
    return new Outcome.Accepted(add(Kind.TAG, ofLearner(learner), body), 1);
  }

  private Outcome putRule(String id, String body) {
    Optional<Said> before = known.rule(id);
    if (before.map(Said::body).filter(body::equals).isPresent()) {
      return new Outcome.Duplicate(before.get().seq(), 1);
    }
    long beforeSeq = before.map(Said::seq).orElse(0L);
    long seq = add(Kind.RULE, NOTHING, body, new Edit(id, beforeSeq));
    known.changeRule(id, Optional.of(new Said(seq, body)));
    return new Outcome.Accepted(seq, 1);
  }

  private Outcome deleteRule(String id, String body) {
    Optional<Said> before = known.rule(id);
    if (before.isEmpty()) {
      return new Outcome.NotFound();
    }
    long seq = add(Kind.RULE_DELETED, NOTHING, body, new Edit(id, before.get().seq()));
    known.changeRule(id, Optional.empty());
    return new Outcome.Accepted(seq, 1);
  }

  private static boolean differs(OptionalLong expected, long actual) {
    return expected.isPresent() && expected.getAsLong() != actual;
  }

  private Outcome put(Change.PutTerm put, String body) {
    String term = Known.term(put.term().list(), put.term().id());
    Optional<TermState> living = known.term(term).filter(TermState::live);
    long actual = living.map(TermState::version).orElse(0L);
    if (differs(put.expectedVersion(), actual)) {
      return new Outcome.VersionMismatch(actual);
    }
    if (living.map(TermState::body).filter(body::equals).isPresent()) {
      return new Outcome.Duplicate(living.get().seq(), actual);
    }
    return accept(term, new Words(put.term().list(), Kind.TERM), body);
  }

  private Outcome delete(Change.DeleteTerm delete, String body) {
    String term = Known.term(delete.list(), delete.id());
    Optional<TermState> living = known.term(term).filter(TermState::live);
    if (living.isEmpty()) {
      return new Outcome.NotFound();
    }
    if (differs(delete.expectedVersion(), living.get().version())) {
      return new Outcome.VersionMismatch(living.get().version());
    }
    return accept(term, new Words(delete.list(), Kind.TERM_DELETED), body);
  }

  private record Words(Term.Kind list, Kind kind) {}

  private Outcome accept(String term, Words words, String body) {
    Optional<TermState> before = known.term(term);
    long version = before.map(TermState::version).orElse(0L) + 1;
    Edit edit = new Edit(term, before.map(TermState::seq).orElse(0L));
    long seq = add(words.kind(), NOTHING, body, edit);
    boolean live = words.kind() == Kind.TERM;
    known.changeTerm(term, new TermState(words.list(), version, seq, live, body));
    return new Outcome.Accepted(seq, version);
  }

  private Outcome merge(Change.MergeVisitor merge, String body) {
    String visitor = merge.visitor().value();
    if (!known.hasEventsOf(visitor)) {
      return new Outcome.Duplicate(0, 1);
    }
    LearnerState learner = learner(merge.user().value());
    long seq = add(Kind.VISITOR_MERGED, ofLearner(learner), body);
    known.merge(new Merge(visitor, learner.row(), seq));
    return new Outcome.Accepted(seq, 1);
  }

  private static About ofLearner(LearnerState learner) {
    return new About.OfLearner(learner.row(), Optional.empty());
  }

  private long add(Kind kind, About about, String body, Edit edit) {
    return add(new LogRow(head.seq() + 1, kind, about, body, Optional.of(edit)));
  }

  private long add(Kind kind, About about, String body) {
    return add(new LogRow(head.seq() + 1, kind, about, body, Optional.empty()));
  }

  private long add(LogRow row) {
    long seq = row.seq();
    log.add(row);
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
