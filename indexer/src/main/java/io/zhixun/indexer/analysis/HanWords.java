package io.zhixun.indexer.analysis;

import java.util.List;
import org.apache.lucene.analysis.cn.smart.hhmm.HHMMSegmenter;
import org.apache.lucene.analysis.cn.smart.hhmm.SegToken;

/**
 * smartcn behind our own interface: its hidden Markov segmenter, which {@code HMMChineseTokenizer}
 * calls for each sentence, without that tokenizer's state. It keeps none, so one object serves all
 * threads; the dictionaries (8 MB) are read at the first use.
 */
final class HanWords {
  /** What smartcn's dictionary can know; everything else becomes single characters. */
  private static final char FIRST = '\u4e00';

  private static final char LAST = '\u9fa5';

  /** Work and memory grow with a sentence, and no sentence is that long. */
  private static final int MAX_SENTENCE = 512;

  private final HHMMSegmenter segmenter = new HHMMSegmenter();

  /** Appends the words of a run of Chinese characters. */
  void append(String text, int start, int end, TokenList tokens) {
    int at = start;
    while (at < end) {
      int stop = at;
      int limit = Math.min(end, at + MAX_SENTENCE);
      while (stop < limit && isKnown(text.charAt(stop))) {
        stop++;
      }
      if (stop > at) {
        appendSentence(text, at, stop, tokens);
      } else {
        stop = at + Character.charCount(text.codePointAt(at));
        tokens.append(at, stop);
      }
      at = stop;
    }
  }

  private static boolean isKnown(char unit) {
    return unit >= FIRST && unit <= LAST;
  }

  private void appendSentence(String text, int start, int end, TokenList tokens) {
    if (end - start == 1) {
      tokens.append(start, end);
      return;
    }
    List<SegToken> words = segmenter.process(text.substring(start, end));
    for (SegToken word : words) {
      boolean marksBorder = word.startOffset < 0 || word.endOffset > end - start;
      if (!marksBorder) {
        tokens.append(start + word.startOffset, start + word.endOffset);
      }
    }
  }
}
