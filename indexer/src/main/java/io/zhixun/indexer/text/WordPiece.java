package io.zhixun.indexer.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A text as numbers of a vocabulary, as BERT's models read it: control characters dropped, Chinese
 * characters and punctuation on their own, other words cut into the longest known pieces from the
 * left (Wu and others, 2016, §4.1; the rules of {@code BertNormalizer} and {@code BertPreTokenizer}
 * with the settings that the vocabulary's file names: case and accents are kept). Ours because the
 * library for it is 18 MB of native code.
 */
final class WordPiece {
  private static final int UNKNOWN = 100;
  private static final int BEGIN = 101;
  private static final int END = 102;
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary;

  private WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Reads a vocabulary in the form of Hugging Face's {@code tokenizer.json}. */
  static WordPiece read(InputStream in) throws IOException {
    JsonNode words = new ObjectMapper().readTree(in).path("model").path("vocab");
    Map<String, Integer> vocabulary = new HashMap<>(words.size() * 2);
    words.properties().forEach(word -> vocabulary.put(word.getKey(), word.getValue().intValue()));
    if (!Integer.valueOf(UNKNOWN).equals(vocabulary.get("[UNK]"))
        || !Integer.valueOf(BEGIN).equals(vocabulary.get("[CLS]"))
        || !Integer.valueOf(END).equals(vocabulary.get("[SEP]"))) {
      throw new IOException("the vocabulary must have BERT's marks at 100, 101 and 102");
    }
    return new WordPiece(vocabulary);
  }

  /**
   * The numbers of a text between the marks for its beginning and its end.
   *
   * @param most how many at most, the marks among them; the rest is cut off
   */
  long[] encode(String text, int most) {
    Pieces pieces = new Pieces(most);
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      at += Character.charCount(codePoint);
      if (isDropped(codePoint)) {
        continue;
      }
      if (isSpace(codePoint)) {
        pieces.addWord(word);
      } else if (isChinese(codePoint) || isPunctuation(codePoint)) {
        pieces.addWord(word);
        pieces.addWord(word.appendCodePoint(codePoint));
      } else {
        word.appendCodePoint(codePoint);
      }
    }
    pieces.addWord(word);
    return pieces.ended();
  }

  private static boolean isDropped(int codePoint) {
    return switch (codePoint) {
      case '\t', '\n', '\r' -> false;
      case 0, 0xFFFD -> true;
      default ->
          switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                Character.FORMAT,
                Character.PRIVATE_USE,
                Character.UNASSIGNED,
                Character.SURROGATE ->
                true;
            default -> false;
          };
    };
  }

  private static boolean isSpace(int codePoint) {
    return Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint);
  }

  private static boolean isPunctuation(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint > ' ' && codePoint < 0x7F && !Character.isLetterOrDigit(codePoint);
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isChinese(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }

  /** Numbers as they are gathered. */
  private final class Pieces {
    private final long[] numbers;
    private int size;

    Pieces(int most) {
      numbers = new long[most];
      numbers[size++] = BEGIN;
    }

    /** Adds a word's pieces and empties it. */
    void addWord(StringBuilder word) {
      String whole = word.toString();
      word.setLength(0);
      int mark = size;
      int start = 0;
      boolean isKnown = whole.codePointCount(0, whole.length()) <= LONGEST_WORD;
      while (isKnown && start < whole.length() && !isFull()) {
        int end = longest(whole, start);
        isKnown = end > start;
        if (isKnown) {
          numbers[size++] = vocabulary.get(piece(whole, start, end));
          start = end;
        }
      }
      if (!isKnown && mark < numbers.length - 1) {
        size = mark;
        numbers[size++] = UNKNOWN;
      }
    }

    private int longest(String word, int start) {
      int end = word.length();
      while (end > start && !vocabulary.containsKey(piece(word, start, end))) {
        end--;
      }
      return end;
    }

    private static String piece(String word, int start, int end) {
      return start == 0 ? word.substring(0, end) : "##" + word.substring(start, end);
    }

    private boolean isFull() {
      return size >= numbers.length - 1;
    }

    long[] ended() {
      numbers[size++] = END;
      return Arrays.copyOf(numbers, size);
    }
  }
}
