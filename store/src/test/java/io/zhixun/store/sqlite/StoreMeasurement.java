package io.zhixun.store.sqlite;

import com.sun.management.OperatingSystemMXBean;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.dataset.Dataset;
import io.zhixun.store.Change;
import io.zhixun.store.Samples;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.WriteResult;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How fast the record is: import, whole reads, and acknowledged events with 1 and 64 callers. A
 * program and no test; arguments: a catalogue file, the number of events, an empty folder; or the
 * folder alone for acknowledged events beside single flushes.
 */
final class StoreMeasurement {
  private static final int CHUNK = 10_000;
  private static final int IN_FLIGHT = 2;
  private static final int LEARNERS = 30_000;

  private final Store store;
  private final Random random = new Random(7);

  private StoreMeasurement(Store store) {
    this.store = store;
  }

  public static void main(String[] args) throws Exception {
    if (args.length == 1) {
      measureAcknowledging(Path.of(args[0]));
      return;
    }
    Path folder = Path.of(args[2]);
    List<Item> items = new ArrayList<>();
    Dataset.catalogue(Path.of(args[0])).read(items::add, _ -> {}, _ -> {}, _ -> {});
    int events = Integer.parseInt(args[1]);
    Clock start = Clock.start();
    try (Store store = SqliteStore.open(folder, StoreSettings.DEFAULTS, InstantSource.system())) {
      report("open, empty", start, 1);
      new StoreMeasurement(store).measure(items, events);
    }
    start = Clock.start();
    SqliteStore.open(folder, StoreSettings.DEFAULTS, InstantSource.system()).close();
    report("open and close, filled", start, 1);
    System.out.printf("database %d MB%n", size(folder) >> 20);
  }

  /** Acknowledged events alone, beside what the disk can do. */
  private static void measureAcknowledging(Path folder) throws Exception {
    try (Store store = SqliteStore.open(folder, StoreSettings.DEFAULTS, InstantSource.system())) {
      StoreMeasurement measurement = new StoreMeasurement(store);
      measurement.acknowledge("warm-64", 64, 60_000);
      measurement.acknowledge("warm-1", 1, 3_000);
      System.out.println("warm from here on");
      for (int run = 1; run <= 5; run++) {
        force(folder.resolve("forced-" + run), 500);
        measurement.acknowledge("1." + run, 1, 1_000);
        measurement.acknowledge("64." + run, 64, 60_000);
      }
    }
  }

  /** One line of an event's size after the other, each on the disk before the next. */
  private static void force(Path file, int count) throws IOException {
    Clock start = Clock.start();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < count; i++) {
        channel.write(ByteBuffer.allocate(250));
        channel.force(false);
      }
    }
    report("one fsync for each line", start, count);
  }

  private void measure(List<Item> items, int events) throws Exception {
    Clock start = Clock.start();
    load(items.size(), i -> new Change.PutItem(items.get(i)));
    report("items", start, items.size());
    start = Clock.start();
    load(events, i -> new Change.AppendEvent(event(i, items)));
    report("events", start, events);
    start = Clock.start();
    load(items.size(), i -> new Change.PutItem(items.get(i)));
    report("the same items again", start, items.size());
    for (int i = 0; i < 2; i++) {
      start = Clock.start();
      Corpus corpus = store.corpus();
      report("corpus", start, corpus.items().size() + corpus.events().size());
    }
    start = Clock.start();
    int followed = 0;
    for (long seq = store.lastSeq() - 100_000; seq < store.lastSeq(); seq += 1_000) {
      followed += store.changesAfter(seq, 1_000).size();
    }
    report("changes followed", start, followed);
    start = Clock.start();
    for (int i = 0; i < 2_000; i++) {
      store.eventsOf(new UserId("u" + i), 200);
    }
    report("learners' newest 200 events", start, 2_000);
    start = Clock.start();
    for (int i = 0; i < 20_000; i++) {
      store.item(items.get(i).id());
    }
    report("items one by one", start, 20_000);
    acknowledge(1, 2_000);
    acknowledge(64, 100_000);
  }

  private void load(int count, IntFunction<Change> change) {
    List<CompletableFuture<WriteResult>> waiting = new ArrayList<>();
    for (int from = 0; from < count; from += CHUNK) {
      List<Change> chunk =
          IntStream.range(from, Math.min(count, from + CHUNK)).mapToObj(change).toList();
      waiting.add(store.submit(chunk));
      if (waiting.size() > IN_FLIGHT) {
        waiting.removeFirst().join();
      }
    }
    waiting.forEach(CompletableFuture::join);
  }

  private void acknowledge(int callers, int count) throws Exception {
    acknowledge(Integer.toString(callers), callers, count);
  }

  private void acknowledge(String name, int callers, int count) throws Exception {
    AtomicInteger next = new AtomicInteger();
    Clock start = Clock.start();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        executor.execute(
            () -> {
              for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                String id = "live-" + name + "-" + i;
                Event event = Samples.click(id, "u" + i % LEARNERS, "i" + i % 1000);
                store.submit(List.of(new Change.AppendEvent(event))).join();
              }
            });
      }
    }
    report("events acknowledged, " + callers + " callers", start, count);
  }

  private Event event(int i, List<Item> items) {
    String user = "u" + (int) (LEARNERS * Math.pow(random.nextDouble(), 2));
    Event.Header header = Samples.header("evt-" + i, user);
    ItemId item = items.get((int) (items.size() * Math.pow(random.nextDouble(), 3))).id();
    return switch (random.nextInt(10)) {
      case 0 -> Samples.impression("evt-" + i, user, distinct(items));
      case 1, 2, 3, 4, 5 -> new Event.Click(header, item, OptionalInt.of(1));
      case 6, 7 -> new Event.Study(header, item, random.nextInt(3_600));
      case 8 -> new Event.Purchase(header, item, OptionalLong.of(19_900));
      default -> new Event.Search(header, "机器学习");
    };
  }

  private String[] distinct(List<Item> items) {
    return random
        .ints(0, items.size())
        .distinct()
        .limit(6)
        .mapToObj(n -> items.get(n).id().value())
        .toArray(String[]::new);
  }

  /** Time that passed, and time that processors were at work: the one to read on a busy machine. */
  private record Clock(long wall, long processor) {
    static Clock start() {
      return new Clock(System.nanoTime(), processorTime());
    }

    private static long processorTime() {
      return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    double seconds() {
      return (System.nanoTime() - wall) / 1e9;
    }

    double processorSeconds() {
      return (processorTime() - processor) / 1e9;
    }
  }

  private static void report(String what, Clock start, int count) {
    double seconds = start.seconds();
    System.out.printf(
        "%-36s %7.2f s %,10.0f /s %7.2f s cpu%n",
        what, seconds, count / seconds, start.processorSeconds());
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
