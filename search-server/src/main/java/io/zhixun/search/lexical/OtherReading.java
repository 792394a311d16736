package io.zhixun.search.lexical;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/** An index whose queries are read by other word lists than its own; it takes no edits. */
final class OtherReading implements LexicalIndex {
  private final LuceneIndex index;
  private final QueryPlanner planner;

  OtherReading(LuceneIndex index, QueryPlanner planner) {
    this.index = index;
    this.planner = planner;
  }

  @Override
  public Matches search(String query) {
    return index.searchAll(planner, query);
  }

  @Override
  public Matches search(String query, int[] rows) {
    return index.searchAmong(planner, query, rows);
  }

  @Override
  public Matches search(String query, ItemId item) {
    return index.searchOf(planner, query, item);
  }

  @Override
  public Optional<Item> item(ItemId id) {
    return index.item(id);
  }

  @Override
  public void forEachItem(ObjIntConsumer<Item> taker) {
    index.forEachItem(taker);
  }

  @Override
  public List<String> words(String text) {
    return index.words(text);
  }

  @Override
  public List<String> wordsKnowing(String word, String text) {
    return index.wordsKnowing(word, text);
  }

  @Override
  public LexicalIndex reading(Dictionaries words) {
    return index.reading(words);
  }

  @Override
  public Highlighter highlighter(String query) {
    return planner.highlighter(query);
  }

  @Override
  public void put(Item item, int row) {
    throw readOnly();
  }

  @Override
  public void remove(ItemId id) {
    throw readOnly();
  }

  @Override
  public void refresh() {
    throw readOnly();
  }

  @Override
  public void readBy(Dictionaries words) {
    throw readOnly();
  }

  private static IllegalStateException readOnly() {
    return new IllegalStateException("an index on trial takes no edits");
  }

  /** It owns nothing. */
  @Override
  public void close() {}
}
