package io.zhixun.store.sql;

import io.zhixun.store.BatchId;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.Outcome;
import io.zhixun.store.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Writes the tasks of many callers in one transaction and answers each when it is over. A row which
 * the database refuses undoes its caller alone. What that takes is done only where it is needed:
 *
 * <ol>
 *   <li>A group of nothing but changes is written as one, and events are taken to be new.
 *   <li>If the database refuses that, it is written again in parts: the changes of callers that
 *       stand side by side are looked up and written together after a savepoint.
 *   <li>If a part is refused, its callers are written one by one.
 * </ol>
 *
 * <p>For the writing thread.
 */
final class GroupCommit implements AutoCloseable {
  /** Where one event is sent again others are too: so many groups are written in parts. */
  private static final int CAUTION = 256;

  private final Database database;
  private final WritingConnection writing;
  private final InstantSource clock;
  private final LongConsumer committed;

  /** How many more groups are written in parts. */
  private int cautious;

  /**
   * @param connection for this object alone; closed with it
   * @param committed is told the last number after each commit
   */
  GroupCommit(
      Database database, Connection connection, InstantSource clock, LongConsumer committed) {
    this.database = database;
    this.writing = new WritingConnection(database, connection);
    this.clock = clock;
    this.committed = committed;
  }

  /** What is done when the transaction is over: it tells a caller. */
  private interface Answer {
    void give();
  }

  void commit(List<Task> group) {
    long start = System.nanoTime();
    List<Answer> answers = new ArrayList<>();
    try {
      writing.begin();
      Head head = write(group, answers);
      writing.session().commit();
      writing.session().tables().rows().left(head);
      committed.accept(head.seq());
      give(answers);
    } catch (SQLException failure) {
      writing.failed(failure);
      fail(group, database.explain(failure));
    } catch (RuntimeException | Error failure) {
      fail(group, failure);
    }
    database.afterWrite(Duration.ofNanos(System.nanoTime() - start));
  }

  /**
   * Starting a thread for each of many is work that the writing thread leaves to others; to two, so
   * that callers come back on more than one processor.
   */
  private static void give(List<Answer> answers) {
    if (answers.size() == 1) {
      answers.getFirst().give();
    } else {
      int half = answers.size() / 2;
      Thread.startVirtualThread(() -> answers.subList(0, half).forEach(Answer::give));
      Thread.startVirtualThread(() -> answers.subList(half, answers.size()).forEach(Answer::give));
    }
  }

  private void fail(List<Task> group, Throwable failure) {
    try {
      writing.rollback();
    } catch (SQLException alreadyRolledBack) {
      failure.addSuppressed(alreadyRolledBack);
    }
    group.forEach(task -> task.fail(failure));
  }

  /** The whole group; the head it leaves behind. */
  private Head write(List<Task> group, List<Answer> answers) throws SQLException {
    List<Task.Append> appends = appendsFrom(group, 0);
    if (appends.size() < group.size() || group.size() == 1 || cautious > 0) {
      cautious = Math.max(0, cautious - 1);
      return inParts(group, answers);
    }
    try {
      Head before = writing.session().tables().head();
      return leave(before, append(appends, before, true, answers));
    } catch (SQLException failure) {
      if (!database.isAboutOneRow(failure)) {
        throw failure;
      }
    } catch (RuntimeException ofOneOfThem) {
      // Who of them it was is found in parts.
    }
    cautious = CAUTION;
    writing.rollback();
    writing.begin();
    return inParts(group, answers);
  }

  private Head inParts(List<Task> group, List<Answer> answers) throws SQLException {
    Head before = writing.session().tables().head();
    Head head = before;
    for (int at = 0, next; at < group.size(); at = next) {
      List<Task.Append> appends = appendsFrom(group, at);
      next = at + Math.max(1, appends.size());
      head =
          appends.size() > 1
              ? together(appends, head, answers)
              : perform(group.get(at), head, answers);
    }
    return leave(before, head);
  }

  private Head leave(Head before, Head head) throws SQLException {
    if (!head.equals(before)) {
      writing.session().tables().write(head);
    }
    return head;
  }

