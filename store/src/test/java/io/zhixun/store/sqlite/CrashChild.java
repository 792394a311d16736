package io.zhixun.store.sqlite;

import static io.zhixun.store.Samples.click;
import static io.zhixun.store.Samples.item;
import static io.zhixun.store.Samples.visitorClick;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import io.zhixun.store.BatchId;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.Outcome;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A process that does a bit of everything with several callers, and says what was acknowledged, one
 * line each, until it is killed.
 *
 * <p>{@code event NAME} two events NAME-a and NAME-b; {@code edit ITEM VERSION TITLE}; {@code batch
 * NAME} items NAME-0 …; {@code undo NAME} they are gone again; {@code merge NAME} visitor NAME's
 * two events are learner NAME's; {@code erase NAME} nothing of learner NAME is left.
 */
final class CrashChild {
  static final int BATCH_SIZE = 20;

  private static final int CALLERS = 6;
  private static final int EDITED = 5;

  private final Store store;
  private final String round;
  private final PrintStream out;

  private CrashChild(Store store, String round, PrintStream out) {
    this.store = store;
    this.round = round;
    this.out = out;
  }

  /** Arguments: the data folder, a name for the round, a seed. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Store store =
        SqliteStore.open(Path.of(args[0]), StoreSettings.DEFAULTS, InstantSource.system())) {
      CrashChild child = new CrashChild(store, args[1], out);
      out.println("open");
      List<Thread> callers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        Random random = new Random(Long.parseLong(args[2]) + caller);
        String name = args[1] + "." + caller;
        callers.add(Thread.ofPlatform().start(() -> child.call(name, random)));
      }
      for (Thread caller : callers) {
        caller.join();
      }
    }
  }

  private void call(String caller, Random random) {
    for (int i = 0; ; i++) {
      String name = caller + "." + i;
      switch (random.nextInt(12)) {
        case 0 -> batch(name, random.nextBoolean());
        case 1 -> merge(name);
        case 2 -> erase(name);
        case 3, 4, 5 -> edit(random.nextInt(EDITED), name);
        default -> events(name);
      }
    }
  }

  private void events(String name) {
    submit(
        Origin.NONE,
        new Change.AppendEvent(click(name + "-a", "u" + round, "i")),
        new Change.AppendEvent(click(name + "-b", "u" + round, "i")));
    out.println("event " + name);
  }

  private void edit(int number, String title) {
    String id = "item-" + number;
    Outcome outcome = submit(Origin.by("crash"), new Change.PutItem(item(id, title))).getFirst();
    if (outcome instanceof Outcome.Accepted(long _, long version)) {
      out.println("edit " + id + " " + version + " " + title);
    }
  }

  private void batch(String name, boolean undo) {
    BatchId id = new BatchId(name.replace('.', '-'));
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < BATCH_SIZE; i++) {
      changes.add(new Change.PutItem(item(name + "-" + i, name)));
    }
    store.submit(changes, Origin.NONE.in(id)).join();
    out.println("batch " + name);
    if (undo) {
      store.batches().undo(id, Origin.NONE);
      out.println("undo " + name);
    }
  }

  private void merge(String name) {
    submit(
        Origin.NONE,
        new Change.AppendEvent(visitorClick(name + "-1", name, "i")),
        new Change.AppendEvent(visitorClick(name + "-2", name, "i")));
    submit(Origin.NONE, new Change.MergeVisitor(new VisitorId(name), new UserId(name)));
    out.println("merge " + name);
  }

  private void erase(String name) {
    submit(Origin.NONE, new Change.AppendEvent(click(name + "-x", name, "i")));
    store.erasures().erase(new UserId(name));
    out.println("erase " + name);
  }

  private List<Outcome> submit(Origin origin, Change... changes) {
    return store.submit(List.of(changes), origin).join().outcomes();
  }

  /** The items of a batch. */
  static List<ItemId> items(String batch) {
    List<ItemId> ids = new ArrayList<>();
    for (int i = 0; i < BATCH_SIZE; i++) {
      ids.add(new ItemId(batch + "-" + i));
    }
    return ids;
  }
}
