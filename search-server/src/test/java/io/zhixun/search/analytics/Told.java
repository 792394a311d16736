package io.zhixun.search.analytics;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Writes events as learners cause them, numbered in order. */
public final class Told {
  /** In place of a learner: somebody at a page without an account. */
  public static final String GUEST = "guest";

  private final List<Event> events = new ArrayList<>();
  private Instant at;

  public Told(Instant at) {
    this.at = at;
  }

  public List<Event> events() {
    return events;
  }

  /** The report of it, about a catalogue of three items called a, b and c. */
  public Report reported() {
    return Counting.report(this);
  }

  public Told at(Instant moment) {
    at = moment;
    return this;
  }

  private Event.Header header(String user, String scene, Optional<String> request) {
    return new Event.Header(
        "told-" + user + "-" + request.orElse("none") + "-" + events.size(),
        at,
        user.equals(GUEST) ? new Actor.Visitor(VisitorId.GUEST) : new Actor.User(new UserId(user)),
        Optional.empty(),
        Optional.empty(),
        request,
        new Event.Context(Optional.empty(), Optional.of(scene), OptionalInt.empty()));
  }

  public Told search(String user, String request, String query) {
    events.add(new Event.Search(header(user, "search", Optional.of(request)), query));
    return this;
  }

  public Told shown(String user, String scene, String request, String... items) {
    List<Event.Shown> shown = new ArrayList<>();
    for (String item : items) {
      shown.add(new Event.Shown(new ItemId(item), shown.size() + 1));
    }
    events.add(new Event.Impression(header(user, scene, Optional.of(request)), shown));
    return this;
  }

  public Told click(String user, String request, String item) {
    events.add(
        new Event.Click(
            header(user, "search", Optional.of(request)), new ItemId(item), OptionalInt.empty()));
    return this;
  }

  public Told purchase(String user, String item) {
    events.add(
        new Event.Purchase(
            header(user, "item", Optional.empty()), new ItemId(item), OptionalLong.empty()));
    return this;
  }
}
