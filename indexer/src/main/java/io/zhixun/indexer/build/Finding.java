package io.zhixun.indexer.build;

import io.zhixun.corpus.ItemId;

/**
 * Something about one item that an editor should look at.
 *
 * @param item the item, or the smallest of those that share it
 */
public record Finding(ItemId item, Kind kind, String detail) {
  /** What, as a closed list. */
  public enum Kind {
    /** A prerequisite that is not in the catalogue, or was withdrawn. */
    DEAD_PREREQUISITE,
    /** Items that need one another first. */
    PREREQUISITE_CYCLE,
    /** A summary that is absent or very short. */
    THIN_SUMMARY,
    /** The same title as an item of another work. */
    DUPLICATE_TITLE,
    /** To be bought, but without a price. */
    PURCHASE_WITHOUT_PRICE,
    /** Something with chapters that has hardly any. */
    FEW_CHAPTERS,
    /** What {@code corpus.check} notes on one item beyond these. */
    UNTIDY
  }
}
