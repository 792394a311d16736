package io.zhixun.corpus.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Header;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the adapters share: clean texts, and values in which everything unknown is absent. */
final class Published {
  private Published() {}

  /** The same JSON with every text {@linkplain #clean cleaned}. */
  static JsonNode clean(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> JsonNodeFactory.instance.textNode(clean(node.textValue()));
      case ARRAY -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
        node.forEach(entry -> array.add(clean(entry)));
        yield array;
      }
      case OBJECT -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
          object.set(field.getKey(), clean(field.getValue()));
        }
        yield object;
      }
      default -> node;
    };
  }

  /** Without control characters, lone surrogates and white space at the ends. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> {
              switch (Character.getType(codePoint)) {
                case Character.CONTROL -> clean.append(' ');
                case Character.SURROGATE -> {}
                default -> clean.appendCodePoint(codePoint);
              }
            });
    return clean.toString().strip();
  }

  /** A published item of which only these things are known; it costs nothing. */
  static Item item(
      ItemId id, Item.Format format, Item.Text text, Item.Reception reception, Item.Dates dates) {
    return new Item(
        id,
        format,
        Item.Status.PUBLISHED,
        text,
        new Item.Offer(
            Item.Access.FREE, OptionalLong.empty(), OptionalLong.empty(), Optional.empty()),
        new Item.Audience(Optional.empty(), List.of(), false),
        Item.Length.UNKNOWN,
        reception,
        dates,
        Optional.empty(),
        Optional.empty());
  }

  static Item inWork(Item item, String workId) {
    return new Item(
        item.id(),
        item.format(),
        item.status(),
        item.text(),
        item.offer(),
        item.audience(),
        item.length(),
        item.reception(),
        item.dates(),
        item.url(),
        Optional.of(workId));
  }

  static Header header(String eventId, Instant at, UserId user) {
    return new Header(
        eventId,
        at,
        new Actor.User(user),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Context.UNKNOWN);
  }
}
