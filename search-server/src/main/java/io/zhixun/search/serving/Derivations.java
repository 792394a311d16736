package io.zhixun.search.serving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhixun.corpus.UserId;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import java.util.concurrent.atomic.AtomicLong;

/** What was concluded from the states of those learners who ask again within minutes. */
final class Derivations {
  private static final int KEPT = 4_096;

  private final Cache<UserId, Derived> kept = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final AtomicLong forgotten = new AtomicLong();

  /** What follows from a learner and the catalogue, and from which states of the two. */
  record Derived(
      Learner learner,
      ItemTable items,
      long edits,
      EventWeights weights,
      Tastes tastes,
      Trail trail) {
    @SuppressWarnings("ReferenceEquality") // a learner who acted is another object
    private boolean isOf(Learner now, ItemTable table, EventWeights wanted) {
      return learner == now && items == table && edits == table.edits() && weights.equals(wanted);
    }
  }

  /** The same as deriving it anew: a state that has changed since is not used. */
  Derived of(Learner learner, ItemTable items, EventWeights weights) {
    UserId id = learner.profile().id();
    Derived known = kept.getIfPresent(id);
    if (known != null && known.isOf(learner, items, weights)) {
      return known;
    }
    long before = forgotten.get();
    long edits = items.edits();
    Derived fresh =
        new Derived(
            learner,
            items,
            edits,
            weights,
            Tastes.of(learner, weights, items::of),
            Trail.of(learner, weights, items::of));
    kept.put(id, fresh);
    if (forgotten.get() != before) {
      kept.invalidate(id); // the learner may be the one who was erased meanwhile
    }
    return fresh;
  }

  void forgetAll() {
    forgotten.incrementAndGet();
    kept.invalidateAll();
  }

  /** How many learners' are kept. */
  int size() {
    return kept.asMap().size();
  }
}