  /** One caller's part; the head it leaves behind, which is the one it found when it failed. */
  private Head perform(Task task, Head head, List<Answer> answers) throws SQLException {
    writing.session().mark();
    Head after = head;
    try {
      after =
          switch (task) {
            case Task.Append append -> append(List.of(append), head, false, answers);
            case Task.Aside aside -> {
              int rows = aside.statement().run(writing.connection());
              answers.add(() -> aside.succeed(rows));
              yield head;
            }
            case Task.Numbered<?> numbered -> {
              writing.session().tables().rows().forget();
              Task.Done done = numbered.perform(writing.connection(), head, clock.instant());
              answers.add(done.answer()::run);
              yield done.head();
            }
          };
    } catch (SQLException failure) {
      if (!database.isAboutOneRow(failure)) {
        throw failure;
      }
      undo(task, database.explain(failure), answers);
    } catch (RuntimeException failure) {
      undo(task, failure, answers);
    }
    writing.session().release();
    return after;
  }

  private void undo(Task task, RuntimeException why, List<Answer> answers) throws SQLException {
    writing.rollbackToMark();
    answers.add(() -> task.fail(why));
  }

  /** The changes of callers that stand side by side. */
  private static List<Task.Append> appendsFrom(List<Task> group, int from) {
    List<Task.Append> appends = new ArrayList<>();
    for (int at = from; at < group.size() && group.get(at) instanceof Task.Append next; at++) {
      appends.add(next);
    }
    return appends;
  }

  /** The part of several callers at once; one by one when it cannot be done so. */
  private Head together(List<Task.Append> appends, Head head, List<Answer> answers)
      throws SQLException {
    List<Answer> theirs = new ArrayList<>(appends.size());
    writing.session().mark();
    try {
      Head after = append(appends, head, false, theirs);
      writing.session().release();
      answers.addAll(theirs);
      return after;
    } catch (SQLException failure) {
      if (!database.isAboutOneRow(failure)) {
        throw failure;
      }
    } catch (RuntimeException ofOneOfThem) {
      // Who of them it was is found below.
    }
    writing.rollbackToMark();
    writing.session().release();
    Head after = head;
    for (Task.Append append : appends) {
      after = perform(append, after, answers);
    }
    return after;
  }

  /** Adds the answers when all is written: who fails is told nothing else before. */
  private Head append(List<Task.Append> tasks, Head before, boolean newEvents, List<Answer> answers)
      throws SQLException {
    Tables tables = writing.session().tables();
    Known known = tables.load(Mentions.of(changes(tasks)), newEvents);
    Head head = before;
    List<Tables.Stamped> log = new ArrayList<>();
    List<Answer> theirs = new ArrayList<>(tasks.size());
    for (Task.Append task : tasks) {
      Decider decider = new Decider(known, head);
      List<Outcome> outcomes = decide(task.submission(), decider);
      Tables.Stamp stamp = stamp(task.submission().origin());
      decider.log().forEach(row -> log.add(new Tables.Stamped(row, stamp)));
      head = decider.head();
      WriteResult result = new WriteResult(outcomes, head.seq());
      theirs.add(() -> task.succeed(result));
    }
    tables.write(log);
    tables.write(known);
    answers.addAll(theirs);
    return head;
  }

  private static List<Outcome> decide(Submission submission, Decider decider) {
    List<Outcome> outcomes = new ArrayList<>(submission.changes().size());
    for (int i = 0; i < submission.changes().size(); i++) {
      outcomes.add(decider.decide(submission.changes().get(i), submission.texts().get(i)));
    }
    return outcomes;
  }

  private static List<Change> changes(List<Task.Append> tasks) {
    List<Change> changes = new ArrayList<>();
    tasks.forEach(task -> changes.addAll(task.submission().changes()));
    return changes;
  }

  private Tables.Stamp stamp(Origin origin) {
    return new Tables.Stamp(
        clock.instant().toEpochMilli(), origin.batch().map(BatchId::value), origin.who());
  }

  @Override
  public void close() throws SQLException {
    writing.close();
  }
}
