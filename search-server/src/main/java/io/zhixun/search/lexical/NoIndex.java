package io.zhixun.search.lexical;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/** Holds nothing and finds nothing. */
final class NoIndex implements LexicalIndex {
  @Override
  public Matches search(String query) {
    return new Matches();
  }

  @Override
  public Matches search(String query, int[] rows) {
    return new Matches();
  }

  @Override
  public Matches search(String query, ItemId item) {
    return new Matches();
  }

  @Override
  public Optional<Item> item(ItemId id) {
    return Optional.empty();
  }

  @Override
  public void forEachItem(ObjIntConsumer<Item> taker) {}

  @Override
  public void put(Item item, int row) {}

  @Override
  public void remove(ItemId id) {}

  @Override
  public void refresh() {}

  @Override
  public Highlighter highlighter(String query) {
    throw new IllegalStateException("an index of nothing has nothing to highlight, got " + query);
  }

  @Override
  public void close() {}

  @Override
  public List<String> words(String text) {
    return List.of();
  }

  @Override
  public List<String> wordsKnowing(String word, String text) {
    return List.of();
  }

  @Override
  public LexicalIndex reading(Dictionaries words) {
    return this;
  }

  @Override
  public void readBy(Dictionaries words) {}
}
