package io.zhixun.corpus.testing;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Header;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.VisitorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Valid values of every domain type, with odd characters, extreme numbers and absent parts. */
public final class RandomValues {
  private static final List<String> LETTERS =
      List.of(
          "a", "Z", "7", "机", "器", "學", "é", "ß", "😀", "𠮷", "\"", "'", "<", "&", "《", "》", "+",
          "#", ".", "-", "_", ":", "\u200d", "\u2028", "ｱ", "ا", "~");

  private final RandomGenerator random;

  public RandomValues(RandomGenerator random) {
    this.random = random;
  }

  public Item item() {
    long price = random.nextLong(10_000_000_001L);
    OptionalLong priceFen = maybe(() -> price).map(OptionalLong::of).orElse(OptionalLong.empty());
    long early = priceFen.isPresent() ? random.nextLong(price + 1) : random.nextLong(1_000_000);
    return new Item(
        itemId(),
        any(Item.Format.class),
        any(Item.Status.class),
        text(),
        new Item.Offer(
            any(Item.Access.class),
            priceFen,
            whole(10_000_000_000L),
            maybe(() -> new Item.EarlyBird(early, time()))),
        new Item.Audience(maybe(() -> any(Item.Level.class)), ids(5), random.nextBoolean()),
        new Item.Length(amount(), amount(), amount()),
        new Item.Reception(number(1, 5), whole(100_000_000_000L), whole(1_000_000L), number(0, 1)),
        new Item.Dates(maybe(this::time), maybe(this::time)),
        maybe(() -> random.nextBoolean() ? "/items/" + id() : "https://example.org/" + id()),
        maybe(this::id));
  }

  private Item.Text text() {
    return new Item.Text(
        words(500),
        maybe(() -> words(500)),
        maybe(() -> words(60) + "\n\t" + words(60)),
        texts(20),
        texts(3),
        texts(3),
        texts(6),
        pick(List.of("zh", "en", "zh-Hant-TW", "en-GB")));
  }

  public Event event() {
    Header header = header();
    return switch (random.nextInt(10)) {
      case 0 -> new Event.Impression(header, shown());
      case 1 -> new Event.Click(header, itemId(), amount(1, 100_000));
      case 2 -> new Event.Purchase(header, itemId(), whole(10_000_000_000L));
      case 3 -> new Event.Study(header, itemId(), random.nextLong(604_801));
      case 4 -> new Event.Progress(header, itemId(), random.nextDouble());
      case 5 -> new Event.Completion(header, itemId());
      case 6 -> new Event.Rating(header, itemId(), 1 + 4 * random.nextDouble());
      case 7 -> new Event.Favourite(header, itemId());
      case 8 -> new Event.NotInterested(header, itemId(), any(Event.Scope.class));
      default -> new Event.Search(header, random.nextInt(5) == 0 ? "" : words(200));
    };
  }

  private List<Event.Shown> shown() {
    return Stream.generate(this::itemId)
        .distinct()
        .limit(1 + random.nextInt(20))
        .map(item -> new Event.Shown(item, 1 + random.nextInt(100)))
        .toList();
  }

  private Header header() {
    Actor actor =
        random.nextBoolean()
            ? new Actor.User(new UserId(id()))
            : new Actor.Visitor(new VisitorId(id()));
    Context context =
        random.nextBoolean()
            ? Context.UNKNOWN
            : new Context(maybe(() -> words(20)), maybe(() -> words(20)), amount(0, 23));
    return new Header(
        id(),
        eventTime(),
        actor,
        maybe(this::eventTime),
        maybe(this::id),
        maybe(this::id),
        context);
  }

  public UserProfile profile() {
    return new UserProfile(
        new UserId(id()),
        maybe(() -> "25-34"),
        maybe(() -> "f"),
        maybe(() -> words(40)),
        texts(8),
        texts(4),
        subset(List.of(Item.Format.values())),
        subset(List.of(0, 7, 12, 20, 21, 23)),
        maybe(() -> any(Item.Level.class)),
        maybe(() -> words(10)),
        ids(10),
        random.nextBoolean());
  }

  public Rule rule() {
    Instant from = time();
    return new Rule(
        id(),
        any(Rule.Kind.class),
        Stream.generate(this::itemId).distinct().limit(1 + random.nextInt(5)).toList(),
        new Rule.Condition(maybe(() -> words(30)), maybe(() -> words(30)), maybe(() -> words(10))),
        new Rule.Window(
            maybe(() -> from), maybe(() -> from.plusNanos(1 + random.nextLong(1L << 50)))),
        random.nextBoolean() ? 1 : 100 * (1 - random.nextDouble()));
  }

  public ItemId itemId() {
    return new ItemId(id());
  }

  private String id() {
    String tail = Long.toString(random.nextLong() >>> 1, 36);
    return pick(List.of("c-", "课:", "x+", "😀", "C_course-v1:X+2019_", "")) + tail;
  }

  private String words(int max) {
    StringBuilder words = new StringBuilder("词");
    int length = random.nextInt(Math.min(max, 60));
    while (words.length() < length) {
      words.append(pick(LETTERS)).append(random.nextInt(6) == 0 ? " " : "");
    }
    return words.substring(0, Math.min(words.length(), max)).replaceAll("[\\ud800-\\udbff]$", "");
  }

  private Instant time() {
    return Instant.ofEpochSecond(
        random.nextLong(-60_000_000_000L, 250_000_000_000L), random.nextLong(1_000_000_000));
  }

  private Instant eventTime() {
    return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextLong(1_000_000_000));
  }

  private List<String> texts(int max) {
    return Stream.generate(() -> words(80)).limit(random.nextInt(max + 1)).toList();
  }

  private List<ItemId> ids(int max) {
    return Stream.generate(this::itemId).distinct().limit(random.nextInt(max + 1)).toList();
  }

  private OptionalInt amount() {
    return amount(0, 10_000_000);
  }

  private OptionalInt amount(int min, int max) {
    return random.nextBoolean()
        ? OptionalInt.of(random.nextInt(min, max + 1))
        : OptionalInt.empty();
  }

  private OptionalLong whole(long max) {
    return random.nextBoolean() ? OptionalLong.of(random.nextLong(max + 1)) : OptionalLong.empty();
  }

  private OptionalDouble number(double min, double max) {
    return random.nextBoolean()
        ? OptionalDouble.of(min + (max - min) * random.nextDouble())
        : OptionalDouble.empty();
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <E extends Enum<E>> E any(Class<E> type) {
    return pick(List.of(type.getEnumConstants()));
  }

  private <T> List<T> subset(List<T> values) {
    return values.stream().filter(_ -> random.nextBoolean()).toList();
  }
}
