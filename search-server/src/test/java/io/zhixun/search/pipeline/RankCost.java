package io.zhixun.search.pipeline;

import com.sun.management.OperatingSystemMXBean;
import io.zhixun.cli.Platform;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Shown;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.store.Change;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Measures what {@code POST /v1/rank} costs without its HTTP: CPU time of the process over a
 * request of 100 items, a different learner each time; and a learner of 100,000 events beside one
 * of 100. Run by hand; nothing is asserted.
 */
public final class RankCost {
  private static final int ITEMS = 100;
  private static final int ROUNDS = 9;
  private static final int REQUESTS = 600;

  private final Platform platform = Platform.shared();
  private final List<String> items;
  private final Random random = new Random(7);

  private RankCost() {
    List<String> all = new ArrayList<>();
    for (Item item : platform.store().corpus().items()) {
      all.add(item.id().value());
    }
    Collections.shuffle(all, random);
    this.items = all.subList(0, ITEMS);
  }

  public static void main(String[] arguments) {
    RankCost cost = new RankCost();
    List<UserId> users = cost.platform.users();
    IntFunction<String> everybody = i -> users.get(i % users.size()).value();
    cost.print("feed blend, different learners", Optional.empty(), false, everybody);
    cost.print("feed blend, explained", Optional.empty(), true, everybody);
    cost.print("search blend, different learners", Optional.of("数据分析"), false, everybody);
    cost.events("u-few", 100);
    cost.events("u-many", 100_000);
    double few = cost.print("learner of 100 events", Optional.empty(), false, _ -> "u-few");
    double many = cost.print("learner of 100,000 events", Optional.empty(), false, _ -> "u-many");
    System.out.printf(Locale.ROOT, "ratio %.2f%n", many / few);
    System.exit(0);
  }

  /** The median over rounds of the CPU milliseconds of one request. */
  private double print(
      String what, Optional<String> query, boolean explain, IntFunction<String> users) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = system.getProcessCpuTime();
      for (int i = 0; i < REQUESTS; i++) {
        Audience audience =
            new Audience(
                Optional.of(new UserId(users.apply(i))),
                OptionalDouble.empty(),
                Context.UNKNOWN,
                explain);
        platform.discovery().rank(new Requests.Rank(items, query, false, audience), Platform.NOW);
      }
      millis[round] = (system.getProcessCpuTime() - start) / 1e6 / REQUESTS;
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-34s %.3f ms (%.3f..%.3f)%n",
        what,
        millis[ROUNDS / 2],
        millis[0],
        millis[ROUNDS - 1]);
    return millis[ROUNDS / 2];
  }

  private void events(String user, int count) {
    List<Item> all = platform.store().corpus().items();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Event.Header header = Asked.header(user + "-" + i, user);
      ItemId item = all.get(random.nextInt(all.size())).id();
      Event event =
          switch (i % 5) {
            case 0 -> new Event.Study(header, item, 600);
            case 1 -> new Event.Click(header, item, OptionalInt.empty());
            case 2 -> new Event.Progress(header, item, random.nextDouble());
            case 3 -> new Event.Impression(header, List.of(new Shown(item, 1)));
            default -> new Event.Favourite(header, item);
          };
      changes.add(new Change.AppendEvent(event));
    }
    platform.accept(changes.toArray(Change[]::new));
  }
}
