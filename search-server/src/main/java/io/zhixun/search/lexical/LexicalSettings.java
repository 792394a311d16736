package io.zhixun.search.lexical;

import java.util.Map;

/**
 * How keyword relevance is weighed.
 *
 * @param fields boost of each text field; 0 or absent leaves it out
 */
public record LexicalSettings(
    Map<String, Double> fields, Literal literal, Typos typos, Relaxing relaxing) {

  /**
   * @param words weight of the score over words
   * @param bigrams weight of the score over pairs of characters
   * @param titlePhrase weight of the whole query as a phrase in the title
   * @param synonym weight of a synonym beside the literal word's 1
   * @param questionWord weight of what makes a query a question
   * @param stopWord weight of a stop word
   * @param exactTitle added to the share of an item whose title is the query
   */
  public record Literal(
      double words,
      double bigrams,
      double titlePhrase,
      double synonym,
      double questionWord,
      double stopWord,
      double exactTitle) {}

  /**
   * @param characters weight of single characters in the title
   * @param pairs weight of the sounds of two characters
   * @param spelled weight of what was typed in pinyin
   * @param initials weight of what was typed as first letters
   * @param nearTitle how far a title that is nearly the query is lifted, as a share of the best
   *     score
   */
  public record Typos(double characters, double pairs, double spelled, double initials, double nearTitle) {}

  /**
   * @param few with fewer literal matches, partial ones and typos are looked for
   * @param strict share of the words that a literal match has
   * @param loose share of the words that a partial match has
   * @param literalFirst how far literal matches are lifted above partial ones, as a share of the
   *     best partial score
   * @param widest documents that single words may bring in where nothing better is found
   */
  public record Relaxing(
      int few, double strict, double loose, double literalFirst, int widest) {}

  public static final LexicalSettings DEFAULTS =
      new LexicalSettings(
          Map.of("title", 2.0, "anywhere", 1.0, "tags", 1.5, "authors", 1.5),
          new Literal(1, 1, 1, 0.5, 0.2, 0.1, 3),
          new Typos(1, 1, 1, 1, 1),
          new Relaxing(20, 0.75, 0.4, 0.1, 2000));

  public LexicalSettings {
    fields = Map.copyOf(fields);
  }
}
