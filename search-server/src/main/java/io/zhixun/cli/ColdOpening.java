package io.zhixun.cli;

import io.zhixun.corpus.Item;
import io.zhixun.indexer.build.SnapshotContents;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.search.lexical.LexicalIndex;
import io.zhixun.search.serving.ColdBoard;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Opens what a snapshot learned from texts, and reads with it the items that nobody took. */
final class ColdOpening {
  /** Of an item that so many learners took, behaviour says all. */
  private static final int ESTABLISHED = 5;

  private ColdOpening() {}

  /**
   * The board as of the snapshot.
   *
   * @param lexical holds the items as they are in the snapshot
   */
  static ColdBoard of(SnapshotContents contents, LearnedModel model, LexicalIndex lexical) {
    int[] rows = contents.coldRows();
    if (rows.length == 0) {
      return ColdBoard.silent();
    }
    BitSet wanted = new BitSet();
    Arrays.stream(rows).forEach(wanted::set);
    Map<Integer, Item> warm = new TreeMap<>();
    PriorityQueue<Cold> newest = new PriorityQueue<>(Cold.OLDEST_FIRST);
    lexical.forEachItem(
        (item, row) -> {
          if (wanted.get(row)) {
            warm.put(row, item);
          }
          if (!isEstablished(model, row)) {
            newest.add(new Cold(item, row));
            if (newest.size() > ColdBoard.MOST) {
              newest.remove();
            }
          }
        });
    ColdBoard board =
        new ColdBoard(
            contents.coldModel(List.copyOf(warm.values())), row -> isEstablished(model, row));
    newest.forEach(cold -> board.put(cold.item(), cold.row()));
    return board;
  }

  /** An item that hardly anybody took. */
  private record Cold(Item item, int row) {
    static final Comparator<Cold> OLDEST_FIRST =
        Comparator.comparing((Cold cold) -> cold.item().dates().published().orElse(Instant.EPOCH))
            .thenComparingInt(cold -> -cold.row());
  }

  private static boolean isEstablished(LearnedModel model, int row) {
    return row < model.items() && model.popularity().score(row) >= ESTABLISHED;
  }
}
