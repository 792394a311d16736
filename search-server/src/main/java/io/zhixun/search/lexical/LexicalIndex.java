package io.zhixun.search.lexical;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/**
 * An index of items by their words that takes edits while it is searched. Safe for any number of
 * searching threads beside one that edits.
 */
public interface LexicalIndex extends AutoCloseable {
  /**
   * Everything that matches, published or not, in no particular order.
   *
   * @param query as typed, at most 200 characters; blank matches everything with score 0
   */
  Matches search(String query);

  /**
   * The same, of certain items alone.
   *
   * @param rows of the items, each once
   */
  Matches search(String query, int[] rows);

  /** The same, of one item alone. */
  Matches search(String query, ItemId item);

  /**
   * Whether a query wants words just as they are typed: it holds a "phrase", an exclusion or a
   * field. A colon after any other word is text.
   */
  static boolean wantsExactly(String query) {
    return QueryReader.read(query).hasOperators();
  }

  /** The item as it is indexed now; empty when it is not. */
  Optional<Item> item(ItemId id);

  /** Gives every item with its row, in no particular order. */
  void forEachItem(ObjIntConsumer<Item> taker);

  /** Adds or replaces an item; searches see it after {@link #refresh}. */
  void put(Item item, int row);

  /** Removes an item; searches see that after {@link #refresh}. */
  void remove(ItemId id);

  /** Makes all edits so far visible to the next search. */
  void refresh();

  /** The words that a text is cut into, each once, in order. */
  List<String> words(String text);

  /** The same, were one domain word more known. */
  List<String> wordsKnowing(String word, String text);

  /** Reads the next query by other word lists; what was indexed stays as it is. */
  void readBy(Dictionaries words);

  /** The same index read by other word lists, for trying them; it is closed with this one. */
  LexicalIndex reading(Dictionaries words);

  /** A highlighter for one query. */
  Highlighter highlighter(String query);

  @Override
  void close();

  /** An index of nothing, for measuring behaviour alone. */
  static LexicalIndex none() {
    return new NoIndex();
  }
}
