package io.zhixun.store;

import static io.zhixun.store.Samples.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.store.Batches.Undo;
import io.zhixun.store.Change.AppendEvent;
import io.zhixun.store.Change.DeleteItem;
import io.zhixun.store.Change.PutItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What items were before, and how bulk changes are taken back. */
abstract class HistoryConformance extends StoreFixture {
  private static final BatchId B1 = new BatchId("b1");
  private static final BatchId B2 = new BatchId("b2");
  private static final BatchId UNDOING = new BatchId("undo-1");

  private static ItemId id(String id) {
    return new ItemId(id);
  }

  private static Origin in(BatchId batch) {
    return Origin.NONE.in(batch);
  }

  private void putIn(BatchId batch, Change... changes) {
    store.submit(List.of(changes), in(batch)).join();
  }

  private Optional<Item> now(String id) {
    return store.item(id(id)).map(StoredItem::item);
  }

  @Test
  void everyVersionOfAnItemIsKeptTheNewestFirst() {
    put(new PutItem(item("a", "一")), new PutItem(item("b", "别的")));
    putIn(B1, new PutItem(item("a", "二")));
    put(new DeleteItem(id("a")));

    List<ItemVersion> versions = store.versions(id("a"), Long.MAX_VALUE, 10);

    assertEquals(
        List.of(
            new ItemVersion(3, 4, Samples.NOON, Optional.empty(), Optional.empty()),
            new ItemVersion(2, 3, Samples.NOON, Optional.of(item("a", "二")), Optional.of(B1)),
            new ItemVersion(1, 1, Samples.NOON, Optional.of(item("a", "一")), Optional.empty())),
        versions);
    assertEquals(versions.subList(1, 2), store.versions(id("a"), 3, 1));
    assertEquals(List.of(), store.versions(id("never"), Long.MAX_VALUE, 10));
    assertThrows(IllegalArgumentException.class, () -> store.versions(id("a"), 1, 0));
  }

  @Test
  void aBatchTakenBackLeavesEachItemAsItWasBefore() {
    put(new PutItem(item("changed", "旧")), new PutItem(item("deleted", "在")));
    putIn(
        B1,
        new PutItem(item("changed", "新")),
        new PutItem(item("changed", "更新")),
        new PutItem(item("fresh", "新来")),
        new DeleteItem(id("deleted")));

    Undo undo = store.batches().undo(B1, in(UNDOING));

    assertEquals(new Undo(9, 2, 1, 0, List.of()), undo);
    assertEquals(Optional.of(item("changed", "旧")), now("changed"));
    assertEquals(Optional.of(item("deleted", "在")), now("deleted"));
    assertEquals(Optional.empty(), now("fresh"));
    assertEquals(4, store.batches().size(B1));
    assertEquals(3, store.batches().size(UNDOING));
  }

  @Test
  void whatSomebodyElseChangedSinceIsReportedAndNotOverwritten() {
    put(new PutItem(item("a", "旧")), new PutItem(item("b", "旧")));
    putIn(B1, new PutItem(item("a", "批")), new PutItem(item("b", "批")));
    put(new PutItem(item("b", "编辑")));

    Undo undo = store.batches().undo(B1, in(UNDOING));

    assertEquals(new Undo(6, 1, 0, 0, List.of(id("b"))), undo);
    assertEquals(Optional.of(item("a", "旧")), now("a"));
    assertEquals(Optional.of(item("b", "编辑")), now("b"));
  }

  @Test
  void takingBackTwiceChangesNothingAndTakingBackTheUndoingBringsTheBatchAgain() {
    put(new PutItem(item("a", "旧")));
    putIn(B1, new PutItem(item("a", "批")), new PutItem(item("fresh", "新来")));
    store.batches().undo(B1, in(UNDOING));
    long before = store.lastSeq();

    Undo again = store.batches().undo(B1, in(B2));

    assertEquals(new Undo(before, 0, 0, 2, List.of()), again);
    assertEquals(before, store.lastSeq());
    assertEquals(2, store.batches().undo(UNDOING, in(B2)).restored());
    assertEquals(Optional.of(item("a", "批")), now("a"));
    assertEquals(Optional.of(item("fresh", "新来")), now("fresh"));
  }

  @Test
  void anUnknownBatchIsEmptyAndUndoesNothing() {
    assertEquals(0, store.batches().size(B1));
    assertEquals(new Undo(0, 0, 0, 0, List.of()), store.batches().undo(B1, in(UNDOING)));
  }

  @Test
  void aBatchOfThousandsOfItemsIsTakenBackWhole() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      changes.add(new PutItem(item("i" + i, "第" + i)));
    }
    store.submit(changes, in(B1)).join();
    put(new AppendEvent(Samples.click("e", "u", "i1")));

    Undo undo = store.batches().undo(B1, in(UNDOING));

    assertEquals(new Undo(5_001, 0, 2_500, 0, List.of()), undo);
    assertEquals(List.of(), store.corpus().items());
  }

  /** Against the obvious version: remember everything before the batch. */
  @RepeatedTest(3)
  void undoEqualsGoingBackInTimeForWhateverNobodyElseTouched() {
    long seed = Seeds.next();
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      put(randomEdit(random));
    }
    Map<ItemId, Optional<Item>> before = state();
    for (int i = 0; i < 10; i++) {
      putIn(B1, randomEdit(random), randomEdit(random));
    }
    Map<ItemId, Long> versions = new HashMap<>();
    before.keySet().forEach(id -> versions.put(id, newestVersion(id)));
    Map<ItemId, Optional<Item>> edited = new HashMap<>();
    for (int i = 0; i < 3; i++) {
      put(randomEdit(random));
    }
    state()
        .forEach(
            (id, now) -> {
              if (newestVersion(id) != versions.get(id)) {
                edited.put(id, now);
              }
            });

    store.batches().undo(B1, in(UNDOING));

    Map<ItemId, Optional<Item>> expected = new HashMap<>(before);
    Map<ItemId, Optional<Item>> after = state();
    expected.putAll(edited);
    assertEquals(expected, after, "replay with -Dzhixun.seed=" + seed);
  }

  private List<ItemVersion> versions(ItemId id) {
    return store.versions(id, Long.MAX_VALUE, 1_000);
  }

  private long newestVersion(ItemId id) {
    return versions(id).stream().mapToLong(ItemVersion::version).findFirst().orElse(0);
  }

  private Map<ItemId, Optional<Item>> state() {
    Map<ItemId, Optional<Item>> state = new HashMap<>();
    for (int i = 0; i < 12; i++) {
      state.put(id("i" + i), now("i" + i));
    }
    return state;
  }

  private static Change randomEdit(Random random) {
    String id = "i" + random.nextInt(12);
    return random.nextInt(3) == 0
        ? new DeleteItem(id(id))
        : new PutItem(item(id, "第" + random.nextInt(1_000) + "版"));
  }
}
