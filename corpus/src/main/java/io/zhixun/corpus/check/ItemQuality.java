package io.zhixun.corpus.check;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Access;
import io.zhixun.corpus.check.Problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What an editor may want to look at again although the item is accepted. */
public final class ItemQuality {
  private ItemQuality() {}

  /** Notes on one item, in the shape of problems; none of them keeps the item out. */
  public static List<Problem> notes(Item item) {
    List<Problem> notes = new ArrayList<>();
    price(item.offer(), notes);
    if (item.text().summary().isEmpty()) {
      notes.add(new Problem("/summary", Code.MISSING, "without a summary few searches find it"));
    }
    if (item.text().tags().isEmpty()) {
      notes.add(new Problem("/tags", Code.MISSING, "without tags few learners are shown it"));
    }
    if (item.reception().rating().isPresent() && item.reception().ratingCount().orElse(0) == 0) {
      notes.add(
          new Problem(
              "/ratingCount", Code.INCONSISTENT, "a rating without a count weighs nothing"));
    }
    item.dates()
        .updated()
        .filter(updated -> item.dates().published().map(updated::isBefore).orElse(false))
        .ifPresent(
            updated ->
                notes.add(
                    new Problem(
                        "/updated",
                        Code.INCONSISTENT,
                        "updated " + updated + " is before published")));
    return notes;
  }

  private static void price(Item.Offer offer, List<Problem> notes) {
    OptionalLong price = offer.priceFen();
    if (offer.access() == Access.PURCHASE && price.isEmpty()) {
      notes.add(new Problem("/priceFen", Code.MISSING, "a purchase without a price"));
    }
    if (offer.access() == Access.FREE && price.orElse(0) > 0) {
      notes.add(new Problem("/priceFen", Code.INCONSISTENT, "free, but with a price"));
    }
    if (price.isEmpty() && offer.earlyBird().isPresent()) {
      notes.add(new Problem("/earlyBird", Code.INCONSISTENT, "early bird without a later price"));
    }
    if (price.isPresent() && offer.listPriceFen().orElse(Long.MAX_VALUE) < price.getAsLong()) {
      notes.add(new Problem("/listPriceFen", Code.INCONSISTENT, "the list price is the lower one"));
    }
  }
}
