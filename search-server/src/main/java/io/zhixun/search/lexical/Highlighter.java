package io.zhixun.search.lexical;

import io.zhixun.corpus.Item;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.search.lexical.Highlight.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Marks what of one query an item holds, in the original texts.
 *
 * <p>Texts are folded one UTF-16 unit to one, so that an offset in the folded text is one in the
 * original, and the query's words are looked for in it as they stand; a Latin word only at its
 * borders (so that "c" is not marked in "react"). No text is segmented again: that costs more than
 * the search itself. Where none of the words occurs, pairs of characters of the query are marked; a
 * single character only where the query is no more than that.
 *
 * <p>In an item that does not hold what was typed as it stands, what was meant by it is marked too
 * where sounds are searched: in the title, names and tags.
 */
public final class Highlighter {
  private final ChineseAnalyzer analyzer;
  private final String whole;
  private final List<String> words;
  private final List<String> pairs;
  private final Meant meant;

  Highlighter(ChineseAnalyzer analyzer, Wording wording, Meant meant) {
    this.analyzer = analyzer;
    this.whole = analyzer.fold(wording.text()).strip();
    Stream<String> synonyms =
        wording.expansions().stream().flatMap(expansion -> expansion.synonyms().stream());
    this.words =
        Stream.concat(terms(wording.words()).stream(), synonyms)
            .filter(
                word -> isLatin(word.charAt(0)) || word.length() > 1 || wording.isOneCharacter())
            .toList();
    this.pairs = terms(wording.bigrams());
    this.meant = meant;
  }

  private static List<String> terms(List<Place> places) {
    return places.stream()
        .filter(Place::counts)
        .flatMap(place -> place.terms().stream())
        .distinct()
        .toList();
  }

  /** A text of an item with the name of its field. */
  private record Named(String field, String text) {}

  /** The fields of an item in which something is marked, with their marks. */
  public List<Highlight> of(Item item) {
    Item.Text text = item.text();
    List<Named> named = new ArrayList<>();
    named.add(new Named("title", text.title()));
    text.authors().forEach(author -> named.add(new Named("authors", author)));
    text.tags().forEach(tag -> named.add(new Named("tags", tag)));
    List<Named> told = new ArrayList<>();
    text.subtitle().ifPresent(subtitle -> told.add(new Named("subtitle", subtitle)));
    text.summary().ifPresent(summary -> told.add(new Named("summary", summary)));
    text.outline().forEach(chapter -> told.add(new Named("outline", chapter)));
    boolean literal =
        Stream.concat(named.stream(), told.stream())
            .anyMatch(one -> analyzer.fold(one.text()).contains(whole));
    List<Highlight> found = new ArrayList<>();
    named.forEach(one -> add(found, one, !literal));
    told.forEach(one -> add(found, one, false));
    return found;
  }

  /** The first outline entry in which something is marked. */
  public Optional<String> chapter(Item item) {
    return item.text().outline().stream().filter(entry -> !literal(entry).isEmpty()).findFirst();
  }

  private void add(List<Highlight> found, Named named, boolean guessing) {
    BitSet marked = literal(named.text());
    if (guessing) {
      meant.in(named.text()).ifPresent(span -> marked.set(span.start(), span.end()));
    }
    if (!marked.isEmpty()) {
      found.add(new Highlight(named.field(), named.text(), spans(marked)));
    }
  }

  private BitSet literal(String text) {
    String folded = analyzer.fold(text);
    BitSet marked = occurrences(folded, words);
    if (marked.isEmpty()) {
      marked = occurrences(folded, pairs);
    }
    marked.or(occurrences(folded, whole.length() > 1 ? List.of(whole) : List.of()));
    return marked;
  }

  /** Half-open ranges, ascending and disjoint. */
  private static List<Span> spans(BitSet marked) {
    List<Span> spans = new ArrayList<>();
    for (int start = marked.nextSetBit(0); start >= 0; ) {
      int end = marked.nextClearBit(start);
      spans.add(new Span(start, end));
      start = marked.nextSetBit(end);
    }
    return spans;
  }

  private static BitSet occurrences(String folded, List<String> terms) {
    BitSet marked = new BitSet(folded.length());
    for (String term : terms) {
      for (int at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
        if (isWhole(folded, at, term)) {
          marked.set(at, at + term.length());
        }
      }
    }
    return marked;
  }

  /** Whether an occurrence is not a piece of a longer Latin word or number. */
  private static boolean isWhole(String folded, int at, String term) {
    int end = at + term.length();
    boolean cutsBefore = at > 0 && isLatin(folded.charAt(at - 1)) && isLatin(folded.charAt(at));
    boolean cutsAfter =
        end < folded.length() && isLatin(folded.charAt(end)) && isLatin(folded.charAt(end - 1));
    return !cutsBefore && !cutsAfter;
  }

  private static boolean isLatin(char unit) {
    return unit < 0x250 && Character.isLetterOrDigit(unit);
  }
}
