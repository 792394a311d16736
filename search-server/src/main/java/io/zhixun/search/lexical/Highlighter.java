package io.zhixun.search.lexical;

import io.zhixun.corpus.Item;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.search.lexical.Highlight.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Marks the words of one query in original texts.
 *
 * <p>Texts are folded one UTF-16 unit to one, so that an offset in the folded text is one in the
 * original, and the query's words are looked for in it as they stand; a Latin word only at its
 * borders (so that "c" is not marked in "react"). No text is segmented again: that costs more than
 * the search itself. Where none of the words occurs, pairs of characters of the query are marked.
 */
public final class Highlighter {
  private final ChineseAnalyzer analyzer;
  private final List<String> words;
  private final List<String> pairs;

  Highlighter(ChineseAnalyzer analyzer, Collection<String> words, Collection<String> pairs) {
    this.analyzer = analyzer;
    this.words = List.copyOf(words);
    this.pairs = List.copyOf(pairs);
  }

  /** The fields of an item in which something is marked, with their marks. */
  public List<Highlight> of(Item item) {
    List<Highlight> found = new ArrayList<>();
    Item.Text text = item.text();
    add(found, "title", text.title());
    text.subtitle().ifPresent(subtitle -> add(found, "subtitle", subtitle));
    text.summary().ifPresent(summary -> add(found, "summary", summary));
    text.outline().forEach(chapter -> add(found, "outline", chapter));
    text.authors().forEach(author -> add(found, "authors", author));
    text.tags().forEach(tag -> add(found, "tags", tag));
    return found;
  }

  /** The first outline entry in which something is marked. */
  public Optional<String> chapter(Item item) {
    return item.text().outline().stream().filter(entry -> !mark(entry).isEmpty()).findFirst();
  }

  private void add(List<Highlight> found, String field, String text) {
    List<Span> spans = mark(text);
    if (!spans.isEmpty()) {
      found.add(new Highlight(field, text, spans));
    }
  }

  /** Half-open ranges of {@code text} that the query's words cover, ascending and disjoint. */
  public List<Span> mark(String text) {
    String folded = analyzer.fold(text);
    BitSet marked = occurrences(folded, words);
    if (marked.isEmpty()) {
      marked = occurrences(folded, pairs);
    }
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
