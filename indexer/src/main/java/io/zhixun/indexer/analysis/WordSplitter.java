package io.zhixun.indexer.analysis;

import java.util.BitSet;
import java.util.List;

/**
 * Words: what smartcn finds between the domain words, the domain words themselves beside what
 * smartcn and shorter domain words make of them, and technical terms beside their parts.
 */
final class WordSplitter implements Splitter {
  private final HanWords hanWords;
  private final WordTable domainWords;

  WordSplitter(HanWords hanWords, Lexicon lexicon) {
    this.hanWords = hanWords;
    this.domainWords = new WordTable(lexicon.words().stream().map(Folding::readable).toList());
  }

  @Override
  public List<Token> split(String text) {
    Pass pass = new Pass(text);
    if (domainWords.isEmpty()) {
      pass.runs.forEach(run -> pass.append(run, run.start(), run.end()));
    } else {
      pass.cut(new Span(0, text.length()), false);
    }
    return pass.tokens.tokens();
  }

  /** One text on its way through. */
  private final class Pass {
    private final String text;
    private final List<Run> runs;
    private final TokenList tokens;

    /** Where a domain word may begin and end: at the ends of runs and inside Chinese ones. */
    private final BitSet borders = new BitSet();

    Pass(String text) {
      this.text = text;
      this.runs = Run.of(text);
      this.tokens = new TokenList(text);
      for (Run run : runs) {
        borders.set(run.start());
        borders.set(run.end());
        if (run.kind() == Run.Kind.HAN) {
          borders.set(run.start(), run.end());
        }
      }
    }

    /** Appends a stretch, leftmost longest domain words first; inside one, only shorter ones. */
    void cut(Span stretch, boolean insideOne) {
      int plain = stretch.start();
      int at = stretch.start();
      while (at < stretch.end()) {
        int end = matchEnd(at, stretch, insideOne);
        if (end == WordTable.NONE) {
          at++;
        } else {
          appendPlain(plain, at);
          appendDomainWord(new Span(at, end));
          at = end;
          plain = end;
        }
      }
      appendPlain(plain, stretch.end());
    }

    private int matchEnd(int at, Span stretch, boolean insideOne) {
      if (!borders.get(at)) {
        return WordTable.NONE;
      }
      boolean wholeExcluded = insideOne && at == stretch.start();
      int to = wholeExcluded ? stretch.end() - 1 : stretch.end();
      int number = domainWords.longest(text, at, to, borders::get);
      return number == WordTable.NONE ? number : at + domainWords.word(number).length();
    }

    private void appendDomainWord(Span word) {
      TokenList.Mark mark = tokens.mark();
      cut(word, true);
      tokens.cover(mark, word, List.of());
    }

    private void appendPlain(int start, int end) {
      for (int i = firstRunAfter(start); i < runs.size() && runs.get(i).start() < end; i++) {
        Run run = runs.get(i);
        append(run, Math.max(start, run.start()), Math.min(end, run.end()));
      }
    }

    /** The first run that ends behind an offset. */
    private int firstRunAfter(int offset) {
      int low = 0;
      int high = runs.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (runs.get(middle).end() <= offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    void append(Run run, int start, int end) {
      switch (run.kind()) {
        case HAN -> hanWords.append(text, start, end, tokens);
        case SYLLABIC, SYMBOL -> tokens.append(start, end);
        case TERM -> appendTerm(new Span(start, end));
      }
    }

    private void appendTerm(Span term) {
      TokenList.Mark mark = tokens.mark();
      TechnicalTerm.parts(text, term).forEach(part -> tokens.append(part.start(), part.end()));
      tokens.cover(mark, term, TechnicalTerm.joined(text, term).stream().toList());
    }
  }
}
