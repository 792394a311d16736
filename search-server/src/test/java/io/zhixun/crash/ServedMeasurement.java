package io.zhixun.crash;

import io.zhixun.crash.CrashingServer.Size;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How soon an event acts and an edit is found beside 500 events and 50 searches a second, and how
 * long a start takes after a kill with many changes since the snapshot. A program and no test;
 * arguments: an empty folder, seconds of load, changes before the kill.
 */
final class ServedMeasurement {
  private static final int EVENTS_A_SECOND = 500;
  private static final int SEARCHES_A_SECOND = 50;
  private static final int CHUNK = 5_000;
  private static final long PAUSE_MILLIS = 20;

  /** A wait that takes longer than this is no wait any more; it is counted as that long. */
  private static final long GIVEN_UP_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Calls calls;

  private ServedMeasurement(Calls calls) {
    this.calls = calls;
  }

  /** Something of which is measured how long it takes; it is given a number of its own. */
  private interface Probe {
    void once(int number) throws IOException, InterruptedException;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path data = folder.resolve("data");
    Path log = folder.resolve("log");
    HttpClient http = HttpClient.newHttpClient();
    try (CrashingServer server = CrashingServer.start(Size.WHOLE_SAMPLE, data, log)) {
      ServedMeasurement measurement =
          new ServedMeasurement(new Calls(http, server.awaitAddress().orElseThrow()));
      System.out.println("warming up");
      measurement.underLoad(Math.max(5, Integer.parseInt(args[1]) / 4), "warm");
      measurement.underLoad(Integer.parseInt(args[1]), "load");
      measurement.append(Integer.parseInt(args[2]));
    }
    for (int start = 1; start <= 3; start++) {
      startAgain(data, log, args[2]);
    }
    http.shutdownNow();
  }

  private static void startAgain(Path data, Path log, String changes) throws IOException {
    long start = System.nanoTime();
    try (CrashingServer server = CrashingServer.start(Size.WHOLE_SAMPLE, data, log)) {
      String address = server.awaitAddress().orElseThrow();
      System.out.printf(
          "%s answers %.1f s after the start (JVM and checks included), %s changes after the"
              + " snapshot and more%n",
          address, (System.nanoTime() - start) / 1e9, changes);
    }
  }

  private void underLoad(int seconds, String name) throws InterruptedException {
    try (Load load = new Load()) {
      load.every(
          EVENTS_A_SECOND,
          i -> calls.post("/v1/events", event(name + "-" + i, "l" + i % 997)).status() == 202);
      load.every(
          SEARCHES_A_SECOND,
          i -> calls.get("/v1/search?size=10&q=Python&user=l" + i % 997).status() == 200);
      List<Double> events = Collections.synchronizedList(new ArrayList<>());
      List<Double> edits = Collections.synchronizedList(new ArrayList<>());
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      Thread one = Thread.ofPlatform().start(() -> repeat(n -> eventActs(name + n), events, end));
      Thread two = Thread.ofPlatform().start(() -> repeat(n -> editIsFound(name + n), edits, end));
      one.join();
      two.join();
      load.report(seconds);
      report("event → visible effect", events);
      report("edit → findable", edits);
    }
  }

  private static void repeat(Probe probe, List<Double> millis, long end) {
    try {
      for (int number = 0; System.nanoTime() < end; number++) {
        long start = System.nanoTime();
        probe.once(number);
        millis.add((System.nanoTime() - start) / 1e6);
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when a feed is the learner's own. */
  private void eventActs(String name) throws IOException, InterruptedException {
    long start = System.nanoTime();
    calls.post("/v1/events", event("own-" + name, "own-" + name));
    while (System.nanoTime() - start < GIVEN_UP_NANOS) {
      Calls.Answer home = calls.get("/v1/recommendations?scenario=home&user=own-" + name);
      if (home.json().path("personalised").asBoolean()) {
        return;
      }
    }
  }

  /** Returns when a search finds the new title. */
  private void editIsFound(String name) throws IOException, InterruptedException {
    long start = System.nanoTime();
    String title = "zhaodao" + name;
    calls.send("PUT", "/v1/items/edited", "application/json", Callers.line("edited", title));
    while (System.nanoTime() - start < GIVEN_UP_NANOS) {
      if (calls.get("/v1/search?q=" + title).body().contains("\"title\":\"" + title)) {
        return;
      }
    }
  }

  private void append(int count) throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (int from = 0; from < count; from += CHUNK) {
      Calls.Answer answer =
          calls.postLines(
              "/v1/events",
              IntStream.range(from, Math.min(count, from + CHUNK))
                  .mapToObj(i -> event("bulk-" + i, "b" + i % 30_000))
                  .collect(Collectors.joining("\n")));
      if (answer.status() != 202) {
        throw new IllegalStateException(answer.toString());
      }
    }
    System.out.printf(
        "%,d events in bodies of %,d lines: %.1f s%n",
        count, CHUNK, (System.nanoTime() - start) / 1e9);
  }

  private static String event(String id, String user) {
    return ("{\"event\":\"click\",\"id\":\"%s\",\"timestamp\":\"2026-11-24T09:00:00Z\","
            + "\"user\":\"%s\",\"item\":\"c-3301\"}")
        .formatted(id, user);
  }

  private static void report(String what, List<Double> unsorted) {
    List<Double> millis = new ArrayList<>(unsorted);
    Collections.sort(millis);
    if (millis.isEmpty()) {
      System.out.println(what + ": none");
      return;
    }
    System.out.printf(
        "%s: p50 %.1f ms, p99 %.1f ms, largest %.1f ms, of %d%n",
        what,
        millis.get(millis.size() / 2),
        millis.get((int) (millis.size() * 0.99)),
        millis.getLast(),
        millis.size());
  }
}
