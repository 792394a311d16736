package io.zhixun.ranking.feature;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Dates;
import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Level;
import io.zhixun.corpus.Item.Offer;
import io.zhixun.corpus.Item.Reception;
import io.zhixun.corpus.Item.Status;
import io.zhixun.corpus.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What features and policy read of an item: everything but its long texts, so that a whole
 * catalogue fits in memory.
 *
 * @param row the item's row number, the same in learned data and cursors
 */
public record ItemFacts(
    int row,
    ItemId id,
    Status status,
    Format format,
    String title,
    List<String> authors,
    List<String> category,
    List<String> tags,
    String language,
    Optional<Level> level,
    List<ItemId> prerequisites,
    boolean sensitiveToMinors,
    OptionalInt minutes,
    Offer offer,
    Reception reception,
    Dates dates,
    String work) {

  public static ItemFacts of(Item item, int row) {
    return new ItemFacts(
        row,
        item.id(),
        item.status(),
        item.format(),
        item.text().title(),
        item.text().authors(),
        item.text().category(),
        item.text().tags(),
        item.text().language(),
        item.audience().level(),
        item.audience().prerequisites(),
        item.audience().sensitiveToMinors(),
        item.length().minutes(),
        item.offer(),
        item.reception(),
        item.dates(),
        item.work());
  }

  /** Whether learners may see it at an instant. */
  public boolean isVisibleAt(Instant now) {
    return status == Status.PUBLISHED
        && dates.published().map(published -> !published.isAfter(now)).orElse(true);
  }
}
