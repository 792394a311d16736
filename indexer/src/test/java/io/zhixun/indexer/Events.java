package io.zhixun.indexer;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Events for tests. */
public final class Events {
  private Events() {}

  public static Event.Header header(String id, String user, Instant at) {
    return header(id, new Actor.User(new UserId(user)), at);
  }

  /** The header of what somebody without an account did on a page. */
  public static Event.Header byGuest(String id, Instant at) {
    return header(id, new Actor.Visitor(VisitorId.GUEST), at);
  }

  private static Event.Header header(String id, Actor actor, Instant at) {
    return new Event.Header(
        id, at, actor, Optional.empty(), Optional.empty(), Optional.empty(), Event.Context.UNKNOWN);
  }

  public static Event purchase(String id, String user, String item, Instant at) {
    return new Event.Purchase(header(id, user, at), new ItemId(item), OptionalLong.empty());
  }

  public static Event click(String id, String user, String item, Instant at) {
    return new Event.Click(header(id, user, at), new ItemId(item), OptionalInt.empty());
  }

  public static Event rating(String id, String user, String item, double stars, Instant at) {
    return new Event.Rating(header(id, user, at), new ItemId(item), stars);
  }
}
