package io.zhixun.search.analytics;

import io.zhixun.search.analytics.Report.Askers;
import io.zhixun.search.analytics.Report.Next;
import io.zhixun.search.analytics.Report.QueryLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Counts of queries in whatever spelling, and what people tried next who had clicked nothing. */
final class Queries {
  /** A later search is another errand. */
  private static final Duration SOON = Duration.ofMinutes(10);

  /** Different next queries that are told apart for one. */
  private static final int MOST_NEXT = 20;

  static final Comparator<QueryLine> MOST_ASKED =
      Comparator.comparingLong((QueryLine line) -> -line.searches()).thenComparing(QueryLine::key);

  private final int most;
  private final UnaryOperator<String> spelling;
  private final Map<String, Line> lines = new HashMap<>();
  private final Map<String, Asked> last;
  private long leftOut;

  /** What is counted of one query. */
  static final class Line {
    private final String key;
    private final String text;
    private final Set<Integer> people = new HashSet<>();
    private final Map<String, Long> next = new HashMap<>();
    private long searches;
    private long byGuests;
    private long traced;
    private long lists;
    private long clicked;

    private Line(String key, String text) {
      this.key = key;
      this.text = text;
    }

    /** An answer to it was shown. */
    void shown() {
      lists++;
    }

    /** Something in an answer to it was clicked, for the first time. */
    void clicked() {
      clicked++;
    }
  }

  /** Somebody's latest search. */
  private record Asked(Line line, Open answer, Instant at) {}

  /**
   * @param most different queries
   * @param people whose latest search is held
   * @param spelling gives two queries that differ in spelling alone the same form
   */
  Queries(int most, int people, UnaryOperator<String> spelling) {
    this.most = most;
    this.spelling = spelling;
    this.last = new Latest<>(people);
  }

  String key(String query) {
    return spelling.apply(query);
  }

  /**
   * Counts one search; empty when it cannot be kept apart.
   *
   * @param person who asked; empty for guests, of whom nobody knows which searches are the same
   *     one's
   */
  Optional<Line> asked(String query, Optional<String> person, Open answer, Moment moment) {
    String key = key(query);
    if (key.isBlank()) {
      return Optional.empty();
    }
    Line line = lines.get(key);
    if (line == null) {
      if (lines.size() >= most) {
        leftOut++;
        return Optional.empty();
      }
      line = new Line(key, query.strip());
      lines.put(key, line);
    }
    line.searches++;
    line.traced += moment.traced() ? 1 : 0;
    if (person.isPresent()) {
      asked(line, person.get(), answer, moment.at());
    } else {
      line.byGuests++;
    }
    return Optional.of(line);
  }

  private void asked(Line line, String person, Open answer, Instant at) {
    if (line.people.size() < Askers.MANY) {
      line.people.add(person.hashCode());
    }
    follow(person, line, at);
    last.put(person, new Asked(line, answer, at));
  }

  /**
   * When a search was made.
   *
   * @param traced whether an answer that was shown would have said so
   */
  record Moment(Instant at, boolean traced) {}

  private void follow(String person, Line line, Instant at) {
    Asked before = last.get(person);
    boolean isNext =
        before != null
            && before.line() != line
            && !before.answer().isClicked()
            && !at.isBefore(before.at())
            && Duration.between(before.at(), at).compareTo(SOON) <= 0;
    if (isNext
        && (before.line().next.size() < MOST_NEXT || before.line().next.containsKey(line.key))) {
      before.line().next.merge(line.key, 1L, Long::sum);
    }
  }

  long leftOut() {
    return leftOut;
  }

  /** The first lines in an order, of those that pass. */
  List<QueryLine> best(Comparator<QueryLine> order, Predicate<QueryLine> wanted, int limit) {
    return lines.values().stream()
        .map(this::line)
        .filter(wanted)
        .sorted(order)
        .limit(limit)
        .toList();
  }

  private QueryLine line(Line line) {
    List<Next> next = new ArrayList<>();
    line.next.forEach(
        (key, times) ->
            Optional.ofNullable(lines.get(key))
                .filter(other -> other.lists > 0)
                .ifPresent(other -> next.add(new Next(other.text, times))));
    next.sort(Comparator.comparingLong((Next one) -> -one.times()).thenComparing(Next::text));
    return new QueryLine(
        line.key,
        line.text,
        new Askers(line.searches, line.people.size(), line.byGuests),
        Math.max(0, line.traced - line.lists),
        line.lists,
        line.clicked,
        OptionalInt.empty(),
        next);
  }

  /** Entries that came last; the oldest goes when there are too many. */
  static final class Latest<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Latest(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > most;
    }
  }
}
