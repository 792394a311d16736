package io.zhixun.cli;

import io.zhixun.corpus.Item;
import io.zhixun.indexer.build.SnapshotContents;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.search.lexical.LexicalIndex;
import io.zhixun.search.serving.ColdBoard;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
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
    Map<Integer, Item> others = new TreeMap<>();
    lexical.forEachItem(
        (item, row) -> {
          if (wanted.get(row)) {
            warm.put(row, item);
          }
          if (!isEstablished(model, row)) {
            others.put(row, item);
          }
        });
    ColdBoard board =
        new ColdBoard(
            contents.coldModel(List.copyOf(warm.values())), row -> isEstablished(model, row));
    others.forEach((row, item) -> board.put(item, row));
    return board;
  }

  private static boolean isEstablished(LearnedModel model, int row) {
    return row < model.items() && model.popularity().score(row) >= ESTABLISHED;
  }
}
