package io.zhixun.corpus.check;

import java.time.Instant;

/**
 * The sizes that are accepted. Lengths of texts are in UTF-16 units, as {@code String.length()} in
 * Java and {@code length} in JavaScript count them.
 */
public final class Limits {
  public static final TextRule TITLE = TextRule.line(500);
  public static final TextRule SUBTITLE = TextRule.optionalLine(500);
  public static final TextRule SUMMARY = TextRule.prose(20_000);
  public static final TextRule CHAPTER = TextRule.line(500);
  public static final TextRule AUTHOR = TextRule.line(200);
  public static final TextRule CATEGORY = TextRule.line(100);
  public static final TextRule TAG = TextRule.line(100);
  public static final TextRule URL = TextRule.line(2_000);

  /** A search without words browses, so an empty query is one. */
  public static final TextRule QUERY = new TextRule(200, false, TextRule.Blank.KEPT);

  /** A label that others choose: device, scene, occupation, plan. */
  public static final TextRule LABEL = TextRule.line(100);

  /** Problems that are reported of one line or body; what is wrong beyond them is not listed. */
  public static final int MAX_PROBLEMS = 100;

  /** Chapters in an outline. */
  public static final int MAX_CHAPTERS = 1_000;

  /** Entries in any other list of an item. */
  public static final int MAX_LIST = 200;

  /** Levels of a category. */
  public static final int MAX_CATEGORY_LEVELS = 10;

  /** Items in one impression. */
  public static final int MAX_SHOWN = 200;

  /** Items that a profile may say are owned. */
  public static final int MAX_OWNED = 10_000;

  /** A hundred million yuan, in fen. */
  public static final long MAX_PRICE_FEN = 10_000_000_000L;

  /** Learners, ratings: more than there are people. */
  public static final long MAX_COUNT = 100_000_000_000L;

  /** Minutes, pages or lessons of one item. */
  public static final int MAX_AMOUNT = 10_000_000;

  /** Position of an item in what was shown. */
  public static final int MAX_POSITION = 100_000;

  /** One report of study time: a week, in seconds. */
  public static final long MAX_STUDY_SECONDS = 604_800;

  /** Strength of a rule. */
  public static final double MAX_FACTOR = 100;

  /** The earliest and latest date of an item, rule or early-bird price. */
  public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** Nothing was clicked before. */
  public static final Instant EARLIEST_EVENT = Instant.EPOCH;

  private Limits() {}
}
