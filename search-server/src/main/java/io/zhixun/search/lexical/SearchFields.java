package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.schema.TextField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The fields that are searched in each granularity, by name: a query asks for them often. */
final class SearchFields {
  private final Map<Granularity, List<Field>> scored = new EnumMap<>(Granularity.class);
  private final Map<Granularity, List<String>> withPositions = new EnumMap<>(Granularity.class);

  /**
   * One field in one granularity.
   *
   * @param boost what a match in it is worth
   * @param hasPositions whether phrases can be asked for
   * @param isTitle whether it is that of titles
   */
  record Field(String name, double boost, boolean hasPositions, boolean isTitle) {}

  /**
   * @param boosts by label; a field that is not named is not scored
   */
  SearchFields(Map<String, Double> boosts) {
    for (Granularity granularity : Granularity.values()) {
      List<Field> fields = new ArrayList<>();
      List<String> positional = new ArrayList<>();
      for (TextField field : TextField.values()) {
        if (field.granularities().contains(granularity)) {
          double boost = boosts.getOrDefault(field.label(), 0.0);
          boolean hasPositions = field != TextField.ANYWHERE;
          if (boost > 0 && isScored(granularity, field)) {
            fields.add(
                new Field(field.in(granularity), boost, hasPositions, field == TextField.TITLE));
          }
          if (hasPositions) {
            positional.add(field.in(granularity));
          }
        }
      }
      scored.put(granularity, List.copyOf(fields));
      withPositions.put(granularity, List.copyOf(positional));
    }
  }

  /** Pairs of characters in names and tags add nothing to those in all texts together. */
  private static boolean isScored(Granularity granularity, TextField field) {
    return granularity != Granularity.BIGRAMS
        || field == TextField.TITLE
        || field == TextField.ANYWHERE;
  }

  /** What is scored, each with its boost. */
  List<Field> scored(Granularity granularity) {
    return scored.get(granularity);
  }

  /** Every field in which phrases can be asked for. */
  List<String> withPositions(Granularity granularity) {
    return withPositions.get(granularity);
  }
}
