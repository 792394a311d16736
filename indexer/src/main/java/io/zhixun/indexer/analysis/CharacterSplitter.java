package io.zhixun.indexer.analysis;

import java.util.List;

/**
 * Every Chinese, kana or Korean character, and every smallest part of a term, at a position of its
 * own; so a phrase of them is an exact substring, however its terms are joined (GPT-4, gpt4).
 */
final class CharacterSplitter implements Splitter {
  @Override
  public List<Token> split(String text) {
    TokenList tokens = new TokenList(text);
    for (Run run : Run.of(text)) {
      switch (run.kind()) {
        case HAN, SYLLABIC -> appendCharacters(text, run, tokens);
        case SYMBOL -> tokens.append(run.start(), run.end());
        case TERM ->
            TechnicalTerm.finestParts(text, new Span(run.start(), run.end()))
                .forEach(part -> tokens.append(part.start(), part.end()));
      }
    }
    return tokens.tokens();
  }

  private static void appendCharacters(String text, Run run, TokenList tokens) {
    int at = run.start();
    while (at < run.end()) {
      int next = text.offsetByCodePoints(at, 1);
      tokens.append(at, next);
      at = next;
    }
  }
}
