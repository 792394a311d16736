package io.zhixun.ranking.testing;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Header;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Access;
import io.zhixun.corpus.Item.Audience;
import io.zhixun.corpus.Item.Dates;
import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Length;
import io.zhixun.corpus.Item.Level;
import io.zhixun.corpus.Item.Offer;
import io.zhixun.corpus.Item.Reception;
import io.zhixun.corpus.Item.Status;
import io.zhixun.corpus.Item.Text;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.ranking.feature.ItemFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Small items and events for tests. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  public static final UserId USER = new UserId("u1");

  private Samples() {}

  public static ItemId id(String value) {
    return new ItemId(value);
  }

  /** A published beginners' course by one author with some tags. */
  public static ItemFacts item(int row, String author, String... tags) {
    return item(row, Optional.empty(), List.of(), author, tags);
  }

  public static ItemFacts item(
      int row, Optional<String> work, List<ItemId> prerequisites, String author, String... tags) {
    Text text =
        new Text(
            "item " + row,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(author),
            List.of("category " + author),
            List.of(tags),
            "zh");
    Offer offer =
        new Offer(Access.FREE, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    Item item =
        new Item(
            id("i" + row),
            Format.COURSE,
            Status.PUBLISHED,
            text,
            offer,
            new Audience(Optional.of(Level.BEGINNER), prerequisites, false),
            Length.UNKNOWN,
            Reception.UNKNOWN,
            Dates.UNKNOWN,
            Optional.empty(),
            work);
    return ItemFacts.of(item, row);
  }

  /** The head of the n-th event, so many minutes after the first. */
  public static Header head(int n) {
    return new Header(
        "e" + n,
        NOW.minusSeconds(100_000).plusSeconds(60L * n),
        new Actor.User(USER),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Context.UNKNOWN);
  }

  public static Event click(int n, String item) {
    return new Event.Click(head(n), id(item), OptionalInt.empty());
  }

  public static Event purchase(int n, String item) {
    return new Event.Purchase(head(n), id(item), OptionalLong.empty());
  }

  public static Event completion(int n, String item) {
    return new Event.Completion(head(n), id(item));
  }
}
