package io.zhixun.corpus.sample;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Header;
import io.zhixun.corpus.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Writes down what one learner does, in order of time: numbers events, sessions and requests, and
 * keeps the clock.
 */
final class Diary {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private final UserId learner;
  private final List<Event> events = new ArrayList<>();
  private Instant clock = Instant.EPOCH;
  private String device = "";
  private int sessions;
  private int requests;

  Diary(UserId learner) {
    this.learner = learner;
  }

  void beginSession(Instant at, String onDevice) {
    sessions++;
    clock = at;
    device = onDevice;
  }

  /** Starts an answer of the platform, to which the next events can refer. */
  String newRequest() {
    requests++;
    return learner + "-r" + requests;
  }

  void pass(double seconds) {
    clock = clock.plusSeconds(1 + (long) seconds);
  }

  Instant clock() {
    return clock;
  }

  /**
   * Writes an event that belongs to an answer.
   *
   * @param scene the place on the platform, such as {@code home}
   */
  void write(String scene, Optional<String> requestId, Function<Header, Event> event) {
    Context context =
        new Context(
            Optional.of(device),
            Optional.of(scene),
            OptionalInt.of(clock.atOffset(BEIJING).getHour()));
    events.add(
        event.apply(
            new Header(
                learner + "-e" + (events.size() + 1),
                clock,
                new Actor.User(learner),
                Optional.empty(),
                Optional.of(learner + "-s" + sessions),
                requestId,
                context)));
  }

  List<Event> events() {
    return List.copyOf(events);
  }
}
