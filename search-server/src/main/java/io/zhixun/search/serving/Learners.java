package io.zhixun.search.serving;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.Recorded;
import io.zhixun.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The state of the learners who were active lately: a bounded cache over the store, kept up by the
 * same fold that made it.
 *
 * <p>A state remembers the last change that is in it, so that a change which was read from the
 * store while it was being applied here counts once.
 */
public final class Learners {
  private static final int PAGE = 2_000;

  private final Store store;
  private final LoadingCache<UserId, State> states;

  /**
   * A learner with the switch that decides whether answers may use it.
   *
   * @param row what the store issued to the learner, by which a snapshot knows them; empty of those
   *     who have none yet
   */
  record State(Learner learner, OptionalInt row, boolean personalisation, long seq) {}

  public Learners(Store store, int capacity) {
    this.store = store;
    this.states = Caffeine.newBuilder().maximumSize(capacity).build(this::load);
  }

  State of(UserId user) {
    return states.get(user);
  }

  /** What is known of a learner now. */
  public Learner learner(UserId user) {
    return of(user).learner();
  }

  private State load(UserId user) {
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
    Learner learner = Learner.of(store.profile(user).orElse(UserProfile.unknown(user)));
    List<Event> events = newestFirst.reversed().stream().map(Learners::event).toList();
    long seq = newestFirst.isEmpty() ? 0 : newestFirst.getFirst().seq();
    return new State(
        learner.after(events), store.learnerRow(user), store.settings(user).personalised(), seq);
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
                  profile.id(),
                  (_, state) ->
                      new State(
                          state.learner().with(profile),
                          state.row(),
                          state.personalisation(),
                          state.seq()));
      case Change.SetPersonalisation(UserId user, boolean enabled) ->
          states
              .asMap()
              .computeIfPresent(
                  user,
                  (_, state) -> new State(state.learner(), state.row(), enabled, state.seq()));
      case Change.MergeVisitor(_, UserId user) -> states.invalidate(user);
      case Recorded.LearnerErased _ -> states.invalidateAll(); // nobody can say who it was
      case Change.PutItem _,
          Change.DeleteItem _,
          Change.PutRule _,
          Change.DeleteRule _,
          Change.PutTerm _,
          Change.DeleteTerm _,
          Recorded.Erased _ -> {}
    }
  }

  private void update(UserId user, long seq, Event event) {
    states
        .asMap()
        .computeIfPresent(
            user, (_, state) -> seq <= state.seq() ? state : after(state, user, seq, event));
  }

  private State after(State state, UserId user, long seq, Event event) {
    OptionalInt row = state.row().isPresent() ? state.row() : store.learnerRow(user); // the first
    return new State(state.learner().after(event), row, state.personalisation(), seq);
  }

  /** The learner's state if it can be had without waiting for the store. */
  Optional<State> cached(UserId user) {
    return Optional.ofNullable(states.getIfPresent(user));
  }
}
