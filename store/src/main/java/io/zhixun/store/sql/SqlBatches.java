package io.zhixun.store.sql;

import io.zhixun.corpus.ItemId;
import io.zhixun.store.BatchId;
import io.zhixun.store.Batches;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.Outcome;
import io.zhixun.store.WriteResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes batches back. What each item was is read from the log; the changes that restore it expect
 * the version that was read, so that whoever is quicker wins.
 */
final class SqlBatches implements Batches {
  private static final int PAGE = 1_000;

  /** What the batch made of each item, what was before, and what is now. */
  private static final String ITEMS =
      "SELECT b.item, i.id, i.version, i.live, b.lo, b.hi, p.seq, p.kind, p.body, n.body"
          + " FROM (SELECT item, min(version) AS lo, max(version) AS hi FROM log"
          + " WHERE batch = ? AND item > ? GROUP BY item ORDER BY item LIMIT ?) b"
          + " JOIN item i ON i.row = b.item"
          + " LEFT JOIN log p ON p.item = b.item AND p.version = b.lo - 1"
          + " LEFT JOIN log n ON n.seq = i.seq AND i.live = 1"
          + " ORDER BY b.item";

  private final Reads reads;
  private final Submitter submitter;

  /** Writes changes and waits for them. */
  interface Submitter {
    WriteResult submit(List<Change> changes, Origin origin);
  }

  SqlBatches(Reads reads, Submitter submitter) {
    this.reads = reads;
    this.submitter = submitter;
  }

  @Override
  public long size(BatchId batch) {
    return reads.with(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM log WHERE batch = ? AND item IS NOT NULL")
                .bind(0, batch.value())
                .mapTo(Long.class)
                .one());
  }

  /** An item of a batch. */
  private record Touched(int row, ItemId id, Step step) {}

  /** What is to be done about it. */
  private sealed interface Step {
    record Submit(Change change) implements Step {}

    record Leave() implements Step {}

    record Conflict() implements Step {}
  }

  @Override
  public Undo undo(BatchId batch, Origin origin) {
    Tally tally = new Tally();
    int after = -1;
    List<Touched> page = page(batch, after);
    while (!page.isEmpty()) {
      undo(page, origin, tally);
      after = page.getLast().row();
      page = page(batch, after);
    }
    return tally.undo();
  }

  private List<Touched> page(BatchId batch, int afterRow) {
    return reads.with(
        handle ->
            handle
                .createQuery(ITEMS)
                .bind(0, batch.value())
                .bind(1, afterRow)
                .bind(2, PAGE)
                .map((row, _) -> touched(row))
                .list());
  }

  private static Touched touched(ResultSet row) throws SQLException {
    ItemId id = new ItemId(row.getString(2));
    long beforeSeq = row.getLong(7);
    boolean isPruned = row.getLong(5) > 1 && beforeSeq == 0;
    Optional<String> before =
        beforeSeq > 0 && Kind.of(row.getString(8)) == Kind.ITEM
            ? Optional.of(row.getString(9))
            : Optional.empty();
    Optional<String> now = Optional.ofNullable(row.getString(10));
    boolean isLastChange = row.getLong(3) == row.getLong(6);
    Step step;
    if (!isPruned && before.equals(now)) {
      step = new Step.Leave();
    } else if (isPruned || !isLastChange) {
      step = new Step.Conflict();
    } else {
      OptionalLong expected = OptionalLong.of(row.getInt(4) == 1 ? row.getLong(3) : 0);
      step =
          new Step.Submit(
              before
                  .<Change>map(body -> new Change.PutItem(Content.item(beforeSeq, body), expected))
                  .orElseGet(() -> new Change.DeleteItem(id, expected)));
    }
    return new Touched(row.getInt(1), id, step);
  }

  private void undo(List<Touched> page, Origin origin, Tally tally) {
    List<Touched> submitted = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (Touched item : page) {
      switch (item.step()) {
        case Step.Submit(Change change) -> {
          submitted.add(item);
          changes.add(change);
        }
        case Step.Leave() -> tally.unchanged++;
        case Step.Conflict() -> tally.conflicts.add(item.id());
      }
    }
    WriteResult result = submitter.submit(changes, origin);
    tally.seq = Math.max(tally.seq, result.seq());
    for (int i = 0; i < changes.size(); i++) {
      tally.count(submitted.get(i).id(), changes.get(i), result.outcomes().get(i));
    }
  }

  private static final class Tally {
    private final List<ItemId> conflicts = new ArrayList<>();
    private long seq;
    private int restored;
    private int removed;
    private int unchanged;

    void count(ItemId id, Change change, Outcome outcome) {
      switch (outcome) {
        case Outcome.Accepted _ when change instanceof Change.DeleteItem -> removed++;
        case Outcome.Accepted _ -> restored++;
        case Outcome.Duplicate _ -> unchanged++;
        case Outcome.VersionMismatch _, Outcome.NotFound _, Outcome.Conflict _ -> conflicts.add(id);
      }
    }

    Undo undo() {
      return new Undo(seq, restored, removed, unchanged, conflicts);
    }
  }
}
