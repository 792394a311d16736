package io.zhixun.indexer.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Access;
import io.zhixun.corpus.Item.Status;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.Problem;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * An item as a Lucene document: the same for the snapshot and for every change after it, so that an
 * edited item cannot be told from one that was built in.
 */
public final class ItemDocument {
  static final List<String> HIDDEN_STATUSES =
      Arrays.stream(Status.values())
          .filter(status -> status != Status.PUBLISHED)
          .map(Enum::name)
          .toList();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Granularity, FieldType> TYPES = types();

  /** For what is only ever counted, never a phrase. */
  private static final FieldType COUNTED = counted();

  /** A keyword is cut there; Lucene refuses terms above 32,766 bytes. */
  private static final int MAX_KEYWORD = 1_000;

  private ItemDocument() {}

  /**
   * The document of an item of any status.
   *
   * @param row the item's row number in the corpus
   * @param popularity what sorting by popularity compares; larger is more popular
   */
  public static Document of(Item item, int row, double popularity, ChineseAnalyzer analyzer) {
    Document document = new Document();
    document.add(new StringField(Fields.ID, item.id().value(), Store.YES));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(item.id().value())));
    document.add(new NumericDocValuesField(Fields.ROW, row));
    document.add(new StringField(Fields.WORK, keyword(item.work()), Store.NO));
    document.add(new SortedDocValuesField(Fields.WORK, new BytesRef(keyword(item.work()))));
    String title = item.text().title();
    document.add(new StringField(Fields.EXACT_TITLE, analyzer.exact(title), Store.NO));
    document.add(new BinaryDocValuesField(Fields.EXACT_TITLE, new BytesRef(title)));
    addTexts(document, item);
    addFacets(document, item);
    addSortKeys(document, item);
    document.add(new DoubleDocValuesField(Fields.POPULARITY, popularity));
    document.add(new StoredField(Fields.ITEM, line(item)));
    return document;
  }

  /**
   * The item that a stored {@link Fields#ITEM} holds.
   *
   * @throws UncheckedIOException when it is none, which only a damaged index can cause
   */
  public static Item item(BytesRef stored) {
    try {
      Checked<Item> item =
          ItemCheck.read(JSON.readTree(stored.bytes, stored.offset, stored.length));
      return switch (item) {
        case Checked.Valid<Item>(Item value) -> value;
        case Checked.Invalid<Item>(List<Problem> problems) -> throw damaged(problems.toString());
      };
    } catch (IOException e) {
      throw damaged(e.getMessage());
    }
  }

  /**
   * What the item that a stored {@link Fields#ITEM} holds is called: its title, authors and tags,
   * in this order. For this the whole need not be checked once more.
   *
   * @throws UncheckedIOException when it holds no item, which only a damaged index can cause
   */
  public static List<String> names(BytesRef stored) {
    try {
      JsonNode line = JSON.readTree(stored.bytes, stored.offset, stored.length);
      List<String> names = new ArrayList<>();
      names.add(line.path("title").asText());
      line.path("authors").forEach(author -> names.add(author.asText()));
      line.path("tags").forEach(tag -> names.add(tag.asText()));
      return names;
    } catch (IOException e) {
      throw damaged(e.getMessage());
    }
  }

  private static UncheckedIOException damaged(String problem) {
    return new UncheckedIOException(
        new CorruptIndexException("not a catalogue line: " + problem, Fields.ITEM));
  }

  private static byte[] line(Item item) {
    try {
      return JSON.writeValueAsBytes(ItemJson.write(item));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addTexts(Document document, Item item) {
    for (TextField field : TextField.values()) {
      for (String value : field.values(item)) {
        for (Granularity granularity : field.granularities()) {
          FieldType type = field == TextField.ANYWHERE ? COUNTED : TYPES.get(granularity);
          document.add(new Field(field.in(granularity), value, type));
        }
      }
    }
  }

  private static void addFacets(Document document, Item item) {
    for (FacetField field : FacetField.values()) {
      for (String value : field.values(item)) {
        document.add(new StringField(field.label(), keyword(value), Store.NO));
        document.add(new SortedSetDocValuesField(field.label(), new BytesRef(keyword(value))));
      }
    }
  }

  private static void addSortKeys(Document document, Item item) {
    if (item.status() != Status.PUBLISHED) {
      document.add(new StringField(Fields.HIDDEN, item.status().name(), Store.NO));
    }
    item.dates()
        .published()
        .ifPresent(
            published -> {
              document.add(new LongPoint(Fields.PUBLISHED, published.toEpochMilli()));
              document.add(new NumericDocValuesField(Fields.PUBLISHED, published.toEpochMilli()));
            });
    item.reception()
        .rating()
        .ifPresent(rating -> document.add(new DoubleDocValuesField(Fields.RATING, rating)));
    price(item.offer())
        .ifPresent(fen -> document.add(new NumericDocValuesField(Fields.PRICE, fen)));
    item.offer()
        .earlyBird()
        .ifPresent(
            early -> {
              long until = early.until().toEpochMilli();
              document.add(new NumericDocValuesField(Fields.EARLY_PRICE, early.priceFen()));
              document.add(new NumericDocValuesField(Fields.EARLY_UNTIL, until));
            });
  }

  private static OptionalLong price(Item.Offer offer) {
    boolean isFree = offer.access() == Access.FREE && offer.priceFen().isEmpty();
    return isFree ? OptionalLong.of(0) : offer.priceFen();
  }

  private static String keyword(String value) {
    if (value.length() <= MAX_KEYWORD) {
      return value;
    }
    boolean splitsPair = Character.isHighSurrogate(value.charAt(MAX_KEYWORD - 1));
    return value.substring(0, splitsPair ? MAX_KEYWORD - 1 : MAX_KEYWORD);
  }

  /**
   * Positions for phrases, but for pairs of sounds, which are only ever counted. No offsets: marks
   * are found in the text itself.
   */
  private static Map<Granularity, FieldType> types() {
    Map<Granularity, FieldType> types = new EnumMap<>(Granularity.class);
    for (Granularity granularity : Granularity.values()) {
      FieldType type = new FieldType();
      type.setTokenized(true);
      type.setIndexOptions(
          switch (granularity) {
            case PINYIN_PAIRS -> IndexOptions.DOCS_AND_FREQS;
            case WORDS, BIGRAMS, CHARACTERS, PINYIN, INITIALS ->
                IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
          });
      type.freeze();
      types.put(granularity, type);
    }
    return types;
  }

  private static FieldType counted() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }
}
