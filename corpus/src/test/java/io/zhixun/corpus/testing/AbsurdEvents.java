package io.zhixun.corpus.testing;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Header;
import io.zhixun.corpus.check.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Events of which some parts are odd or beyond all rules, about as many right as wrong. */
public final class AbsurdEvents {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          ".",
          "..",
          "+",
          ":",
          "a+b:c",
          "课:C+2026_x",
          "\"",
          "'",
          "<",
          "&",
          "\\",
          "/",
          "%",
          ";",
          "\ud800",
          "\udc00",
          "\ud83d\ude00",
          "\ud83da",
          "\0",
          "\u001f",
          "\u007f",
          "\u0085",
          "\n",
          "\r",
          "\t",
          "\b",
          "\f",
          "\u00a0",
          "\u00ad",
          "\u200b",
          "\u200d",
          "\u2028",
          "\u2029",
          "\u3000",
          "\ufeff",
          "\uffff",
          "词",
          "null",
          "{",
          "}",
          "[",
          ",");

  private static final List<Integer> LENGTHS = List.of(99, 100, 101, 127, 128, 129, 199, 200, 201);

  private static final List<Instant> TIMES =
      List.of(
          Instant.EPOCH,
          Instant.EPOCH.minusNanos(1),
          Instant.EPOCH.plusNanos(1),
          Instant.MIN,
          Instant.MAX,
          Instant.parse("0000-01-01T00:00:00Z"),
          Instant.parse("2024-02-29T23:59:59.100Z"),
          Instant.parse("2026-03-01T08:00:00.000001Z"),
          Limits.LATEST,
          Limits.LATEST.plusNanos(1));

  private static final List<Double> NUMBERS =
      List.of(
          0.0,
          -0.0,
          Double.MIN_VALUE,
          -Double.MIN_VALUE,
          1.0,
          Math.nextUp(1.0),
          Math.nextDown(1.0),
          5.0,
          Math.nextUp(5.0),
          1e-7,
          Double.NaN,
          Double.POSITIVE_INFINITY);

  private static final List<Long> WHOLES =
      List.of(
          -1L,
          0L,
          1L,
          23L,
          24L,
          100_000L,
          100_001L,
          Limits.MAX_STUDY_SECONDS,
          Limits.MAX_STUDY_SECONDS + 1,
          Limits.MAX_PRICE_FEN,
          Limits.MAX_PRICE_FEN + 1,
          Long.MIN_VALUE,
          Long.MAX_VALUE);

  private final RandomGenerator random;
  private final RandomValues values;

  public AbsurdEvents(RandomGenerator random) {
    this.random = random;
    this.values = new RandomValues(random);
  }

  public Event next() {
    Event event = values.event();
    Header header = header(event.header());
    return switch (event) {
      case Event.Impression shown ->
          new Event.Impression(header, seldom(this::shown).orElse(shown.shown()));
      case Event.Click click -> new Event.Click(header, click.item(), OptionalInt.of(small()));
      case Event.Purchase bought ->
          new Event.Purchase(header, bought.item(), OptionalLong.of(pick(WHOLES)));
      case Event.Study study -> new Event.Study(header, study.item(), pick(WHOLES));
      case Event.Progress on -> new Event.Progress(header, on.item(), pick(NUMBERS));
      case Event.Completion done -> new Event.Completion(header, done.item());
      case Event.Rating rated -> new Event.Rating(header, rated.item(), pick(NUMBERS));
      case Event.Favourite liked -> new Event.Favourite(header, liked.item());
      case Event.NotInterested not -> new Event.NotInterested(header, not.item(), not.scope());
      case Event.Search _ -> new Event.Search(header, text());
    };
  }

  private Header header(Header of) {
    return new Header(
        seldom(this::text).orElse(of.id()),
        seldom(() -> pick(TIMES)).orElse(of.at()),
        of.actor(),
        seldom(() -> pick(TIMES)).or(of::receivedAt),
        seldom(this::text).or(of::session),
        seldom(this::text).or(of::requestId),
        context(of.context()));
  }

  private Context context(Context of) {
    return new Context(
        seldom(this::text).or(of::device),
        seldom(this::text).or(of::scene),
        seldom(this::small).map(OptionalInt::of).orElse(of.hour()));
  }

  private List<Event.Shown> shown() {
    int size = pick(List.of(0, 1, 2, 200, 201));
    List<Event.Shown> shown =
        Stream.generate(() -> new Event.Shown(values.itemId(), small())).limit(size).toList();
    return size == 2 ? List.of(shown.getFirst(), shown.getFirst()) : shown;
  }

  private String text() {
    return random.nextInt(3) == 0
        ? "x".repeat(pick(LENGTHS)) + (random.nextBoolean() ? pick(TEXTS) : "")
        : pick(TEXTS) + (random.nextBoolean() ? "a" : "") + pick(TEXTS);
  }

  private int small() {
    return random.nextInt(3) == 0 ? pick(WHOLES).intValue() : 1 + random.nextInt(23);
  }

  private <T> Optional<T> seldom(Supplier<T> value) {
    return random.nextInt(12) == 0 ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
