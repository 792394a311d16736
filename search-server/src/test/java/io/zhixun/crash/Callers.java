package io.zhixun.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.crash.Ledger.Fact;
import io.zhixun.crash.Ledger.Unanswered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Several callers who do a bit of everything until the server is gone: events, edits, bulk changes
 * and their undoing; one makes snapshots and goes back to older ones.
 */
final class Callers {
  private static final int WRITERS = 4;
  private static final int EDITED = 5;
  private static final int BATCH = 20;

  private final Calls calls;
  private final Ledger ledger;
  private final List<Thread> threads = new ArrayList<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  private Callers(Calls calls, Ledger ledger) {
    this.calls = calls;
    this.ledger = ledger;
  }

  /** Something that is done again and again. */
  private interface Work {
    void once(String name, Random random) throws IOException, InterruptedException;
  }

  static Callers start(Calls calls, Ledger ledger, String round, long seed) {
    Callers callers = new Callers(calls, ledger);
    for (int i = 0; i < WRITERS; i++) {
      callers.add(round + "." + i, new Random(seed + i), callers::write);
    }
    callers.add(round + ".s", new Random(seed - 1), callers::changeSnapshot);
    return callers;
  }

  private void add(String name, Random random, Work work) {
    threads.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    for (int i = 0; ; i++) {
                      work.once(name + "." + i, random);
                    }
                  } catch (IOException killed) {
                    // What was not answered is in the ledger as such.
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  } catch (AssertionError | RuntimeException wrong) {
                    failures.add(wrong);
                  }
                }));
  }

  /** Returns when every caller has noticed that the server is gone. */
  void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Fails when some answer was not what it should have been. */
  void requireGood(String hint) {
    if (!failures.isEmpty()) {
      throw new AssertionError(hint, failures.peek());
    }
  }

  private void write(String name, Random random) throws IOException, InterruptedException {
    switch (random.nextInt(10)) {
      case 0 -> bulk(name, random.nextBoolean());
      case 1, 2, 3 -> edit("crash-" + random.nextInt(EDITED), name);
      default -> events(name, 1 + random.nextInt(3));
    }
  }

  private void events(String name, int count) throws IOException, InterruptedException {
    String user = "u-" + name.substring(0, name.lastIndexOf('.'));
    List<String> ids = IntStream.range(0, count).mapToObj(i -> name + "-" + i).toList();
    String lines =
        ids.stream()
            .map(
                id ->
                    "{\"event\":\"click\",\"id\":\"%s\",\"timestamp\":\"2026-11-24T09:00:00Z\",\"user\":\"%s\",\"item\":\"crash-0\"}"
                        .formatted(id, user))
            .collect(Collectors.joining("\n"));
    Unanswered sent = new Unanswered.Events(user, ids, lines);
    ledger.sending(sent);
    Calls.Answer answer = calls.postLines("/v1/events", lines);
    require(
        answer.status() == 202 && answer.json().path("accepted").asInt() == count,
        "events " + name,
        answer);
    ledger.answered(sent, new Fact.Events(user, ids));
  }

  private void edit(String item, String name) throws IOException, InterruptedException {
    String title = "崩溃演练 " + name.replace('.', 'x');
    Calls.Answer answer =
        calls.send("PUT", "/v1/items/" + item, "application/json", line(item, title));
    require(answer.status() == 200 || answer.status() == 201, "edit " + name, answer);
    ledger.note(new Fact.Edit(item, Long.parseLong(answer.etag().replace("\"", "")), title));
  }

  private void bulk(String name, boolean undo) throws IOException, InterruptedException {
    List<String> items = IntStream.range(0, BATCH).mapToObj(i -> name + "-" + i).toList();
    String lines =
        items.stream().map(item -> line(item, "批量 " + name)).collect(Collectors.joining("\n"));
    Calls.Answer answer = calls.postLines("/v1/items:bulk", lines);
    require(answer.json().path("accepted").asInt() == BATCH, "bulk " + name, answer);
    String batch = answer.json().path("batchId").asText();
    ledger.note(new Fact.Bulk(batch, items));
    if (undo) {
      undo(batch);
    }
  }

  private void undo(String batch) throws IOException, InterruptedException {
    Unanswered sent = new Unanswered.Undo(batch);
    ledger.sending(sent);
    Calls.Answer answer = calls.post("/v1/batches/" + batch + "/undo", "");
    require(answer.json().path("removed").asInt() == BATCH, "undo " + batch, answer);
    ledger.answered(sent, new Fact.Undone(batch));
  }

  /** Reindexes, or puts any kept snapshot in place. */
  private void changeSnapshot(String name, Random random) throws IOException, InterruptedException {
    if (random.nextBoolean()) {
      reindex();
    } else {
      JsonNode kept = calls.get("/v1/snapshots").json().path("snapshots");
      String id = kept.get(random.nextInt(kept.size())).path("id").asText();
      ledger.switching();
      Calls.Answer answer = calls.post("/v1/snapshots/" + id + "/activate", "");
      require(answer.status() == 200, "activate " + id + " " + name, answer);
      ledger.serves(id);
    }
  }

  private void reindex() throws IOException, InterruptedException {
    ledger.switching();
    Calls.Answer begun = calls.post("/v1/reindex", "{\"activate\":true}");
    require(begun.status() == 202, "reindex", begun);
    String path = "/v1/jobs/" + begun.json().path("id").asText();
    Calls.Answer job = calls.get(path);
    while (job.json().path("state").asText().equals("RUNNING")) {
      Thread.sleep(20);
      job = calls.get(path);
    }
    require(job.json().path("state").asText().equals("DONE"), "reindex", job);
    ledger.serves(job.json().path("snapshot").asText());
  }

  static String line(String id, String title) {
    return "{\"id\":\"%s\",\"format\":\"COURSE\",\"title\":\"%s\"}".formatted(id, title);
  }

  /** A server that answers, but not as it should, is no crash: the caller fails. */
  private static void require(boolean holds, String what, Calls.Answer answer) {
    if (!holds) {
      throw new AssertionError(what + " → " + answer);
    }
  }
}
