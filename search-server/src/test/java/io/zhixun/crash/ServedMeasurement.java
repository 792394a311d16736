package io.zhixun.crash;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

  private final Calls calls;
  private final AtomicInteger failed = new AtomicInteger();

  private ServedMeasurement(Calls calls) {
    this.calls = calls;
  }

  private interface Call {
    void make(int number) throws IOException, InterruptedException;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path data = folder.resolve("data");
    Path log = folder.resolve("log");
    try (HttpClient http = HttpClient.newHttpClient()) {
      try (CrashingServer server = CrashingServer.start(data, log)) {
        Calls calls = new Calls(http, server.awaitAddress().orElseThrow());
        new ServedMeasurement(calls).underLoad(Integer.parseInt(args[1]));
        append(calls, Integer.parseInt(args[2]));
      }
      long start = System.nanoTime();
      try (CrashingServer server = CrashingServer.start(data, log)) {
        String address = server.awaitAddress().orElseThrow();
        System.out.printf(
            "%s answers %.1f s after the start (JVM and checks included), %s changes after the"
                + " snapshot%n",
            address, (System.nanoTime() - start) / 1e9, args[2]);
      }
    }
  }

  private void underLoad(int seconds) throws Exception {
    try (ScheduledExecutorService pace = Executors.newScheduledThreadPool(1);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      every(
          EVENTS_A_SECOND,
          i -> calls.post("/v1/events", event("load-" + i, "l" + i % 997)),
          pace,
          callers);
      every(
          SEARCHES_A_SECOND,
          i -> calls.get("/v1/search?size=10&q=Python&user=l" + i % 997),
          pace,
          callers);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      double[] events = new double[100_000];
      double[] edits = new double[100_000];
      int count = 0;
      while (System.nanoTime() < end) {
        events[count] = eventActs(count);
        edits[count] = editIsFound(count);
        count++;
      }
      pace.shutdownNow();
      report("event → visible effect", Arrays.copyOf(events, count));
      report("edit → findable", Arrays.copyOf(edits, count));
      System.out.printf("calls of the load that failed: %d%n", failed.get());
    }
  }

  private void every(
      int aSecond, Call call, ScheduledExecutorService pace, ExecutorService callers) {
    AtomicInteger next = new AtomicInteger();
    Runnable one =
        () -> {
          int number = next.getAndIncrement();
          callers.execute(
              () -> {
                try {
                  call.make(number);
                } catch (IOException e) {
                  failed.incrementAndGet();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
        };
    var _ = pace.scheduleAtFixedRate(one, 0, 1_000_000 / aSecond, TimeUnit.MICROSECONDS);
  }

  /** Milliseconds until a feed is the learner's own. */
  private double eventActs(int number) throws IOException, InterruptedException {
    long start = System.nanoTime();
    calls.post("/v1/events", event("own-" + number, "own-" + number));
    while (!calls
        .get("/v1/recommendations?scenario=home&user=own-" + number)
        .json()
        .path("personalised")
        .asBoolean()) {
      Thread.sleep(1);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /** Milliseconds until a search finds the new title. */
  private double editIsFound(int number) throws IOException, InterruptedException {
    String title = "zhaodao" + number;
    long start = System.nanoTime();
    calls.send("PUT", "/v1/items/edited", "application/json", Callers.line("edited", title));
    while (!calls.get("/v1/search?q=" + title).body().contains("\"" + title)) {
      Thread.sleep(1);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static void append(Calls calls, int count) throws IOException, InterruptedException {
    for (int from = 0; from < count; from += CHUNK) {
      calls.postLines(
          "/v1/events",
          IntStream.range(from, Math.min(count, from + CHUNK))
              .mapToObj(i -> event("bulk-" + i, "b" + i % 30_000))
              .collect(Collectors.joining("\n")));
    }
  }

  private static String event(String id, String user) {
    return ("{\"event\":\"click\",\"id\":\"%s\",\"timestamp\":\"2026-11-24T09:00:00Z\","
            + "\"user\":\"%s\",\"item\":\"c-3301\"}")
        .formatted(id, user);
  }

  private static void report(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "%s: p50 %.1f ms, p99 %.1f ms, largest %.1f ms, of %d%n",
        what,
        millis[millis.length / 2],
        millis[(int) (millis.length * 0.99)],
        millis[millis.length - 1],
        millis.length);
  }
}
