package io.zhixun.server.http;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts of requests and how long they took, since the server started. Safe for many threads; holds
 * one entry for each route and status, whatever is asked.
 */
public final class Metrics {
  /** Upper ends of the classes of time, in milliseconds; above the last there is one more. */
  public static final List<Long> MILLIS =
      List.of(5L, 10L, 25L, 50L, 100L, 250L, 500L, 1_000L, 2_500L, 5_000L, 10_000L);

  private static final String ROUTE = "zhixun.route";
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final Map<Answered, LongAdder> answered = new ConcurrentHashMap<>();
  private final Map<String, Times> times = new ConcurrentHashMap<>();

  /**
   * One kind of answer.
   *
   * @param route method and path as it was declared; {@value #NOWHERE} where there is none
   */
  public record Answered(String route, int status) {
    static final String NOWHERE = "none";
  }

  /**
   * How long requests of a route took.
   *
   * @param upTo how many took at most as long as each class of {@link #MILLIS}
   */
  public record Taken(String route, List<Long> upTo, long count, double seconds) {
    public Taken {
      upTo = List.copyOf(upTo);
    }
  }

  /** Counts while requests come. */
  private static final class Times {
    private final List<LongAdder> classes = MILLIS.stream().map(_ -> new LongAdder()).toList();
    private final LongAdder slower = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void add(long took) {
      nanos.add(took);
      for (int i = 0; i < classes.size(); i++) {
        if (took <= MILLIS.get(i) * NANOS_PER_MILLI) {
          classes.get(i).increment();
          return;
        }
      }
      slower.increment();
    }

    Taken taken(String route) {
      long[] sum = {0};
      List<Long> upTo = classes.stream().map(one -> sum[0] += one.sum()).toList();
      return new Taken(route, upTo, sum[0] + slower.sum(), nanos.sum() / 1e9);
    }
  }

  /** Notes which route answers a request. */
  public static void at(Context ctx, String route) {
    ctx.attribute(ROUTE, route);
  }

  /** Counts a request that is answered, also by a refusal. */
  public void end(Context ctx) {
    String route = Optional.<String>ofNullable(ctx.attribute(ROUTE)).orElse(Answered.NOWHERE);
    answered
        .computeIfAbsent(new Answered(route, ctx.statusCode()), _ -> new LongAdder())
        .increment();
    times.computeIfAbsent(route, _ -> new Times()).add(Exchange.of(ctx).tookNanos());
  }

  /** How often each kind of answer was given, by route and status. */
  public List<Map.Entry<Answered, Long>> answered() {
    return answered.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().sum()))
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing(Answered::route).thenComparing(Answered::status)))
        .toList();
  }

  /** How long requests took, by route. */
  public List<Taken> taken() {
    return times.entrySet().stream()
        .map(entry -> entry.getValue().taken(entry.getKey()))
        .sorted(Comparator.comparing(Taken::route))
        .toList();
  }
}
