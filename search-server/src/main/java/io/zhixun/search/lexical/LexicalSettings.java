package io.zhixun.search.lexical;

import io.zhixun.indexer.schema.TextField;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How keyword relevance is weighed.
 *
 * @param fields boost of each text field; 0 or absent leaves it out
 */
public record LexicalSettings(
    Map<String, Double> fields, Literal literal, Typos typos, Relaxing relaxing) {

  /**
   * What was typed, as it stands.
   *
   * @param words weight of the score over words
   * @param bigrams weight of the score over pairs of characters
   * @param character weight of the score of a query of one character, in names, tags and titles
   * @param titleGrowth how far a title's boost grows with the natural logarithm of a query's words
   * @param titlePhrase weight of the whole query as a phrase in the title
   * @param synonym weight of a synonym beside the literal word's 1
   * @param questionWord weight of what makes a query a question
   * @param stopWord weight of a stop word
   * @param quotedTitle added to the share of an item with the query in its title, where it is more
   *     than one word
   * @param exactTitle added to the share of an item whose title is the query
   */
  public record Literal(
      double words,
      double bigrams,
      double character,
      double titleGrowth,
      double titlePhrase,
      double synonym,
      double questionWord,
      double stopWord,
      double quotedTitle,
      double exactTitle) {
    public Literal {
      requireWeight("words", words);
      requireWeight("bigrams", bigrams);
      requireWeight("character", character);
      requireWeight("titleGrowth", titleGrowth);
      requireWeight("titlePhrase", titlePhrase);
      requireWeight("synonym", synonym);
      requireWeight("questionWord", questionWord);
      requireWeight("stopWord", stopWord);
      requireWeight("quotedTitle", quotedTitle);
      requireWeight("exactTitle", exactTitle);
    }
  }

  /**
   * What may have been meant.
   *
   * @param characters weight of single characters in the title
   * @param pairs weight of the sounds of two characters
   * @param spelled weight of what was typed in pinyin
   * @param initials weight of what was typed as first letters
   * @param nearTitle how far a title that is nearly the query is lifted, as a share of the best
   *     score
   */
  public record Typos(
      double characters, double pairs, double spelled, double initials, double nearTitle) {
    public Typos {
      requireWeight("characters", characters);
      requireWeight("pairs", pairs);
      requireWeight("spelled", spelled);
      requireWeight("initials", initials);
      requireWeight("nearTitle", nearTitle);
    }
  }

  /**
   * When more than literal matches is looked for.
   *
   * @param few with fewer literal matches, partial ones and typos are looked for
   * @param strict share of the words that a literal match has
   * @param loose share of the words that a partial match has
   * @param literalFirst how far literal matches are lifted above partial ones, as a share of the
   *     best partial score
   * @param widest documents that single words may bring in where nothing better is found
   */
  public record Relaxing(int few, double strict, double loose, double literalFirst, int widest) {
    public Relaxing {
      if (few < 0) {
        throw new IllegalArgumentException("few must be >= 0, got " + few);
      }
      requireShare("strict", strict);
      requireShare("loose", loose);
      requireWeight("literalFirst", literalFirst);
      if (widest < 1) {
        throw new IllegalArgumentException("widest must be >= 1, got " + widest);
      }
    }
  }

  public static final LexicalSettings DEFAULTS =
      new LexicalSettings(
          Map.of("title", 1.0, "anywhere", 1.0, "tags", 1.0, "authors", 0.7),
          new Literal(1, 1, 3, 0.5, 1, 0.5, 0.2, 0.1, 1, 3),
          new Typos(1, 1, 1, 1, 1),
          new Relaxing(20, 0.75, 0.4, 0.1, 2000));

  public LexicalSettings {
    fields = Map.copyOf(fields);
    Set<String> known =
        Arrays.stream(TextField.values())
            .map(TextField::label)
            .collect(Collectors.toCollection(TreeSet::new));
    fields.forEach(
        (name, boost) -> {
          if (!known.contains(name)) {
            throw new IllegalArgumentException("fields must be of " + known + ", got " + name);
          }
          requireWeight("fields." + name, boost);
        });
  }

  private static void requireWeight(String name, double weight) {
    if (!(weight >= 0 && weight <= 1000)) {
      throw new IllegalArgumentException(name + " must be 0..1000, got " + weight);
    }
  }

  private static void requireShare(String name, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " must be above 0 and at most 1, got " + share);
    }
  }
}
