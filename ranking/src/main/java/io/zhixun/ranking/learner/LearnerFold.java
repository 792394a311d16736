package io.zhixun.ranking.learner;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.OnItem;
import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.learner.Touch.Kind;
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
import java.util.function.ToDoubleFunction;

/** The mutable middle of a fold of many events; a learner goes in and the next one comes out. */
final class LearnerFold {
  private final Learner start;
  private final ToDoubleFunction<Event> weights;
  private final SequencedMap<ItemId, Touch> touches = new LinkedHashMap<>();
  private final Set<ItemId> owned;
  private final Set<ItemId> finished;
  private final Map<ItemId, Set<Scope>> refused;
  private final SequencedMap<ItemId, Integer> shown;
  private final Deque<String> searches;
  private Optional<Instant> lastActive;

  LearnerFold(Learner start, ToDoubleFunction<Event> weights) {
    this.start = start;
    this.weights = weights;
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
          impression.shown().forEach(shownItem -> show(shownItem.item()));
      case Event.Search search -> search(search.query());
      case Event.NotInterested refusal -> refuse(refusal);
      case Event.Click click -> touch(click, Kind.CLICKED, 0);
      case Event.Study study -> touch(study, Kind.STUDIED, 0);
      case Event.Progress progress -> touch(progress, Kind.STUDIED, progress.progress());
      case Event.Favourite favourite -> touch(favourite, Kind.FAVOURITED, 0);
      case Event.Rating rating -> touch(rating, Kind.RATED, 0);
      case Event.Purchase purchase -> {
        owned.add(purchase.item());
        touch(purchase, Kind.PURCHASED, 0);
      }
      case Event.Completion completion -> {
        finished.add(completion.item());
        touch(completion, Kind.COMPLETED, 1);
      }
    }
  }

  private void touch(OnItem event, Kind kind, double progress) {
    shown.remove(event.item());
    Touch before = touches.remove(event.item());
    double weight = weights.applyAsDouble(event);
    boolean decisive = kind == Kind.RATED; // stars say more than anything done before them
    Touch next =
        before == null
            ? new Touch(event.item(), weight, kind, progress, event.at())
            : new Touch(
                event.item(),
                decisive ? weight : Math.max(before.weight(), weight),
                kind.compareTo(before.strongest()) > 0 ? kind : before.strongest(),
                Math.max(before.progress(), progress),
                event.at().isAfter(before.last()) ? event.at() : before.last());
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

  private void show(ItemId item) {
    int times = shown.getOrDefault(item, 0) + 1;
    shown.remove(item);
    shown.putLast(item, times);
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
        lastActive);
  }
}
