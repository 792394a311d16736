package io.zhixun.indexer.analysis;

import java.util.Locale;

/**
 * In what pieces a text is indexed and asked for. Each is a field of its own with one path through
 * it, because a token graph that mixes them explodes into thousands of clauses.
 */
public enum Granularity {
  /** Words; technical terms and domain words whole and in parts. */
  WORDS,

  /** Pairs of neighbouring characters; technical terms whole. */
  BIGRAMS,

  /** Single characters; technical terms in their smallest parts. For exact phrases. */
  CHARACTERS,

  /** The sound of each character without tone. For phrases typed in pinyin. */
  PINYIN,

  /** The sounds of two neighbouring characters. For homophones. */
  PINYIN_PAIRS,

  /** First letters of two neighbouring sounds, with marks at both ends of the text. */
  INITIALS;

  /** The name in field names and settings: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
