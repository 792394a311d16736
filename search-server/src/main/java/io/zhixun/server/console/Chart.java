package io.zhixun.server.console;

import io.zhixun.search.analytics.Report.Rate;
import io.zhixun.search.analytics.Report.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Horizontal bars with the table of the same numbers beside them. Lengths are units of a drawing
 * that is {@value #WIDTH} wide, so that it needs no script and scales with the page.
 *
 * @param id names its parts on the page
 * @param about what is to be read from it, in a sentence
 * @param legend what the two bars of a row are; empty where there is one
 * @param heads of the columns of the table
 */
record Chart(
    String id,
    String title,
    String about,
    List<String> legend,
    List<String> heads,
    List<Bar> bars) {
  static final int WIDTH = 360;
  static final int ROW = 24;

  /** Where bars begin, and how long the longest is. */
  static final int START = 112;

  private static final int LONGEST = 186;
  private static final int LABEL = 8;

  /** Shares that are drawn on a telephone; the table has all of them. */
  private static final int MOST_DRAWN = 8;

  /** Positions from this one on are told together. */
  private static final int DEEPEST = 11;

  /**
   * One row.
   *
   * @param shown the label as far as there is place for it
   * @param width of the bar
   * @param second of the thinner bar below it; 0 where there is none
   * @param value written at its end
   * @param cells of the table, after the label
   */
  record Bar(String label, String shown, int width, int second, String value, List<String> cells) {
    int end() {
      return START + Math.max(width, second) + 6;
    }
  }

  /** The rows that are always drawn. Of a course by position no part can be left out. */
  List<Bar> drawn() {
    return hasSecond() ? bars.subList(0, Math.min(bars.size(), MOST_DRAWN)) : bars;
  }

  /** What the table is called where it is folded away. */
  String tableName() {
    return drawn().size() < bars.size() ? "全部 " + bars.size() + " 项的表格" : "同样数字的表格";
  }

  /** The rows that are drawn only where the table stands beside them. */
  List<Bar> others() {
    return bars.subList(drawn().size(), bars.size());
  }

  static int height(List<Bar> bars) {
    return ROW * bars.size();
  }

  boolean isEmpty() {
    return bars.isEmpty();
  }

  boolean hasSecond() {
    return !legend.isEmpty();
  }

  /**
   * How often what was shown was clicked.
   *
   * @param names what a kind is called
   */
  static <K> Chart ofRates(Head head, List<Rate<K>> rates, Function<K, String> names) {
    double most = rates.stream().mapToDouble(Rate::share).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (Rate<K> rate : rates) {
      String name = names.apply(rate.kind());
      bars.add(
          new Bar(
              name,
              shortened(name),
              length(rate.share(), most),
              0,
              percent(rate.share()),
              List.of(
                  Long.toString(rate.shown()),
                  Long.toString(rate.clicked()),
                  percent(rate.share()))));
    }
    return new Chart(
        head.id(), head.title(), head.about(), List.of(), List.of("展示", "点击", "点击率"), bars);
  }

  /** What a chart is called. */
  record Head(String id, String title, String about) {}

  /**
   * How much is shown of each part of the catalogue, beside how large the part is.
   *
   * @param all what the shares are shares of
   */
  static <K> Chart ofShares(Head head, List<Share<K>> shares, Sums all, Function<K, String> names) {
    double most =
        shares.stream()
            .mapToDouble(
                share ->
                    Math.max(part(share.shown(), all.shown()), part(share.items(), all.items())))
            .max()
            .orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (Share<K> share : shares) {
      String name = names.apply(share.kind());
      double shown = part(share.shown(), all.shown());
      double items = part(share.items(), all.items());
      bars.add(
          new Bar(
              name,
              shortened(name),
              length(shown, most),
              length(items, most),
              percent(shown),
              List.of(
                  Long.toString(share.items()),
                  percent(items),
                  Long.toString(share.shown()),
                  percent(shown),
                  percent(part(share.clicked(), share.shown())))));
    }
    return new Chart(
        head.id(),
        head.title(),
        head.about(),
        List.of("占展示", "占内容"),
        List.of("内容", "占内容", "展示", "占展示", "点击率"),
        bars);
  }

  /** Items there are, and times that something was shown. */
  record Sums(long items, long shown) {}

  static String position(int position) {
    return position < DEEPEST ? "第 " + position + " 位" : "第 " + DEEPEST + " 位起";
  }

  private static double part(long some, long all) {
    return all == 0 ? 0 : (double) some / all;
  }

  private static int length(double value, double most) {
    return most == 0 ? 0 : (int) Math.round(LONGEST * value / most);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LABEL
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LABEL - 1)) + "…";
  }
}
