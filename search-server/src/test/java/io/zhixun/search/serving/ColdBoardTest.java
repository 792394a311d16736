package io.zhixun.search.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.ranking.cold.ColdModel;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.InteractionsBuilder;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.recipe.History;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColdBoardTest {
  private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
  private static final History READER = History.of(new int[] {0}, new float[] {1});

  private final ColdBoard board = new ColdBoard(learned(), row -> row < 2);

  private static Item item(int row, String text, Instant published) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", "i-" + row)
            .put("format", "EBOOK")
            .put("title", text)
            .put("published", published.toString());
    return ItemCheck.read(line).valid().orElseThrow();
  }

  /** From two items, each taken by learners of its own. */
  private static ColdModel learned() {
    InteractionsBuilder taken = Interactions.builder(4, 2);
    IntStream.range(0, 4).forEach(user -> taken.add(user, user % 2));
    List<Item> warm = List.of(item(0, "机器学习与神经网络", DAY), item(1, "唐诗宋词鉴赏", DAY));
    ColdModel.Ground ground =
        new ColdModel.Ground(
            warm, item -> Integer.parseInt(item.id().value().substring(2)), taken.build());
    try (Workers workers = Workers.of(1)) {
      return ColdModel.fit(ground, 10, workers, Progress.NONE);
    }
  }

  private boolean knows(int row) {
    return !Float.isNaN(board.scores(READER, new int[] {row})[0]);
  }

  @Test
  void whatIsWrittenLikeTheLearnersItemsComesFirst() {
    board.put(item(2, "宋词入门", DAY), 2);
    board.put(item(3, "深度神经网络", DAY), 3);

    assertEquals(3, board.best(READER, 1, _ -> true).row(0));
    assertEquals(0, board.cause(READER, 3).orElseThrow());
    assertEquals(2, board.best(READER, 1, row -> row != 3).row(0), "what may not be shown is not");
  }

  @Test
  void ofEstablishedUnknownAndRemovedItemsNothingIsSaid() {
    board.put(item(1, "神经网络", DAY), 1);
    board.put(item(2, "神经网络", DAY), 2);
    board.remove(2);

    assertFalse(knows(1));
    assertFalse(knows(2));
    assertFalse(knows(99));
    assertTrue(board.cause(READER, 2).isEmpty());
    assertEquals(0, board.size());
  }

  @Test
  void whereThereAreManyTheNewestAreKept() {
    for (int row = 2; row < ColdBoard.MOST + 2; row++) {
      board.put(item(row, "神经网络", DAY.plusSeconds(row)), row);
    }
    int next = ColdBoard.MOST + 2;

    board.put(item(next, "神经网络", DAY.plusSeconds(2)), next);
    assertFalse(knows(next), "no newer than the oldest");
    board.put(item(next + 1, "神经网络", DAY.plusSeconds(next)), next + 1);
    assertTrue(knows(next + 1));
    assertFalse(knows(2), "the oldest has left");
    assertEquals(ColdBoard.MOST, board.size());
  }

  @Test
  void aSilentBoardTakesNothing() {
    ColdBoard silent = ColdBoard.silent();

    silent.put(item(7, "神经网络", DAY), 7);

    assertEquals(0, silent.size());
  }
}
