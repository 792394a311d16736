package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.search.measure.RankingDiff;

/** What searches would find otherwise, in the shape of the OpenAPI file. */
final class DiffJson {
  private DiffJson() {}

  /** Appends an entry for each query. */
  static void queries(RankingDiff diff, ArrayNode queries) {
    for (RankingDiff.OfQuery one : diff.queries()) {
      ObjectNode query = queries.addObject().put("query", one.query());
      query.put("overlap", one.overlap());
      query.put("totalBefore", one.totalBefore()).put("totalAfter", one.totalAfter());
      ArrayNode moves = query.putArray("moves");
      for (RankingDiff.Move move : one.moves()) {
        ObjectNode line = moves.addObject().put("id", move.item().value());
        line.put("title", move.title());
        move.before().ifPresent(rank -> line.put("before", rank));
        move.after().ifPresent(rank -> line.put("after", rank));
      }
    }
  }
}
