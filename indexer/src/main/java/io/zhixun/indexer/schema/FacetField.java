package io.zhixun.indexer.schema;

import io.zhixun.corpus.Item;
import java.util.List;
import java.util.Locale;

/**
 * A property that answers are filtered and counted by. In the index, each value is a keyword and a
 * sorted set of doc values, under the label as the field's name.
 */
public enum FacetField {
  FORMAT,
  LEVEL,
  ACCESS,
  /** Each level of the category by its own name, without those above it. */
  CATEGORY,
  TAG,
  AUTHOR,
  LANGUAGE;

  /** The name of the Lucene field, and in requests: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The values of an item, each once, as they stand in its catalogue line. */
  public List<String> values(Item item) {
    Item.Text text = item.text();
    return switch (this) {
      case FORMAT -> List.of(item.format().name());
      case LEVEL -> item.audience().level().stream().map(Enum::name).toList();
      case ACCESS -> List.of(item.offer().access().name());
      case CATEGORY -> distinct(text.category());
      case TAG -> distinct(text.tags());
      case AUTHOR -> distinct(text.authors());
      case LANGUAGE -> List.of(text.language());
    };
  }

  private static List<String> distinct(List<String> values) {
    return values.stream().distinct().toList();
  }
}
