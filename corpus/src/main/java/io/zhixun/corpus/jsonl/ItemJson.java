package io.zhixun.corpus.jsonl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Item;

/** Writes a catalogue line; {@link io.zhixun.corpus.check.ItemCheck} reads it back. */
public final class ItemJson {
  private ItemJson() {}

  /** The line of an item, in the order of fields that people read. */
  public static ObjectNode write(Item item) {
    TreeFields line = new TreeFields();
    line.put("id", item.id().value()).put("format", item.format().name());
    putText(line, item.text());
    line.put("level", item.audience().level()).put("language", item.text().language());
    putOffer(line, item.offer());
    line.put("published", item.dates().published())
        .put("updated", item.dates().updated())
        .object("length", inner -> putLength(inner, item.length()))
        .put("rating", item.reception().rating())
        .put("ratingCount", item.reception().ratingCount())
        .put("learnerCount", item.reception().learnerCount())
        .put("completionRate", item.reception().completionRate())
        .put("prerequisites", item.audience().prerequisites())
        .put("status", item.status().name())
        .put("url", item.url())
        .put("workId", item.workId())
        .putIfTrue("sensitiveToMinors", item.audience().sensitiveToMinors());
    return line.object();
  }

  private static void putText(Fields line, Item.Text text) {
    line.put("title", text.title())
        .put("subtitle", text.subtitle())
        .put("summary", text.summary())
        .put("outline", text.outline())
        .put("authors", text.authors())
        .put("category", text.category())
        .put("tags", text.tags());
  }

  private static void putOffer(Fields line, Item.Offer offer) {
    line.put("access", offer.access().name())
        .put("priceFen", offer.priceFen())
        .put("listPriceFen", offer.listPriceFen());
    offer
        .earlyBird()
        .ifPresent(
            early ->
                line.object(
                    "earlyBird",
                    inner ->
                        inner
                            .put("priceFen", early.priceFen())
                            .put("until", early.until().toString())));
  }

  private static void putLength(Fields inner, Item.Length length) {
    inner
        .put("minutes", length.minutes())
        .put("pages", length.pages())
        .put("lessons", length.lessons());
  }
}
