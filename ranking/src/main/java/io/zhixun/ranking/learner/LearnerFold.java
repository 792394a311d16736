package io.zhixun.ranking.learner;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.OnItem;
import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.interaction.Engagement;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The mutable middle of a fold of many events; a learner goes in and the next one comes out. */
final class LearnerFold {
  private final Learner start;
  private final SequencedMap<ItemId, Touch> touches = new LinkedHashMap<>();
  private final Set<ItemId> owned;
  private final Set<ItemId> finished;
  private final Map<ItemId, Set<Scope>> refused;
  private final SequencedMap<ItemId, Exposure> shown;
  private final Deque<String> searches;
  private Optional<Instant> lastActive;

  LearnerFold(Learner start) {
    this.start = start;
    start.touches().forEach(touch -> touches.put(touch.item(), touch));
    this.owned = new HashSet<>(start.owned());
    this.finished = new HashSet<>(start.finished());
    this.refused = new HashMap<>(start.refused());
    this.shown = new LinkedHashMap<>(start.shown());
    this.searches = new ArrayDeque<>(start.searches());
    this.lastActive = start.lastActive();
  }

  void add(Event event) {
    if (lastActive.isEmpty() || event.at().isAfter(lastActive.get())) {
      lastActive = Optional.of(event.at());
    }
    switch (event) {
      case Event.Impression impression ->
          impression.shown().forEach(one -> show(one.item(), impression.header()));
      case Event.Search search -> search(search.query());
      case Event.NotInterested refusal -> {
        refuse(refusal);
        touch(refusal);
      }
      case OnItem onItem -> touch(onItem);
    }
  }

  private void touch(OnItem event) {
    shown.remove(event.item());
    if (event instanceof Event.Purchase) {
      owned.add(event.item());
    }
    Touch before = touches.remove(event.item());
    Engagement done = before == null ? Engagement.NONE : before.done();
    Instant last = before == null || event.at().isAfter(before.last()) ? event.at() : before.last();
    Touch next = new Touch(event.item(), done.after(event), last);
    touches.putLast(event.item(), next);
    if (next.isFinished()) {
      finished.add(event.item());
    }
    if (touches.size() > Learner.MAX_TOUCHES) {
      touches.pollFirstEntry();
    }
  }

  private void refuse(Event.NotInterested refusal) {
    Set<Scope> scopes = EnumSet.of(refusal.scope());
    scopes.addAll(refused.getOrDefault(refusal.item(), Set.of()));
    refused.put(refusal.item(), Set.copyOf(scopes));
  }

  private void show(ItemId item, Event.Header header) {
    Exposure before = shown.remove(item);
    shown.putLast(
        item,
        before == null
            ? Exposure.first(header.session(), header.at())
            : before.again(header.session(), header.at()));
    if (shown.size() > Learner.MAX_SHOWN) {
      shown.pollFirstEntry();
    }
  }

  private void search(String query) {
    searches.remove(query);
    searches.addLast(query);
    if (searches.size() > Learner.MAX_SEARCHES) {
      searches.removeFirst();
    }
  }

  Learner learner() {
    return new Learner(
        start.profile(),
        List.copyOf(touches.values()),
        Set.copyOf(owned),
        Set.copyOf(finished),
        Map.copyOf(refused),
        Collections.unmodifiableMap(new LinkedHashMap<>(shown)),
        List.copyOf(searches),
        start.hiddenTags(),
        lastActive);
  }
}
