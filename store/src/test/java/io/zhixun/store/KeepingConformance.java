package io.zhixun.store;

import static io.zhixun.store.Samples.click;
import static io.zhixun.store.Samples.item;
import static io.zhixun.store.Samples.profile;
import static io.zhixun.store.Samples.rule;
import static io.zhixun.store.Samples.visitorClick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Change.DeleteItem;
import io.zhixun.store.Change.MergeVisitor;
import io.zhixun.store.Change.PutItem;
import io.zhixun.store.Change.PutProfile;
import io.zhixun.store.Change.PutRule;
import io.zhixun.store.Change.PutTerm;
import io.zhixun.store.Change.SetPersonalisation;
import io.zhixun.store.StoreException.Code;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long things are kept, and how the whole record is written out. */
abstract class KeepingConformance extends StoreFixture {
  private static final Retention RETENTION =
      new Retention(Duration.ofDays(30), Duration.ofDays(10), Duration.ofDays(20));
  private static final UserId U1 = new UserId("u1");

  private void daysLater(int days) {
    store.close();
    store =
        open(StoreSettings.DEFAULTS, InstantSource.fixed(Samples.NOON.plus(Duration.ofDays(days))));
  }

  private Code failure(long after) {
    return assertThrows(StoreException.class, () -> store.changesAfter(after, 100)).code();
  }

  @Test
  void whatNoLongerHoldsGoesWhenItsTimeIsOver() {
    put(
        new PutItem(item("a", "一")),
        new AppendEvent(click("e1", "u1", "a")),
        new PutItem(item("a", "二")),
        new PutProfile(profile("u1", "教师")),
        new PutProfile(profile("u1", "工程师")),
        new PutRule(rule("r", Rule.Kind.PIN, "a")),
        new PutRule(rule("r", Rule.Kind.BURY, "a")));
    daysLater(11);
    put(new AppendEvent(click("e2", "u1", "a")));

    assertEquals(new Pruned(0, 3), store.prune(RETENTION, 8));

    assertEquals(1, store.versions(new ItemId("a"), Long.MAX_VALUE, 9).size());
    assertEquals(Optional.of(item("a", "二")), store.item(new ItemId("a")).map(StoredItem::item));
    assertEquals(Optional.of(profile("u1", "工程师")), store.profile(U1));
    assertEquals(List.of(rule("r", Rule.Kind.BURY, "a")), store.rules());
    assertEquals(2, store.eventsOf(U1).size());
    assertEquals(new Pruned(0, 0), store.prune(RETENTION, 8));
    assertEquals(new Outcome.Accepted(9, 1), putOne(new AppendEvent(click("e3", "u1", "a"))));
  }

  @Test
  void whatASnapshotNeedsStaysInItsPlace() {
    put(
        new PutItem(item("a", "一")),
        new PutItem(item("a", "二")),
        new PutItem(item("a", "三")),
        new PutItem(item("a", "四")));
    daysLater(11);

    assertEquals(new Pruned(0, 0), store.prune(RETENTION, 0));
    assertEquals(new Pruned(0, 2), store.prune(RETENTION, 2));

    assertEquals(List.of(3L, 4L), store.changesAfter(2, 100).stream().map(Entry::seq).toList());
    assertEquals(Code.PRUNED, failure(0));
    assertEquals(Code.PRUNED, failure(1));
  }

  @Test
  void oldEventsAreForgottenAtOnceAndTheirPlacesWhenNoSnapshotNeedsThem() {
    put(new AppendEvent(click("e1", "u1", "a")), new AppendEvent(visitorClick("e2", "v", "a")));
    daysLater(31);
    put(new AppendEvent(click("e3", "u1", "a")));

    assertEquals(new Pruned(2, 0), store.prune(RETENTION, 0));
    assertEquals(
        List.of(
            new Recorded.Erased(), new Recorded.Erased(), new AppendEvent(click("e3", "u1", "a"))),
        changes());
    assertEquals(1, store.eventsOf(U1).size());
    assertEquals(1, store.users(Optional.empty(), 9).getFirst().events());
    assertEquals(1, store.corpus().events().size());
    assertEquals(new Pruned(0, 2), store.prune(RETENTION, 2));
    assertEquals(Code.PRUNED, failure(0));
    assertEquals(1, store.changesAfter(2, 100).size());
  }

