package io.zhixun.indexer.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.indexer.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.junit.jupiter.api.Test;

/** Whatever is typed: never an exception, and offsets that can be highlighted. */
class AnyTextTest {
  private static final String ALPHABET =
      "机器学习入门深度編程語言乾著銀行长大𠮷㐀々〇のノー한aAzé0159Ⅷ①²C+#.-/_'&,;:\"“”<>%\\ \t\n\u3000\u0301\u200d😀👨\ud83d\ude00%*?~^$\0";

  private final long seed = Seeds.next();
  private final Random random = new Random(seed);
  private final ChineseAnalyzer analyzer =
      new ChineseAnalyzer(
          new Lexicon(Set.of("机器学习", "学习入门", "c++入门", "深度学习", "a-0", "銀行长", "语言机", "门深度编")));

  @Test
  void offsetsOfRandomTextsLieWithinThemAndOnCodePoints() {
    for (int round = 0; round < 12_000; round++) {
      String text = round % 2 == 0 ? familiarText(40) : anyText(40);
      for (Granularity granularity : Granularity.values()) {
        check(text, analyzer.tokens(granularity, text));
      }
    }
  }

  @Test
  void luceneSeesTheSameTokens() throws IOException {
    for (int round = 0; round < 1_000; round++) {
      String text = familiarText(60);
      for (Granularity granularity : Granularity.values()) {
        assertEquals(
            analyzer.tokens(granularity, text),
            read(granularity, text),
            () -> granularity + describe(text));
      }
    }
  }

  @Test
  void everyUnicodeBlockIsTaken() {
    Character.UnicodeBlock last = null;
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      Character.UnicodeBlock block = Character.UnicodeBlock.of(codePoint);
      if (!Objects.equals(block, last)) {
        last = block;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300 && codePoint + i <= Character.MAX_CODE_POINT; i++) {
          text.appendCodePoint(codePoint + i);
        }
        for (Granularity granularity : Granularity.values()) {
          check(text.toString(), analyzer.tokens(granularity, text.toString()));
        }
      }
    }
  }

  @Test
  void longTextsOfOneKindAreTaken() {
    for (String piece :
        List.of("学", "\"", "a", "a-", "a.b/", "の", "😀", "𠮷", "\ud83d", "机器学习", "é\u0301")) {
      String text = piece.repeat(10_000 / piece.length());
      for (Granularity granularity : Granularity.values()) {
        List<Token> tokens = analyzer.tokens(granularity, text);
        check(text, tokens);
        assertTrue(tokens.size() <= 2 * text.length(), piece + " gives " + tokens.size());
      }
    }
  }

  private void check(String text, List<Token> tokens) {
    int start = 0;
    int position = -1;
    for (Token token : tokens) {
      assertTrue(token.start() >= start, () -> "starts go back: " + token + describe(text));
      assertTrue(token.end() <= text.length(), () -> "beyond the text: " + token + describe(text));
      assertTrue(
          onCodePoint(text, token.start()), () -> "splits a pair: " + token + describe(text));
      assertTrue(onCodePoint(text, token.end()), () -> "splits a pair: " + token + describe(text));
      int step = token.position() - position;
      assertTrue(
          step == 0 || step == 1 || token.position() < position, () -> token + describe(text));
      assertTrue(
          token.term().length() <= 2 * Run.MAX_TERM, () -> "long: " + token + describe(text));
      start = token.start();
      position = Math.max(position, token.position());
    }
    assertEquals(position < 0, tokens.isEmpty());
  }

  private static boolean onCodePoint(String text, int offset) {
    return offset == 0
        || offset == text.length()
        || !Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }

  private List<Token> read(Granularity granularity, String text) throws IOException {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.lucene(granularity).tokenStream("any", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
      PositionLengthAttribute length = stream.getAttribute(PositionLengthAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        tokens.add(
            new Token(
                term.toString(),
                offset.startOffset(),
                offset.endOffset(),
                position,
                length.getPositionLength()));
      }
      stream.end();
      assertEquals(text.length(), offset.endOffset(), () -> describe(text));
    } catch (IllegalArgumentException e) {
      throw new UncheckedIOException(new IOException(describe(text), e));
    }
    return tokens;
  }

  private String familiarText(int maxLength) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(maxLength);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private String anyText(int maxLength) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(maxLength);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(3)) {
        case 0 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        default -> text.append((char) (0x4e00 + random.nextInt(0x5200)));
      }
    }
    return text.toString();
  }

  private String describe(String text) {
    StringBuilder units = new StringBuilder(" of ");
    text.chars().forEach(unit -> units.append(String.format("\\u%04x", unit)));
    return units.append(", -Dzhixun.seed=").append(seed).toString();
  }
}
