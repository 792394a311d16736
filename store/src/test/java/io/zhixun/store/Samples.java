package io.zhixun.store;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.VisitorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Small valid values. */
public final class Samples {
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Samples() {}

  public static Item item(String id, String title) {
    return new Item(
        new ItemId(id),
        Item.Format.COURSE,
        Item.Status.PUBLISHED,
        new Item.Text(
            title,
            Optional.empty(),
            Optional.of("关于" + title),
            List.of(),
            List.of("周行"),
            List.of("编程"),
            List.of("入门"),
            "zh"),
        new Item.Offer(
            Item.Access.PURCHASE,
            OptionalLong.of(19_900),
            OptionalLong.empty(),
            Optional.of(new Item.EarlyBird(9_900, NOON))),
        new Item.Audience(Optional.of(Item.Level.BEGINNER), List.of(), false),
        Item.Length.UNKNOWN,
        Item.Reception.UNKNOWN,
        Item.Dates.UNKNOWN,
        Optional.empty(),
        Optional.empty());
  }

  public static Event.Header header(String id, String user) {
    return header(id, new Actor.User(new UserId(user)), Optional.empty());
  }

  public static Event.Header header(String id, Actor actor, Optional<Instant> receivedAt) {
    return new Event.Header(
        id,
        NOON,
        actor,
        receivedAt,
        Optional.of("s1"),
        Optional.empty(),
        new Event.Context(Optional.of("phone"), Optional.empty(), OptionalInt.of(21)));
  }

  public static Event click(String id, String user, String item) {
    return new Event.Click(header(id, user), new ItemId(item), OptionalInt.of(1));
  }

  public static Event rating(String id, String user, String item, double stars) {
    return new Event.Rating(header(id, user), new ItemId(item), stars);
  }

  public static Event visitorClick(String id, String visitor, String item) {
    Actor actor = new Actor.Visitor(new VisitorId(visitor));
    return new Event.Click(
        header(id, actor, Optional.empty()), new ItemId(item), OptionalInt.empty());
  }

  public static Event impression(String id, String user, String... items) {
    List<Event.Shown> shown =
        IntStream.range(0, items.length)
            .mapToObj(i -> new Event.Shown(new ItemId(items[i]), i + 1))
            .toList();
    return new Event.Impression(header(id, user), shown);
  }

  public static UserProfile profile(String id, String occupation) {
    UserProfile unknown = UserProfile.unknown(new UserId(id));
    return new UserProfile(
        unknown.id(),
        unknown.ageBand(),
        unknown.gender(),
        Optional.of(occupation),
        List.of("机器学习"),
        unknown.goals(),
        unknown.preferredFormats(),
        List.of(20, 21),
        unknown.level(),
        unknown.membership(),
        unknown.owned(),
        false);
  }

  public static Rule rule(String id, Rule.Kind kind, String item) {
    return new Rule(
        id, kind, List.of(new ItemId(item)), Rule.Condition.ALWAYS, Rule.Window.ALWAYS, 1);
  }
}