  @Test
  void aBatchWhoseEarlierVersionsAreGoneIsReportedAndNotTakenBack() {
    BatchId batch = new BatchId("b");
    put(new PutItem(item("a", "一")));
    store.submit(List.of(new PutItem(item("a", "二"))), Origin.NONE.in(batch)).join();
    daysLater(11);
    store.prune(RETENTION, 2);

    Batches.Undo undo = store.batches().undo(batch, Origin.NONE);

    assertEquals(List.of(new ItemId("a")), undo.conflicts());
    assertEquals(Optional.of(item("a", "二")), store.item(new ItemId("a")).map(StoredItem::item));
  }

  @Test
  void anEditWhoseEarlierContentIsGoneSaysSo() {
    Origin lin = Origin.by("lin");
    store.submit(List.of(new PutRule(rule("r", Rule.Kind.PIN, "a"))), lin).join();
    store.submit(List.of(new PutRule(rule("r", Rule.Kind.HIDE, "a"))), lin).join();
    daysLater(11);
    store.prune(RETENTION, 2);

    List<Audit.Done> audit = store.audit().before(Long.MAX_VALUE, 10);

    assertEquals(Optional.of(Audit.NOT_KEPT), audit.getFirst().before());
    assertTrue(audit.getFirst().after().orElseThrow().contains("HIDE"));
    assertEquals(Optional.empty(), audit.getLast().before());
  }

  @Test
  void theWholeRecordGoesThroughAnArchiveUnchanged() throws Exception {
    fill();
    NewKey key =
        store.keys().create(new Key.Grant("编辑", Role.EDITOR, Optional.empty(), Optional.empty()));
    String archive = archive();
    List<Entry> entries = store.changesAfter(0, 100);
    Corpus corpus = store.corpus();
    List<Audit.Done> audit = store.audit().before(Long.MAX_VALUE, 100);
    List<Erasures.Erasure> ledger = store.erasures().ledger();
    emptyIt();

    Archive.Contents read = store.archive().readFrom(reader(archive));

    assertEquals(entries.size(), read.seq());
    assertEquals(entries, store.changesAfter(0, 100));
    assertEquals(corpus, store.corpus());
    assertEquals(audit, store.audit().before(Long.MAX_VALUE, 100));
    assertEquals(ledger, store.erasures().ledger());
    assertEquals(1, store.terms(Term.Kind.WORD).size());
    assertEquals(0.5, store.jobs().find("j").orElseThrow().progress());
    assertEquals(archive, archive());
    assertTrue(store.keys().find(key.presented()).isPresent()); // notes the use, sooner or later
    assertEquals(new Outcome.Accepted(read.seq() + 1, 3), putOne(new PutItem(item("a", "新的"))));
  }

  @Test
  void onlyAnEmptyRecordTakesAnArchiveAndOnlyAWholeOne() throws Exception {
    fill();
    String archive = archive();
    assertEquals(Code.REFUSED, refusal(archive));
    emptyIt();

    assertEquals(Code.DAMAGED, refusal(archive.substring(0, archive.length() / 2)));
    assertEquals(Code.DAMAGED, refusal(archive + "[\"log\"]\n"));
    assertEquals(Code.REFUSED, refusal(archive.replaceFirst("1", "99")));
    assertEquals(0, store.lastSeq());
    assertEquals(List.of(), store.rules());
    assertEquals(11, store.archive().readFrom(reader(archive)).seq());
  }

  private Code refusal(String archive) {
    return assertThrows(StoreException.class, () -> store.archive().readFrom(reader(archive)))
        .code();
  }

  private static BufferedReader reader(String text) {
    return new BufferedReader(new StringReader(text));
  }

  private String archive() throws IOException {
    StringWriter out = new StringWriter();
    store.archive().writeTo(out);
    return out.toString();
  }

  abstract void clear() throws Exception;

  private void emptyIt() throws Exception {
    store.close();
    clear();
    store = open();
  }

  private void fill() {
    store
        .submit(
            List.of(
                new PutItem(item("a", "一")),
                new PutItem(item("b\"+:", "二")),
                new DeleteItem(new ItemId("b\"+:")),
                new AppendEvent(visitorClick("e1", "v", "a")),
                new AppendEvent(click("e2", "u2", "a")),
                new MergeVisitor(new VisitorId("v"), U1),
                new PutTerm(new Term(Term.Kind.WORD, "w", "面向对象")),
                new Change.HideTag(U1, "理财", true),
                new SetPersonalisation(U1, false)),
            Origin.by("编辑").in(new BatchId("b")))
        .join();
    store.erasures().erase(new UserId("u2"));
    put(new PutItem(item("a", "二")));
    store
        .jobs()
        .put(
            new Jobs.Job(
                "j",
                "reindex",
                Jobs.State.RUNNING,
                0.5,
                "",
                new Jobs.Times(Samples.NOON, Samples.NOON)));
  }
}
