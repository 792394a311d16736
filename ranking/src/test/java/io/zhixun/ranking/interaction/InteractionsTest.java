package io.zhixun.ranking.interaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.fixture.Samples;
import io.zhixun.ranking.fixture.Seeds;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InteractionsTest {
  @Test
  void keepsTheOrderOfAUsersEntriesAndTheirWeights() {
    Interactions all =
        Interactions.builder(2, 5).add(1, 4, 2).add(0, 3).add(1, 0, 3).add(1, 2).build();

    assertArrayEquals(new int[] {4, 0, 2}, all.itemsOf(1));
    assertArrayEquals(new float[] {2, 3, 1}, all.weightsOf(1));
    assertEquals(6, all.userWeight(1));
    assertEquals(4, all.entries());
  }

  @Test
  void aPairGivenTwiceIsOneEntryAtItsLastPlace() {
    Interactions all =
        Interactions.builder(1, 5).add(0, 1, 5).add(0, 2).add(0, 1, 4).add(0, 1, 2).build();

    assertArrayEquals(new int[] {2, 1}, all.itemsOf(0));
    assertArrayEquals(new float[] {1, 5}, all.weightsOf(0));
    assertTrue(all.repeats());
    assertFalse(Interactions.builder(2, 5).add(0, 1).add(1, 1).build().repeats());
  }

  @Test
  void timesSortAUsersEntries() {
    Interactions all =
        Interactions.builder(1, 5).add(0, 1, 1, 30).add(0, 2, 1, 10).add(0, 3, 1, 20).build();

    assertArrayEquals(new int[] {2, 3, 1}, all.itemsOf(0));
    assertEquals(20, all.time(1));
    assertEquals(Interactions.Sequence.TIMED, all.sequence());
  }

  @Test
  void columnsHoldTheSameEntriesAsRows() {
    long seed = Seeds.next();
    Interactions all = Samples.random(30, 20, 200, seed);
    Map<Integer, Float> rows = new HashMap<>();
    Map<Integer, Float> columns = new HashMap<>();

    for (int user = 0; user < all.users(); user++) {
      for (int entry = all.userStart(user); entry < all.userStart(user + 1); entry++) {
        rows.put(user * 100 + all.item(entry), all.weight(entry));
      }
    }
    for (int item = 0; item < all.items(); item++) {
      for (int entry = all.itemStart(item); entry < all.itemStart(item + 1); entry++) {
        columns.put(all.columnUser(entry) * 100 + item, all.columnWeight(entry));
      }
    }

    assertEquals(rows, columns, Seeds.replay(seed));
    assertEquals(all.entries(), rows.size());
  }

  @Test
  void usersAndItemsWithoutEntriesAreAllowedAnywhere() {
    Interactions all = Interactions.builder(4, 4).add(2, 1).build();

    assertEquals(0, all.userDegree(0));
    assertEquals(1, all.userDegree(2));
    assertEquals(0, all.userDegree(3));
    assertEquals(0, all.itemDegree(3));
    assertEquals(0, Interactions.builder(0, 0).build().entries());
  }

  @Test
  void impossiblePairsAreRefusedByName() {
    InteractionsBuilder builder = Interactions.builder(2, 3);

    assertMessage("user must be 0..1, got 2", () -> builder.add(2, 0));
    assertMessage("item must be 0..2, got -1", () -> builder.add(0, -1));
    assertMessage("weight must be > 0 and finite, got NaN", () -> builder.add(0, 0, Float.NaN));
    assertMessage("weight must be > 0 and finite, got 0.0", () -> builder.add(0, 0, 0));
  }

  @Test
  void filteringKeepsShapeAndOrder() {
    Interactions all = Interactions.builder(2, 5).add(0, 4).add(0, 3).add(0, 2).add(1, 1).build();

    Interactions odd = all.filter((_, entry) -> all.item(entry) % 2 == 1);

    assertArrayEquals(new int[] {3}, odd.itemsOf(0));
    assertArrayEquals(new int[] {1}, odd.itemsOf(1));
    assertEquals(5, odd.items());
  }

  private static void assertMessage(
      String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
