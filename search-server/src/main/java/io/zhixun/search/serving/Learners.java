package io.zhixun.search.serving;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.LearnerSettings;
import io.zhixun.store.Recorded;
import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of the learners who were active lately: a bounded cache over the store, kept up by the
 * same fold that made it.
 *
 * <p>A state remembers the last change that is in it, so that a change which was read from the
 * store while it was being applied here counts once.
 */
public final class Learners {
  private static final Logger LOG = LoggerFactory.getLogger(Learners.class);
  private static final int PAGE = 2_000;

  private final Store store;
  private final LoadingCache<UserId, State> states;
  private final Derivations derivations = new Derivations();
  private final AtomicLong erasures = new AtomicLong();

  /**
   * A learner with what they chose about how answers use it.
   *
   * @param row what the store issued to the learner, by which a snapshot knows them; empty of those
   *     who have none yet
   * @param erasures how many learners had been erased when it began to be read
   */
  record State(
      Learner learner, OptionalInt row, LearnerSettings settings, long seq, long erasures) {
    State with(Learner other) {
      return new State(other, row, settings, seq, erasures);
    }

    State personalised(boolean enabled) {
      return new State(learner, row, settings.personalised(enabled), seq, erasures);
    }

    /**
     * The row by which a snapshot may hold more of the learner than the items; empty when the
     * learner has taken back some of what it was learned from.
     */
    OptionalInt trainedRow() {
      return settings.isRevised() ? OptionalInt.empty() : row;
    }
  }

  public Learners(Store store, int capacity) {
    this.store = store;
    this.states = Caffeine.newBuilder().maximumSize(capacity).build(this::load);
  }

  /** Never what was read before somebody was erased, and came into the cache after it. */
  State of(UserId user) {
    State state = states.get(user);
    while (state.erasures() != erasures.get()) {
      states.asMap().remove(user, state);
      state = states.get(user);
    }
    return state;
  }

  /** The same, while the record can be read or the state is in memory; else empty. */
  Optional<State> ifReadable(UserId user) {
    try {
      return Optional.of(of(user));
    } catch (StoreException e) {
      LOG.debug("a learner is a stranger while the record cannot be read", e);
      return Optional.empty();
    }
  }

  /** What was concluded from states lately; forgotten with them. */
  Derivations derivations() {
    return derivations;
  }

  /** What is known of a learner now. */
  public Learner learner(UserId user) {
    return of(user).learner();
  }

  private State load(UserId user) {
    long erased = erasures.get();
    List<Entry> newestFirst = new ArrayList<>();
    long before = Long.MAX_VALUE;
    while (true) {
      List<Entry> page = store.history(user, before, PAGE);
      newestFirst.addAll(page);
      if (page.size() < PAGE) {
        break;
      }
      before = page.getLast().seq();
    }
    LearnerSettings settings = store.settings(user);
    Learner learner =
        Learner.of(store.profile(user).orElse(UserProfile.unknown(user)))
            .hiding(settings.hiddenTags());
    List<Event> events = newestFirst.reversed().stream().map(Learners::event).toList();
    long seq = newestFirst.isEmpty() ? 0 : newestFirst.getFirst().seq();
    return new State(learner.after(events), store.learnerRow(user), settings, seq, erased);
  }

  private static Event event(Entry entry) {
    return switch (entry.change()) {
      case Change.AppendEvent(Event event) -> event;
      default ->
          throw new IllegalStateException("a history must hold events, got " + entry.change());
    };
  }

  /** Takes in one change; others than those about learners pass by. */
  void apply(Entry entry) {
    switch (entry.change()) {
      case Change.AppendEvent(Event event) ->
          event.user().ifPresent(user -> update(user, entry.seq(), event));
      case Change.PutProfile(UserProfile profile) ->
          states
              .asMap()
              .computeIfPresent(
                  profile.id(), (_, state) -> state.with(state.learner().with(profile)));
      case Change.SetPersonalisation(UserId user, boolean enabled) ->
          states.asMap().computeIfPresent(user, (_, state) -> state.personalised(enabled));
      case Change.MergeVisitor(_, UserId user) -> states.invalidate(user);
      case Change.HideTag hide -> states.invalidate(hide.user());
      case Recorded.LearnerErased _, Recorded.EventsForgotten _ -> // nobody can say who it was
          forgetAll();
      case Change.PutItem _,
          Change.DeleteItem _,
          Change.PutRule _,
          Change.DeleteRule _,
          Change.PutTerm _,
          Change.DeleteTerm _,
          Recorded.Erased _ -> {}
    }
  }

  private void forgetAll() {
    erasures.incrementAndGet();
    states.invalidateAll();
    derivations.forgetAll();
  }

  private void update(UserId user, long seq, Event event) {
    states
        .asMap()
        .computeIfPresent(
            user, (_, state) -> seq <= state.seq() ? state : after(state, user, seq, event));
  }

  private State after(State state, UserId user, long seq, Event event) {
    OptionalInt row = state.row().isPresent() ? state.row() : store.learnerRow(user); // the first
    return new State(state.learner().after(event), row, state.settings(), seq, state.erasures());
  }
}
