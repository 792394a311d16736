package io.zhixun.server.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Access;
import io.zhixun.server.page.wording.Amounts;
import io.zhixun.server.page.wording.Labels;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * An item in the words of schema.org, as JSON-LD for search engines.
 *
 * <p>The result stands inside a script element: every {@code <}, {@code >} and {@code &} is written
 * as an escape, so that no text can end the element.
 */
final class StructuredData {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StructuredData() {}

  static String of(Item item, Instant now) {
    ObjectNode node = JSON.objectNode();
    node.put("@context", "https://schema.org");
    node.put("@type", type(item));
    node.put("name", item.text().title());
    item.text().subtitle().ifPresent(subtitle -> node.put("alternativeHeadline", subtitle));
    item.text().summary().ifPresent(summary -> node.put("description", summary));
    node.put("inLanguage", item.text().language());
    node.put("isAccessibleForFree", item.offer().access() == Access.FREE);
    strings(node, "keywords", item.text().tags());
    authors(node, item);
    item.audience().level().ifPresent(level -> node.put("educationalLevel", Labels.of(level)));
    item.dates().published().ifPresent(at -> node.put("datePublished", at.toString()));
    item.dates().updated().ifPresent(at -> node.put("dateModified", at.toString()));
    item.length().pages().ifPresent(pages -> node.put("numberOfPages", pages));
    item.length()
        .minutes()
        .ifPresent(minutes -> node.put("timeRequired", Duration.ofMinutes(minutes).toString()));
    rating(node, item);
    offer(node, item, now);
    return node.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static String type(Item item) {
    return switch (item.format()) {
      case COURSE -> "Course";
      case EBOOK -> "Book";
      case COLUMN -> "CreativeWorkSeries";
      case AUDIO -> "PodcastSeries";
      case VIDEO -> "VideoObject";
    };
  }

  private static void strings(ObjectNode node, String name, Iterable<String> values) {
    ArrayNode array = JSON.arrayNode();
    values.forEach(array::add);
    if (!array.isEmpty()) {
      node.set(name, array);
    }
  }

  private static void authors(ObjectNode node, Item item) {
    ArrayNode authors = JSON.arrayNode();
    for (String author : item.text().authors()) {
      authors.addObject().put("@type", "Person").put("name", author);
    }
    if (!authors.isEmpty()) {
      node.set("author", authors);
    }
  }

  private static void rating(ObjectNode node, Item item) {
    var reception = item.reception();
    if (reception.rating().isPresent() && reception.ratingCount().orElse(0) > 0) {
      node.putObject("aggregateRating")
          .put("@type", "AggregateRating")
          .put("ratingValue", Amounts.rating(reception.rating().getAsDouble()))
          .put("ratingCount", reception.ratingCount().getAsLong());
    }
  }

  private static void offer(ObjectNode node, Item item, Instant now) {
    item.offer()
        .priceAt(now)
        .ifPresent(
            fen ->
                node.putObject("offers")
                    .put("@type", "Offer")
                    .put("priceCurrency", "CNY")
                    .put("price", BigDecimal.valueOf(fen, 2).toPlainString()));
  }
}
