package io.zhixun.indexer.analysis;

import java.io.Reader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;

/**
 * The one way from a text to tokens, at index time and at query time, in each {@link Granularity}.
 * Immutable and safe for many threads; the first use reads smartcn's and the pinyin dictionaries,
 * about half a second.
 *
 * <p>Any string is allowed, also an empty or a malformed one: the offsets of tokens lie within it
 * and never inside a surrogate pair.
 */
public final class ChineseAnalyzer {
  /** Between the values of a field with many, so that no phrase reaches from one into the next. */
  public static final int VALUE_GAP = 100;

  private static final int MAX_EXACT = 1_000;

  private final Lexicon lexicon;
  private final Map<Granularity, Splitter> splitters = new EnumMap<>(Granularity.class);
  private final Map<Granularity, Analyzer> analyzers = new EnumMap<>(Granularity.class);

  /**
   * @param lexicon domain words that are emitted whole beside their parts
   */
  public ChineseAnalyzer(Lexicon lexicon) {
    this.lexicon = lexicon;
    Pinyin pinyin = Pinyin.dictionary();
    splitters.put(Granularity.WORDS, new WordSplitter(new HanWords(), lexicon));
    splitters.put(Granularity.BIGRAMS, new BigramSplitter());
    splitters.put(Granularity.CHARACTERS, new CharacterSplitter());
    splitters.put(Granularity.PINYIN, SoundSplitter.syllables(pinyin));
    splitters.put(Granularity.PINYIN_PAIRS, SoundSplitter.pairs(pinyin));
    splitters.put(Granularity.INITIALS, SoundSplitter.initials(pinyin));
    splitters.forEach((granularity, splitter) -> analyzers.put(granularity, new Pieces(splitter)));
  }

  /** The same with one domain word more. */
  public ChineseAnalyzer knowing(String word) {
    Set<String> words = new HashSet<>(lexicon.words());
    words.add(word);
    return new ChineseAnalyzer(new Lexicon(words));
  }

  /** The tokens of a text, in order; those at one position are alternatives. */
  public List<Token> tokens(Granularity granularity, String text) {
    return List.copyOf(splitters.get(granularity).split(Folding.readable(text)));
  }

  /** The same as {@link #tokens}, for a Lucene field. */
  public Analyzer lucene(Granularity granularity) {
    return analyzers.get(granularity);
  }

  /**
   * A text as its terms are folded, one UTF-16 unit to one: offsets in it are those of the text.
   */
  public String fold(String text) {
    return Folding.full(text);
  }

  /**
   * The form in which two whole texts are compared: folded as terms are, trimmed, and each row of
   * white space one space. Cut after 1,000 units.
   */
  public String exact(String text) {
    return spelling(text);
  }

  /** The same as {@link #exact}, for whoever compares texts without splitting any. */
  public static String spelling(String text) {
    String folded = Folding.full(text).strip().replaceAll("[\\p{Z}\\s]+", " ");
    if (folded.length() <= MAX_EXACT) {
      return folded;
    }
    boolean splitsPair = Character.isHighSurrogate(folded.charAt(MAX_EXACT - 1));
    return folded.substring(0, splitsPair ? MAX_EXACT - 1 : MAX_EXACT);
  }

  /** One granularity as an analyzer. */
  private static final class Pieces extends Analyzer {
    private final Splitter splitter;

    Pieces(Splitter splitter) {
      this.splitter = splitter;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      return new TokenStreamComponents(new SplitterTokenizer(splitter));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
      return new FoldingCharFilter(reader);
    }

    @Override
    protected Reader initReaderForNormalization(String field, Reader reader) {
      return new FoldingCharFilter(reader);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return VALUE_GAP;
    }
  }
}
