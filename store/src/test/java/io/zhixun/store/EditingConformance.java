package io.zhixun.store;

import static io.zhixun.store.Samples.click;
import static io.zhixun.store.Samples.item;
import static io.zhixun.store.Samples.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.store.Audit.Done;
import io.zhixun.store.Audit.What;
import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Change.DeleteItem;
import io.zhixun.store.Change.DeleteRule;
import io.zhixun.store.Change.DeleteTerm;
import io.zhixun.store.Change.PutItem;
import io.zhixun.store.Change.PutRule;
import io.zhixun.store.Change.PutTerm;
import io.zhixun.store.Jobs.Job;
import io.zhixun.store.Jobs.State;
import io.zhixun.store.Outcome.Accepted;
import io.zhixun.store.Outcome.Duplicate;
import io.zhixun.store.Outcome.NotFound;
import io.zhixun.store.Outcome.VersionMismatch;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What editors keep beside items, who did what, and jobs. */
abstract class EditingConformance extends StoreFixture {
  private static Term synonym(String id, String text) {
    return new Term(Term.Kind.SYNONYM, id, text);
  }

  @Test
  void termsHaveVersionsAndAreNumberedLikeAllChanges() {
    assertEquals(new Accepted(1, 1), putOne(new PutTerm(synonym("s1", "JS, JavaScript"))));
    assertEquals(new Duplicate(1, 1), putOne(new PutTerm(synonym("s1", "JS, JavaScript"))));
    assertEquals(new Accepted(2, 2), putOne(new PutTerm(synonym("s1", "JS, ECMAScript"))));
    assertEquals(
        new VersionMismatch(2), putOne(new PutTerm(synonym("s1", "别的"), OptionalLong.of(1))));
    assertEquals(new Accepted(3, 1), putOne(new PutTerm(new Term(Term.Kind.WORD, "s1", "面向对象"))));
    assertEquals(
        new VersionMismatch(2),
        putOne(new DeleteTerm(Term.Kind.SYNONYM, "s1", OptionalLong.of(9))));
    assertEquals(new Accepted(4, 3), putOne(new DeleteTerm(Term.Kind.SYNONYM, "s1")));
    assertEquals(new NotFound(), putOne(new DeleteTerm(Term.Kind.SYNONYM, "s1")));
    assertEquals(
        new Accepted(5, 4),
        putOne(new PutTerm(synonym("s1", "JS, JavaScript"), OptionalLong.of(0))));
    assertEquals(
        List.of(new StoredTerm(synonym("s1", "JS, JavaScript"), 4, 5)),
        store.terms(Term.Kind.SYNONYM));
    assertEquals(
        List.of(new StoredTerm(new Term(Term.Kind.WORD, "s1", "面向对象"), 1, 3)),
        store.terms(Term.Kind.WORD));
    assertEquals(new DeleteTerm(Term.Kind.SYNONYM, "s1"), changes().get(3));
  }

  @Test
  void termsComeByTheirIdentifiers() {
    put(new PutTerm(synonym("b", "二, 2")), new PutTerm(synonym("a", "一, 1")));

    assertEquals(
        List.of("a", "b"),
        store.terms(Term.Kind.SYNONYM).stream().map(stored -> stored.term().id()).toList());
    assertThrows(IllegalArgumentException.class, () -> synonym("a", "two\nlines"));
    assertThrows(IllegalArgumentException.class, () -> synonym("a/b", "一"));
  }

  @Test
  void whoeverAnswersForAnEditIsNotedWithWhatWasThereBefore() {
    store.submit(List.of(new PutItem(item("a", "一"))), Origin.by("王编辑")).join();
    put(new PutItem(item("a", "二")));
    store
        .submit(
            List.of(
                new DeleteItem(new ItemId("a")),
                new PutRule(rule("r", Rule.Kind.PIN, "a")),
                new DeleteRule("r"),
                new PutTerm(synonym("s", "一, 1")),
                new PutTerm(synonym("s", "一, 1")),
                new DeleteItem(new ItemId("a")),
                new AppendEvent(click("e", "u", "a"))),
            Origin.by("李编辑").in(new BatchId("b")))
        .join();

    List<Done> done = store.audit().before(Long.MAX_VALUE, 10);

    assertEquals(
        List.of(
            new What("term", "SYNONYM/s"),
            new What("rule-deleted", "r"),
            new What("rule", "r"),
            new What("item-deleted", "a"),
            new What("item", "a")),
        done.stream().map(Done::what).toList());
    assertEquals("李编辑", done.getFirst().who());
    assertEquals("王编辑", done.getLast().who());
    assertEquals(Samples.NOON, done.getLast().at());
    assertEquals(Optional.empty(), done.getLast().before());
    assertTrue(done.getLast().after().orElseThrow().contains("一"));
    assertTrue(done.get(3).before().orElseThrow().contains("二"));
    assertEquals(Optional.empty(), done.get(3).after());
    assertEquals(done.subList(3, 4), store.audit().before(done.get(2).id(), 1));
  }

