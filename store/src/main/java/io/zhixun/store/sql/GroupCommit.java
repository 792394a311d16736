package io.zhixun.store.sql;

import io.zhixun.store.BatchId;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.Outcome;
import io.zhixun.store.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Writes the tasks of many callers in one transaction and answers each when it is over. A row which
 * the database refuses undoes its caller alone: the changes of callers that stand side by side are
 * looked up and written together first, which is several times faster, and one by one, each with a
 * savepoint, only when that fails. For the writing thread.
 */
final class GroupCommit implements AutoCloseable {
  private final Database database;
  private Connection connection;
  private boolean lost;
  private final InstantSource clock;
  private final LongConsumer committed;
  private Optional<Session> session = Optional.empty();

  /**
   * @param connection for this object alone; closed with it
   * @param committed is told the last number after each commit
   */
  GroupCommit(
      Database database, Connection connection, InstantSource clock, LongConsumer committed) {
    this.database = database;
    this.connection = connection;
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
      begin();
      Head before = session().tables().head();
      Head head = before;
      for (int at = 0, next; at < group.size(); at = next) {
        List<Task.Append> appends = appendsFrom(group, at);
        next = at + Math.max(1, appends.size());
        head =
            appends.size() > 1
                ? together(appends, head, answers)
                : perform(group.get(at), head, answers);
      }
      if (!head.equals(before)) {
        session().tables().write(head);
      }
      session().commit();
      committed.accept(head.seq());
      give(answers);
    } catch (SQLException failure) {
      lost |= database.isLost(failure);
      fail(group, database.explain(failure));
    } catch (RuntimeException | Error failure) {
      fail(group, failure);
    }
    database.afterWrite(Duration.ofNanos(System.nanoTime() - start));
  }

  /** Starting a thread for each of many is work that the writing thread leaves to another. */
  private static void give(List<Answer> answers) {
    if (answers.size() == 1) {
      answers.getFirst().give();
    } else {
      Thread.startVirtualThread(() -> answers.forEach(Answer::give));
    }
  }

  /** A server that went away may be back; before anything was written it is safe to ask again. */
  private void begin() throws SQLException {
    if (!lost) {
      try {
        database.beginWrite(connection);
        return;
      } catch (SQLException failure) {
        if (!database.isLost(failure)) {
          throw failure;
        }
        lost = true;
      }
    }
    endSession();
    Connection fresh = database.openWriter();
    connection.close();
    connection = fresh;
    lost = false;
    database.beginWrite(connection);
  }

  private Session session() throws SQLException {
    if (session.isEmpty()) {
      session = Optional.of(new Session(connection, database.inTexts()));
    }
    return session.get();
  }

  private void endSession() {
    session.ifPresent(Session::close);
    session = Optional.empty();
  }

  private void fail(List<Task> group, Throwable failure) {
    endSession();
    try {
      run("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      failure.addSuppressed(alreadyRolledBack);
    }
    group.forEach(task -> task.fail(failure));
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** One caller's part; the head it leaves behind, which is the one it found when it failed. */
  private Head perform(Task task, Head head, List<Answer> answers) throws SQLException {
    session().mark();
    Head after = head;
    try {
      after =
          switch (task) {
            case Task.Append append -> append(List.of(append), head, answers);
            case Task.Aside aside -> {
              int rows = aside.statement().run(connection);
              answers.add(() -> aside.succeed(rows));
              yield head;
            }
            case Task.Numbered<?> numbered -> {
              Task.Done done = numbered.perform(connection, head, clock.instant());
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
    session().release();
    return after;
  }

  private void undo(Task task, RuntimeException why, List<Answer> answers) throws SQLException {
    endSession();
    run("ROLLBACK TO SAVEPOINT caller");
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
    session().mark();
    try {
      Head after = append(appends, head, theirs);
      session().release();
      answers.addAll(theirs);
      return after;
    } catch (SQLException failure) {
      if (!database.isAboutOneRow(failure)) {
        throw failure;
      }
    } catch (RuntimeException ofOneOfThem) {
      // Who of them it was is found below.
    }
    endSession();
    run("ROLLBACK TO SAVEPOINT caller");
    session().release();
    Head after = head;
    for (Task.Append append : appends) {
      after = perform(append, after, answers);
    }
    return after;
  }

  /** Adds the answers when all is written: who fails is told nothing else before. */
  private Head append(List<Task.Append> tasks, Head before, List<Answer> answers)
      throws SQLException {
    Tables tables = session().tables();
    Known known = tables.load(Mentions.of(changes(tasks)));
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
    endSession();
    connection.close();
  }
}
