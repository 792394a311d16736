package io.zhixun.benchmarks;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Shown;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.store.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A learner of 100,000 events beside one of 100, both in one record: 100 items ranked while nothing
 * new happens, and right after another event.
 *
 * <p>Bar: a ratio of 1.2.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 10, time = 2)
@Fork(
    value = 2,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "--enable-native-access=ALL-UNNAMED",
      "-Xmx2g"
    })
public class LongHistoryBenchmark {
  private static final int FEW = 100;
  private static final int MANY = 100_000;

  private static Event.Header header(UserId learner, String name) {
    return new Event.Header(
        learner.value() + "-" + name,
        Platform.NOW.minus(Duration.ofHours(1)),
        new Actor.User(learner),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Context.UNKNOWN);
  }

  @Benchmark
  public Answers.Rank unchanged(Asking asking) {
    return asking.rank();
  }

  @Benchmark
  public Answers.Rank afterAnotherEvent(Asking asking, Acting acting) {
    return asking.rank();
  }

  /** One of the two learners. */
  @State(Scope.Benchmark)
  public static class Asking {
    @Param({"" + FEW, "" + MANY})
    private int events;

    private Platform platform;
    private List<String> items;
    private UserId user;

    @Setup
    public void open() {
      platform = RankedSample.open("histories");
      items = RankedSample.items(platform);
      for (int count : new int[] {FEW, MANY}) {
        if (platform.store().history(user(count), Long.MAX_VALUE, 1).isEmpty()) {
          act(user(count), 0, count);
        }
      }
      user = user(events);
    }

    private static UserId user(int events) {
      return new UserId("u-with-" + events);
    }

    @TearDown
    public void close() {
      platform.close();
    }

    Answers.Rank rank() {
      return platform
          .discovery()
          .rank(RankedSample.request(items, user, Optional.empty(), false), Platform.NOW);
    }

    void act(UserId learner, int from, int to) {
      List<Item> all = platform.store().corpus().items();
      Random random = new Random(from);
      List<Change> changes = new ArrayList<>();
      for (int n = from; n < to; n++) {
        ItemId item = all.get(random.nextInt(all.size())).id();
        changes.add(new Change.AppendEvent(event(n, learner, item, random.nextDouble())));
      }
      platform.accept(changes.toArray(Change[]::new));
    }

    private static Event event(int n, UserId learner, ItemId item, double progress) {
      Event.Header header = header(learner, Integer.toString(n));
      return switch (n % 5) {
        case 0 -> new Event.Study(header, item, 600);
        case 1 -> new Event.Click(header, item, OptionalInt.empty());
        case 2 -> new Event.Progress(header, item, progress);
        case 3 -> new Event.Impression(header, List.of(new Shown(item, 1)));
        default -> new Event.Favourite(header, item);
      };
    }
  }

  /** Adds an event before each request. Its cost is in the CPU time, not in the time measured. */
  @State(Scope.Thread)
  public static class Acting {
    private final long process = ProcessHandle.current().pid();
    private List<ItemId> items;
    private int clicks;

    @Setup(Level.Trial)
    public void look(Asking asking) {
      items = asking.items.stream().map(ItemId::new).toList();
    }

    @Setup(Level.Invocation)
    public void click(Asking asking) {
      Event.Header header = header(asking.user, "click-" + process + "-" + clicks);
      ItemId item = items.get(clicks++ % items.size());
      asking.platform.accept(
          new Change.AppendEvent(new Event.Click(header, item, OptionalInt.empty())));
    }
  }
}
