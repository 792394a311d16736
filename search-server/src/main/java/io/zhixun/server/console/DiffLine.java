package io.zhixun.server.console;

import io.zhixun.search.measure.RankingDiff;
import java.util.List;
import java.util.OptionalInt;

/**
 * One query's line of a comparison of rankings.
 *
 * @param same share of the first hits that both have, in percent
 * @param totals how many results there are, in words
 */
record DiffLine(String text, int same, String totals, boolean changed, List<Move> moves) {

  /** One hit that is elsewhere. */
  record Move(String id, String title, String before, String after, String css) {}

  static DiffLine of(RankingDiff.OfQuery query) {
    return new DiffLine(
        query.query().isEmpty() ? "（不输入任何词）" : query.query(),
        (int) Math.round(100 * query.overlap()),
        query.totalBefore() == query.totalAfter()
            ? query.totalAfter() + " 个结果"
            : query.totalBefore() + " → " + query.totalAfter() + " 个结果",
        !query.moves().isEmpty() || query.totalBefore() != query.totalAfter(),
        query.moves().stream().map(DiffLine::move).toList());
  }

  /** How much is other than before, in a word. */
  String verdict() {
    if (!changed) {
      return "没有变化";
    }
    if (moves.isEmpty()) {
      return "只是结果数变了";
    }
    return same == 100 ? "次序有变" : "相同 " + same + "%";
  }

  private static Move move(RankingDiff.Move move) {
    OptionalInt before = move.before();
    OptionalInt after = move.after();
    String css =
        before.isEmpty()
            ? "move-in"
            : after.isEmpty()
                ? "move-out"
                : after.getAsInt() < before.getAsInt() ? "move-up" : "move-down";
    return new Move(move.item().value(), move.title(), place(before), place(after), css);
  }

  private static String place(OptionalInt place) {
    return place.isPresent() ? "第 " + place.getAsInt() + " 位" : "前十之外";
  }
}
