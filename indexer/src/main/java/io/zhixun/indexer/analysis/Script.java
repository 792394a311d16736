package io.zhixun.indexer.analysis;

/** How a code point is written, as far as cutting text into runs needs it. */
enum Script {
  HAN,
  SYLLABIC,
  /** Letters and digits of every other script. */
  ALPHABETIC,
  /** Combining marks: part of a word, never its start. */
  MARK,
  EMOJI,
  OTHER;

  private static final int LONG_VOWEL = 'ー';

  static Script of(int codePoint) {
    if (codePoint < 0x80) {
      return isAsciiAlphabetic(codePoint) ? ALPHABETIC : OTHER;
    }
    if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) {
      return HAN;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          MARK;
      case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE, Character.CONTROL ->
          OTHER;
      default -> ofLetter(codePoint);
    };
  }

  private static Script ofLetter(int codePoint) {
    if (codePoint == LONG_VOWEL) {
      return SYLLABIC;
    }
    if (Character.isLetterOrDigit(codePoint) || Character.isIdeographic(codePoint)) {
      return switch (Character.UnicodeScript.of(codePoint)) {
        case HAN -> HAN;
        case HIRAGANA, KATAKANA, HANGUL -> SYLLABIC;
        default -> ALPHABETIC;
      };
    }
    if (Character.getType(codePoint) == Character.LETTER_NUMBER) {
      return ALPHABETIC;
    }
    return Character.isEmojiPresentation(codePoint) ? EMOJI : OTHER;
  }

  private static boolean isAsciiAlphabetic(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z')
        || (codePoint >= '0' && codePoint <= '9')
        || (codePoint >= 'A' && codePoint <= 'Z');
  }
}
