package io.zhixun.store;

import io.zhixun.corpus.ItemId;
import java.util.List;

/** Bulk changes of items, and how to take them back. */
public interface Batches {

  /** How many changes of items belong to a batch; 0 for an unknown one. */
  long size(BatchId batch);

  /**
   * Takes a batch back by new changes: each item becomes again what it was before the batch, and
   * goes when the batch brought it. An item that somebody else has changed since is left alone and
   * reported. To take back twice changes nothing.
   *
   * @param origin of the new changes; with a batch of its own the undoing can be undone too
   * @throws StoreException when writing fails; what was taken back by then stays so, and the same
   *     call goes on from there
   */
  Undo undo(BatchId batch, Origin origin);

  /**
   * What an undoing did.
   *
   * @param seq whoever has seen the record up to here has seen all of it
   * @param restored items that are again what they were
   * @param removed items that the batch had brought
   * @param unchanged items that were already what they had been before
   * @param conflicts items changed by somebody else since, or whose earlier version is no longer
   *     kept
   */
  record Undo(long seq, int restored, int removed, int unchanged, List<ItemId> conflicts) {
    public Undo {
      conflicts = List.copyOf(conflicts);
    }
  }
}
