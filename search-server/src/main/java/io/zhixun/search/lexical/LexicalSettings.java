package io.zhixun.search.lexical;

import java.util.Map;

/**
 * How keyword relevance is weighed.
 *
 * @param fields boost of each text field (title, subtitle, summary, outline, authors, category,
 *     tags)
 * @param words weight of the score over words
 * @param bigrams weight of the score over character bigrams
 * @param characters weight of the score over single characters
 * @param titlePhrase weight of the whole query as a phrase of characters in the title
 * @param exactTitle score added when the query is the title
 */
public record LexicalSettings(
    Map<String, Double> fields,
    double words,
    double bigrams,
    double characters,
    double titlePhrase,
    double exactTitle) {
  public static final LexicalSettings DEFAULTS =
      new LexicalSettings(
          Map.of(
              "title", 2.0,
              "subtitle", 1.0,
              "tags", 1.5,
              "authors", 1.5,
              "category", 0.8,
              "outline", 0.6,
              "summary", 1.0),
          1.0,
          1.0,
          0.5,
          1.0,
          20.0);

  public LexicalSettings {
    fields = Map.copyOf(fields);
    fields.forEach(LexicalSettings::requireWeight);
    requireWeight("words", words);
    requireWeight("bigrams", bigrams);
    requireWeight("characters", characters);
    requireWeight("titlePhrase", titlePhrase);
    requireWeight("exactTitle", exactTitle);
  }

  private static void requireWeight(String name, double value) {
    if (!(value >= 0 && value <= 1_000)) {
      throw new IllegalArgumentException(name + " must be 0..1000, got " + value);
    }
  }
}
