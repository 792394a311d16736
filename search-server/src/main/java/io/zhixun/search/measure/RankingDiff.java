package io.zhixun.search.measure;

import io.zhixun.corpus.ItemId;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What searches would find with another snapshot than the served one: the first {@value #DEPTH}
 * hits of each query, asked by nobody in particular.
 *
 * @param served the generation that answers now, as {@code snapshot@seq}
 * @param other the one it is compared with
 */
public record RankingDiff(String served, String other, List<OfQuery> queries) {
  /** How many hits of a query are compared. */
  public static final int DEPTH = 10;

  public RankingDiff {
    queries = List.copyOf(queries);
  }

  /**
   * One query.
   *
   * @param totalBefore works that match with the served snapshot
   * @param moves every hit whose place is another, in the order of the better of its two places
   */
  public record OfQuery(String query, int totalBefore, int totalAfter, List<Move> moves) {
    public OfQuery {
      moves = List.copyOf(moves);
    }

    /** Share of the hits that both have, 0..1; 1 when neither has any. */
    public double overlap() {
      long entered = moves.stream().filter(move -> move.before().isEmpty()).count();
      long left = moves.stream().filter(move -> move.after().isEmpty()).count();
      long most = Math.max(Math.min(totalBefore, DEPTH), Math.min(totalAfter, DEPTH));
      return most == 0 ? 1 : 1 - (double) Math.max(entered, left) / most;
    }
  }

  /**
   * One hit that is elsewhere.
   *
   * @param before its place with the served snapshot, from 1; absent when it was not among the
   *     first
   * @param after its place with the other
   */
  public record Move(ItemId item, String title, OptionalInt before, OptionalInt after) {
    private int best() {
      return Math.min(before.orElse(Integer.MAX_VALUE), after.orElse(Integer.MAX_VALUE));
    }
  }

  /** Asks both. */
  public static RankingDiff between(
      Discovery served, Discovery other, List<String> queries, Instant now) {
    String servedName = "";
    String otherName = "";
    List<OfQuery> compared = new ArrayList<>();
    for (String query : queries.isEmpty() ? List.of("") : queries) {
      Answers.Search before = served.search(request(query), now);
      Answers.Search after = other.search(request(query), now);
      servedName = before.facts().generation();
      otherName = after.facts().generation();
      compared.add(new OfQuery(query, before.total(), after.total(), moves(before, after)));
    }
    return new RankingDiff(servedName, otherName, compared);
  }

  /** The mean over queries. */
  public double overlap() {
    return queries.stream().mapToDouble(OfQuery::overlap).average().orElse(1);
  }

  private static Requests.Search request(String query) {
    return Requests.Search.first(query, DEPTH, Requests.Audience.ANYBODY);
  }

  private static List<Move> moves(Answers.Search before, Answers.Search after) {
    Map<ItemId, Move> moves = new LinkedHashMap<>();
    places(before).forEach((id, place) -> moves.put(id, moved(before, place, true)));
    places(after)
        .forEach(
            (id, place) ->
                moves.merge(
                    id,
                    moved(after, place, false),
                    (old, now) -> new Move(id, now.title(), old.before(), now.after())));
    return moves.values().stream()
        .filter(move -> !move.before().equals(move.after()))
        .sorted(Comparator.comparingInt(Move::best).thenComparing(Move::item))
        .toList();
  }

  private static Map<ItemId, Integer> places(Answers.Search answer) {
    Map<ItemId, Integer> places = new LinkedHashMap<>();
    for (Answers.Hit hit : answer.hits()) {
      places.put(hit.item().id(), places.size() + 1);
    }
    return places;
  }

  private static Move moved(Answers.Search answer, int place, boolean isBefore) {
    Answers.Hit hit = answer.hits().get(place - 1);
    OptionalInt here = OptionalInt.of(place);
    OptionalInt nowhere = OptionalInt.empty();
    return new Move(
        hit.item().id(),
        hit.item().text().title(),
        isBefore ? here : nowhere,
        isBefore ? nowhere : here);
  }
}
