package io.zhixun.server.page;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.ranking.feature.ItemFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Items to show: the bundled sample catalogue, and whatever a test adds. */
final class Shelf {
  private static final String SAMPLE = "/io/zhixun/corpus/sample/catalogue.jsonl";

  private final SequencedMap<ItemId, Item> items = new LinkedHashMap<>();

  /** The bundled sample, and items given as catalogue lines. */
  static Shelf withSampleAnd(String... lines) {
    Shelf shelf = new Shelf();
    sample().lines().map(Shelf::item).forEach(item -> shelf.items.put(item.id(), item));
    List.of(lines).stream().map(Shelf::item).forEach(item -> shelf.items.put(item.id(), item));
    return shelf;
  }

  /** A shelf without anything on it. */
  static Shelf empty() {
    return new Shelf();
  }

  private static String sample() {
    try (InputStream in = Item.class.getResourceAsStream(SAMPLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Item item(String line) {
    return StrictJson.read(line)
        .then(ItemCheck::read)
        .valid()
        .orElseThrow(() -> new IllegalArgumentException("not an item: " + line));
  }

  Optional<Item> item(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  List<Item> all() {
    return List.copyOf(items.values());
  }

  Optional<ItemFacts> facts(ItemId id) {
    return item(id).map(item -> ItemFacts.of(item, 0));
  }

  /** Published items of a work other than one. */
  List<ItemId> otherEditions(Item item) {
    List<ItemId> others = new ArrayList<>();
    for (Map.Entry<ItemId, Item> entry : items.entrySet()) {
      if (entry.getValue().work().equals(item.work()) && !entry.getKey().equals(item.id())) {
        others.add(entry.getKey());
      }
    }
    return others;
  }
}
