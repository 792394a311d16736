package io.zhixun.search.suggest;

import io.zhixun.corpus.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * What learners asked. A query is told to others only when enough different learners asked it. One
 * thread changes it, any number read it.
 *
 * <p>Learners are kept as row numbers, and only as many as it takes to know that they are enough.
 */
public final class QueryBook {
  /** Longer ones are sentences that nobody wants suggested. */
  private static final int MAX_LENGTH = 30;

  private static final int MAX_QUERIES = 100_000;

  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final int enough;
  private final Duration halfLife;
  private final UnaryOperator<String> comparable;
  private final ToIntFunction<UserId> rows;

  /**
   * What is known of one query.
   *
   * @param text as it was first asked
   * @param learners rows of some who asked it
   * @param heat how often it was asked, what is older counting less, as of {@code at}
   */
  public record Line(String text, Set<Integer> learners, double heat, Instant at) {
    public Line {
      learners = Set.copyOf(learners);
    }
  }

  /**
   * @param enough how many learners must have asked a query before others see it
   * @param halfLife after what time a search counts half for what is hot
   * @param comparable the form in which two queries are the same
   * @param rows the row that the record has issued to a learner
   * @param before what was asked up to now
   */
  public QueryBook(
      int enough,
      Duration halfLife,
      UnaryOperator<String> comparable,
      ToIntFunction<UserId> rows,
      List<Line> before) {
    this.enough = enough;
    this.halfLife = halfLife;
    this.comparable = comparable;
    this.rows = rows;
    before.forEach(line -> lines.put(comparable.apply(line.text()), line));
  }

  /**
   * Takes in one search.
   *
   * @return the query, when with this learner enough have asked it
   */
  public Optional<Line> asked(UserId learner, String query, Instant at) {
    String text = query.strip().replaceAll("[\\p{Z}\\s]+", " ");
    String key = comparable.apply(text);
    boolean isKept = lines.containsKey(key) || lines.size() < MAX_QUERIES;
    if (key.isBlank() || text.length() > MAX_LENGTH || !isKept) {
      return Optional.empty();
    }
    Line old = lines.getOrDefault(key, new Line(text, Set.of(), 0, at));
    Set<Integer> learners = new HashSet<>(old.learners());
    if (learners.size() < enough) {
      learners.add(rows.applyAsInt(learner));
    }
    Instant latest = at.isAfter(old.at()) ? at : old.at();
    Line line = new Line(old.text(), learners, heat(old, latest) + decay(at, latest), latest);
    lines.put(key, line);
    boolean isNews = isTold(line) && !isTold(old);
    return isNews ? Optional.of(line) : Optional.empty();
  }

  private boolean isTold(Line line) {
    return line.learners().size() >= enough;
  }

  private double heat(Line line, Instant at) {
    return line.heat() * decay(line.at(), at);
  }

  private double decay(Instant from, Instant to) {
    return Math.pow(2, -(double) Duration.between(from, to).toMillis() / halfLife.toMillis());
  }

  /** The queries that enough learners asked, in no particular order. */
  public List<Line> told() {
    return lines.values().stream().filter(this::isTold).toList();
  }

  /** The queries that are asked most of late, among those that enough learners asked. */
  List<Line> hot(int limit, Instant now) {
    return told().stream()
        .sorted(
            Comparator.comparingDouble((Line line) -> -heat(line, now)).thenComparing(Line::text))
        .limit(limit)
        .toList();
  }
}
