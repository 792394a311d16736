package io.zhixun.indexer.analysis;

import java.util.List;

/**
 * Pairs of neighbouring characters of Chinese, kana and Korean; a character without a neighbour
 * stands alone. Terms of other scripts are whole.
 */
final class BigramSplitter implements Splitter {
  @Override
  public List<Token> split(String text) {
    TokenList tokens = new TokenList(text);
    List<Run> runs = Run.of(text);
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      int end = run.end();
      if (run.isContinuous()) {
        while (i + 1 < runs.size() && continues(runs.get(i + 1), end)) {
          i++;
          end = runs.get(i).end();
        }
        appendPairs(text, run.start(), end, tokens);
      } else {
        tokens.append(run.start(), end);
      }
    }
    return tokens.tokens();
  }

  private static boolean continues(Run next, int end) {
    return next.isContinuous() && next.start() == end;
  }

  private static void appendPairs(String text, int start, int end, TokenList tokens) {
    int first = start;
    int second = text.offsetByCodePoints(first, 1);
    if (second == end) {
      tokens.append(start, end);
    }
    while (second < end) {
      int next = text.offsetByCodePoints(second, 1);
      tokens.append(first, next);
      first = second;
      second = next;
    }
  }
}
