package io.zhixun.server.page;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.learner.Touch;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.server.page.Learners.Portrait;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One request to a page: who asks, when, and from where.
 *
 * @param portrait what is known of the person
 * @param context device and hour
 * @param here path and query of the page, to come back to
 * @param partial whether only the part of a page that changes is wanted
 * @param seen whether a person looks at the answer, as far as the browser says
 */
record Visit(
    Person person,
    Optional<Portrait> portrait,
    Instant now,
    Event.Context context,
    String here,
    boolean partial,
    boolean seen) {

  /** The same request, by nobody in particular. */
  Visit asNobody() {
    return new Visit(Person.GUEST, Optional.empty(), now, context, "/", partial, seen);
  }

  /** The audience of an answer that leans as the settings say. */
  Audience audience(String scene) {
    return audience(scene, OptionalDouble.empty(), false);
  }

  /**
   * @param weight 0 for an answer that is the same for everybody
   */
  Audience audience(String scene, OptionalDouble weight, boolean explain) {
    Event.Context here = new Event.Context(context.device(), Optional.of(scene), context.hour());
    return new Audience(person.user(), weight, here, explain);
  }

  /** What the person did with an item so far. */
  Optional<Touch> touch(ItemId item) {
    return portrait.flatMap(
        known ->
            known.learner().touches().stream()
                .filter(touch -> touch.item().equals(item))
                .findFirst());
  }

  boolean hasRefused(ItemId item) {
    return portrait.filter(known -> known.learner().refused().containsKey(item)).isPresent();
  }

  boolean hasFinished(ItemId item) {
    return portrait.filter(known -> known.learner().finished().contains(item)).isPresent();
  }
}
