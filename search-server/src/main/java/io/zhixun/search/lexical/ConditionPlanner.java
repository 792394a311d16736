package io.zhixun.search.lexical;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import io.zhixun.indexer.schema.TextField;
import java.util.ArrayList;
import java.util.List;

/** What an item must hold to be found: asked of all its texts together. */
final class ConditionPlanner {
  private static final String WORDS = TextField.ANYWHERE.in(Granularity.WORDS);
  private static final String BIGRAMS = TextField.ANYWHERE.in(Granularity.BIGRAMS);

  private final ChineseAnalyzer analyzer;
  private final SearchFields fields;

  ConditionPlanner(ChineseAnalyzer analyzer, SearchFields fields) {
    this.analyzer = analyzer;
    this.fields = fields;
  }

  /** A share of the words, or every pair of characters. */
  TextQuery literal(Wording wording, double share) {
    List<TextQuery> pairs = new ArrayList<>();
    for (Place place : wording.bigrams()) {
      pairs.add(new TextQuery.Term(BIGRAMS, place.terms().getFirst(), 1));
    }
    return anyOf(atLeast(words(wording), share), atLeast(pairs, 1));
  }

  /** A share of the words, or of the pairs of characters. */
  TextQuery partial(Wording wording, double share) {
    return anyOf(atLeast(words(wording), share), atLeast(bigrams(wording), share));
  }

  /** Any word or pair of characters, the rarest first. */
  TextQuery widest(Wording wording, int documents) {
    List<TextQuery> parts = words(wording);
    parts.addAll(bigrams(wording));
    return new TextQuery.Rarest(parts, documents);
  }

  private static TextQuery anyOf(TextQuery one, TextQuery other) {
    return new TextQuery.Best(List.of(one, other));
  }

  private static TextQuery atLeast(List<TextQuery> parts, double share) {
    int minimum = Math.max(1, (int) Math.ceil(share * parts.size() - 1e-9));
    return parts.isEmpty() ? new TextQuery.Nothing() : new TextQuery.Sum(parts, minimum);
  }

  private List<TextQuery> words(Wording wording) {
    List<TextQuery> parts = new ArrayList<>();
    for (Place place : wording.words()) {
      if (place.counts()) {
        parts.add(word(place, wording));
      }
    }
    return parts;
  }

  private static List<TextQuery> bigrams(Wording wording) {
    List<TextQuery> parts = new ArrayList<>();
    for (Place place : wording.bigrams()) {
      if (place.counts()) {
        parts.add(new TextQuery.Term(BIGRAMS, place.terms().getFirst(), 1));
      }
    }
    return parts;
  }

  /** A place's own terms, or a synonym of the stretch it lies in. */
  private TextQuery word(Place place, Wording wording) {
    List<TextQuery> ways = new ArrayList<>();
    place.terms().forEach(term -> ways.add(new TextQuery.Term(WORDS, term, 1)));
    for (Wording.Expansion expansion : wording.expansions()) {
      if (expansion.covers(place)) {
        expansion.synonyms().forEach(synonym -> ways.add(allWords(synonym)));
      }
    }
    return ways.size() == 1 ? ways.getFirst() : new TextQuery.Best(ways);
  }

  private TextQuery allWords(String text) {
    List<TextQuery> parts = new ArrayList<>();
    for (String term : path(Granularity.WORDS, text)) {
      parts.add(new TextQuery.Term(WORDS, term, 1));
    }
    return atLeast(parts, 1);
  }

  /** One way through the tokens of a text: the longest at each place. */
  List<String> path(Granularity granularity, String text) {
    List<String> path = new ArrayList<>();
    int at = 0;
    for (Token token : analyzer.tokens(granularity, text)) {
      if (token.position() == at && path.size() < Wording.MAX_PLACES) {
        path.add(token.term());
        at += token.length();
      }
    }
    return path;
  }

  /**
   * Items with the query in their title, just as it was typed; nothing for a single word, which a
   * title may hold without being what is looked for.
   */
  TextQuery quoted(Wording wording) {
    List<String> pairs = path(Granularity.BIGRAMS, wording.text());
    boolean isOneWord = wording.words().size() < 2 || wording.isOneCharacter();
    return isOneWord || pairs.isEmpty()
        ? new TextQuery.Nothing()
        : new TextQuery.Phrase(TextField.TITLE.in(Granularity.BIGRAMS), pairs, 1);
  }

  /** Items that hold a text just so in some field. */
  TextQuery exactly(String text) {
    List<TextQuery> ways = new ArrayList<>();
    for (Granularity granularity : List.of(Granularity.BIGRAMS, Granularity.CHARACTERS)) {
      List<String> terms = path(granularity, text);
      for (String field : fields.withPositions(granularity)) {
        ways.add(new TextQuery.Phrase(field, terms, 1));
      }
    }
    return new TextQuery.Best(ways);
  }

  /** Items that hold a text just so in one field. */
  TextQuery exactly(Asked.InField wish) {
    TextField field =
        switch (wish.target()) {
          case TITLE -> TextField.TITLE;
          case AUTHORS -> TextField.AUTHORS;
          case TAGS -> TextField.TAGS;
          case CATEGORY -> TextField.CATEGORY;
        };
    List<TextQuery> ways = new ArrayList<>();
    for (Granularity granularity : List.of(Granularity.BIGRAMS, Granularity.CHARACTERS)) {
      if (field.granularities().contains(granularity)) {
        ways.add(new TextQuery.Phrase(field.in(granularity), path(granularity, wish.text()), 1));
      }
    }
    return new TextQuery.Best(ways);
  }
}