  @Test
  void theAuditIsAskedForOneKindOneSubjectOnePerson() {
    store.submit(List.of(new PutItem(item("s", "一"))), Origin.by("王")).join();
    store
        .submit(
            List.of(
                new PutTerm(synonym("s", "一, 1")),
                new PutTerm(new Term(Term.Kind.WORD, "s", "面向对象")),
                new PutTerm(synonym("ss", "二, 2")),
                new DeleteTerm(Term.Kind.SYNONYM, "s")),
            Origin.by("李"))
        .join();
    Optional<Term.Kind> anyList = Optional.empty();
    Optional<String> any = Optional.empty();

    assertEquals(
        List.of("SYNONYM/s", "WORD/s", "SYNONYM/s", "s"),
        subjects(new Audit.Wanted(Set.of(), anyList, Optional.of("s"), any)));
    assertEquals(
        List.of("SYNONYM/s", "SYNONYM/ss", "SYNONYM/s"),
        subjects(new Audit.Wanted(Set.of(), Optional.of(Term.Kind.SYNONYM), any, any)));
    assertEquals(
        List.of("SYNONYM/ss", "WORD/s", "SYNONYM/s", "s"),
        subjects(new Audit.Wanted(Set.of("item", "term"), anyList, any, any)));
    assertEquals(
        List.of("s"), subjects(new Audit.Wanted(Set.of(), anyList, any, Optional.of("王"))));
    assertEquals(
        List.of(), subjects(new Audit.Wanted(Set.of(), anyList, any, Optional.of("' OR 1=1 --"))));
    Audit.Wanted ofOne =
        new Audit.Wanted(
            Set.of("term"), Optional.of(Term.Kind.WORD), Optional.of("s"), Optional.of("李"));
    assertEquals(List.of("WORD/s"), subjects(ofOne));
    assertEquals(
        List.of(),
        store.audit().before(store.audit().before(9, ofOne, 1).getFirst().id(), ofOne, 9));
  }

  private List<String> subjects(Audit.Wanted wanted) {
    return store.audit().before(Long.MAX_VALUE, wanted, 10).stream()
        .map(done -> done.what().subject())
        .toList();
  }

  @Test
  void whatIsNoChangeIsNotedWithoutANumber() {
    store.audit().note("管理员", "snapshot-activated", "20261124T100000Z-3fa9", "rolled back");

    Done done = store.audit().before(Long.MAX_VALUE, 10).getFirst();

    assertEquals(new What("snapshot-activated", "20261124T100000Z-3fa9"), done.what());
    assertEquals(Optional.of("rolled back"), done.after());
    assertEquals(0, store.lastSeq());
  }

  @Test
  void jobsAreKeptAsTheyLastWere() {
    Jobs.Times first = new Jobs.Times(Samples.NOON, Samples.NOON);
    Jobs.Times later = new Jobs.Times(Samples.NOON, Samples.NOON.plusSeconds(9));
    Job other =
        new Job(
            "j2",
            "reindex",
            State.WAITING,
            0,
            "",
            new Jobs.Times(Samples.NOON.plusSeconds(1), Samples.NOON.plusSeconds(1)));
    store.jobs().put(new Job("j1", "reindex", State.RUNNING, 0.25, "learning", first));
    store.jobs().put(other);
    Job done = new Job("j1", "reindex", State.DONE, 1, "{\"snapshot\":\"x\"}", later);
    store.jobs().put(done);

    reopen();

    assertEquals(Optional.of(done), store.jobs().find("j1"));
    assertEquals(Optional.empty(), store.jobs().find("never"));
    assertEquals(List.of(other, done), store.jobs().newest(5));
    assertEquals(List.of(other), store.jobs().newest(1));
    assertEquals(0, store.lastSeq());
    assertThrows(
        IllegalArgumentException.class, () -> new Job("j", "reindex", State.DONE, 1.5, "", first));
  }
}
