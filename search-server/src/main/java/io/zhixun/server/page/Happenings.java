package io.zhixun.server.page;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.VisitorId;
import io.zhixun.search.pipeline.Answers.Hit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes the events that pages cause. What guests do is counted, and nothing tells one guest from
 * another; what no person looks at leaves no event.
 */
final class Happenings {
  private final Feedback feedback;
  private final Supplier<String> eventIds;

  Happenings(Feedback feedback, Supplier<String> eventIds) {
    this.feedback = feedback;
    this.eventIds = eventIds;
  }

  /** Makes one kind of event of its header. */
  @FunctionalInterface
  interface Kind {
    Event of(Event.Header header);
  }

  /** Tells of one thing the visitor did. */
  void tell(Visit visit, String scene, Optional<String> requestId, Kind kind) {
    if (visit.seen()) {
      feedback.accept(kind.of(header(visit, scene, requestId)));
    }
  }

  /** Tells which items were put before the visitor. */
  void impression(Visit visit, String scene, String requestId, List<Hit> hits) {
    Set<ItemId> items = new LinkedHashSet<>();
    hits.forEach(hit -> items.add(hit.item().id()));
    List<Event.Shown> shown = new ArrayList<>();
    items.forEach(item -> shown.add(new Event.Shown(item, shown.size() + 1)));
    if (!shown.isEmpty()) {
      tell(visit, scene, Optional.of(requestId), header -> new Event.Impression(header, shown));
    }
  }

  private Event.Header header(Visit visit, String scene, Optional<String> requestId) {
    return new Event.Header(
        eventIds.get(),
        visit.now(),
        visit
            .person()
            .user()
            .<Actor>map(Actor.User::new)
            .orElseGet(() -> new Actor.Visitor(VisitorId.GUEST)),
        Optional.empty(),
        Optional.empty(),
        requestId.filter(id -> Ids.problem(id).isEmpty()),
        new Event.Context(visit.context().device(), Optional.of(scene), visit.context().hour()));
  }
}
