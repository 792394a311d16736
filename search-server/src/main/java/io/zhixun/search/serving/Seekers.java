package io.zhixun.search.serving;

import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.ranking.feature.Viewer;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.policy.Eligibility;
import io.zhixun.search.serving.Derivations.Derived;
import io.zhixun.search.serving.Learners.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes of a request's learner all that an answer may know of them. */
public final class Seekers {
  private static final UserProfile STRANGER = UserProfile.unknown(new UserId("nobody"));
  private static final Learner NOBODY = Learner.of(STRANGER);

  /** Somebody who cannot be looked up may be a minor. */
  private static final Learner PERHAPS_MINOR = Learner.of(STRANGER.asMinor());

  private final Learners learners;
  private final EventWeights weights;

  public Seekers(Learners learners, EventWeights weights) {
    this.learners = learners;
    this.weights = weights;
  }

  /** How and when somebody asks. */
  public record Asked(double weight, Context context, Instant now) {}

  /**
   * Who asks, as far as the answer may know. A weight of 0 makes an answer that knows nothing of
   * the learner, and so does a learner who has switched personalisation off. One whom the record
   * cannot be asked about is a stranger, and shown nothing that is unfit for minors.
   */
  public Seeker of(Generation generation, Optional<UserId> user, Asked asked) {
    Optional<State> state = user.flatMap(learners::ifReadable);
    boolean lookedUp = user.isEmpty() || state.isPresent();
    Learner learner = state.map(State::learner).orElse(lookedUp ? NOBODY : PERHAPS_MINOR);
    boolean personal =
        asked.weight() > 0
            && state.map(known -> known.settings().personalised()).orElse(false)
            && !learner.isUnknown();
    ItemTable items = generation.items();
    Learner seen = personal ? learner : NOBODY;
    Optional<Derived> derived =
        personal
            ? Optional.of(learners.derivations().of(learner, items, weights))
            : Optional.empty();
    Tastes tastes = derived.map(Derived::tastes).orElse(Tastes.NONE);
    Trail trail =
        derived
            .map(kept -> kept.trail().ofLearner(state.orElseThrow().trainedRow()))
            .orElse(Trail.EMPTY);
    Viewer viewer = new Viewer(seen, tastes, asked.context(), asked.now());
    // What was bought or refused leaves proposals whether or not the rest is used.
    Eligibility eligibility =
        new Eligibility(new Viewer(learner, tastes, asked.context(), asked.now()), items);
    double weight = personal ? asked.weight() : 0;
    return new Seeker(user, viewer, trail, eligibility, new Seeker.Use(weight, personal, lookedUp));
  }

  /** The learner's own searches, newest last; none when answers may know nothing of the learner. */
  public List<String> searches(UserId user) {
    return learners
        .ifReadable(user)
        .filter(state -> state.settings().personalised())
        .map(state -> state.learner().searches())
        .orElse(List.of());
  }

  /** A learner in a state that is given, whatever the record says by now. */
  public static Seeker of(
      Generation generation, Learner learner, EventWeights weights, Asked asked) {
    ItemTable items = generation.items();
    Viewer viewer =
        new Viewer(learner, Tastes.of(learner, weights, items::of), asked.context(), asked.now());
    return new Seeker(
        Optional.of(learner.profile().id()),
        viewer,
        Trail.of(learner, weights, items::of),
        new Eligibility(viewer, items),
        new Seeker.Use(asked.weight(), !learner.isUnknown(), true));
  }

  /** A seeker of whom nothing is known but a history of rows. */
  public static Seeker ofTrail(Generation generation, Trail trail, Asked asked) {
    Viewer viewer = new Viewer(NOBODY, Tastes.NONE, asked.context(), asked.now());
    Eligibility eligibility = new Eligibility(viewer, generation.items());
    Seeker.Use use = new Seeker.Use(asked.weight(), !trail.isEmpty(), true);
    return new Seeker(Optional.empty(), viewer, trail, eligibility, use);
  }
}
