package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.schema.TextField;
import java.util.ArrayList;
import java.util.List;

/**
 * What the words of a query are worth where they occur: each takes its best field (dismax), and
 * words, pairs of characters and the title phrase add up.
 */
final class ScorePlanner {
  private static final String TITLE_BIGRAMS = TextField.TITLE.in(Granularity.BIGRAMS);

  /** A longer query is not what a title is called by. */
  private static final int MAX_TITLE_PAIRS = 32;

  private final SearchFields fields;
  private final ConditionPlanner conditions;
  private final LexicalSettings.Literal weights;

  ScorePlanner(SearchFields fields, ConditionPlanner conditions, LexicalSettings.Literal weights) {
    this.fields = fields;
    this.conditions = conditions;
    this.weights = weights;
  }

  /**
   * What a match in a field is worth. Of a longer query fewer words are in any title, and one that
   * is says what the rest is about: the worth of titles grows with the logarithm of its words.
   */
  private double boost(SearchFields.Field field, Wording wording) {
    double growth = field.isTitle() ? weights.titleGrowth() : 0;
    return field.boost() * (1 + growth * Math.log(Math.max(1, wording.words().size())));
  }

  List<TextQuery> literal(Wording wording) {
    List<TextQuery> scores = new ArrayList<>();
    addWords(scores, wording);
    if (wording.isOneCharacter()) {
      addPlaces(scores, wording, Granularity.CHARACTERS, wording.characters(), weights.character());
    } else {
      addPlaces(scores, wording, Granularity.BIGRAMS, wording.bigrams(), weights.bigrams());
      addTitlePhrase(scores, wording.bigrams());
    }
    return scores;
  }

  /** Words, where a synonym stands for its whole stretch if that scores more. */
  private void addWords(List<TextQuery> scores, Wording wording) {
    List<Place> rest = new ArrayList<>(wording.words());
    for (Wording.Expansion expansion : wording.expansions()) {
      List<Place> inside = rest.stream().filter(expansion::covers).toList();
      rest.removeAll(inside);
      List<TextQuery> literal = new ArrayList<>();
      addPlaces(literal, wording, Granularity.WORDS, inside, weights.words());
      List<TextQuery> ways = new ArrayList<>();
      ways.add(new TextQuery.Sum(literal, Math.min(1, literal.size())));
      double weight = weights.words() * weights.synonym();
      for (String synonym : expansion.synonyms()) {
        ways.add(phrase(wording, conditions.path(Granularity.WORDS, synonym), weight));
      }
      scores.add(new TextQuery.Best(ways));
    }
    addPlaces(scores, wording, Granularity.WORDS, rest, weights.words());
  }

  private TextQuery phrase(Wording wording, List<String> terms, double weight) {
    List<TextQuery> ways = new ArrayList<>();
    for (SearchFields.Field field : fields.scored(Granularity.WORDS)) {
      double boost = boost(field, wording) * weight;
      if (field.hasPositions() && terms.size() > 1) {
        ways.add(new TextQuery.Phrase(field.name(), terms, boost));
      } else {
        List<TextQuery> parts = new ArrayList<>();
        terms.forEach(term -> parts.add(new TextQuery.Term(field.name(), term, boost)));
        ways.add(new TextQuery.Sum(parts, parts.size()));
      }
    }
    return new TextQuery.Best(ways);
  }

  private void addPlaces(
      List<TextQuery> scores,
      Wording wording,
      Granularity granularity,
      List<Place> places,
      double weight) {
    for (Place place : places) {
      double worth = weight * place.weight();
      if (worth > 0) {
        for (String term : place.terms()) {
          List<TextQuery> ways = new ArrayList<>();
          for (SearchFields.Field field : fields.scored(granularity)) {
            ways.add(new TextQuery.Term(field.name(), term, boost(field, wording) * worth));
          }
          scores.add(new TextQuery.Best(ways));
        }
      }
    }
  }

  /** All pairs in the title: nearly always next to one another there, and cheaper than a phrase. */
  private void addTitlePhrase(List<TextQuery> scores, List<Place> bigrams) {
    if (weights.titlePhrase() > 0 && bigrams.size() > 1 && bigrams.size() <= MAX_TITLE_PAIRS) {
      List<TextQuery> parts = new ArrayList<>();
      for (Place place : bigrams) {
        String term = place.terms().getFirst();
        parts.add(new TextQuery.Term(TITLE_BIGRAMS, term, weights.titlePhrase()));
      }
      scores.add(new TextQuery.Sum(parts, parts.size()));
    }
  }
}
