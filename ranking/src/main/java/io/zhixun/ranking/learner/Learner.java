package io.zhixun.ranking.learner;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one learner: the pure fold of the events so far over what the profile says.
 *
 * <p>Immutable. Bounded: {@link #MAX_TOUCHES} items are remembered, the least recently touched
 * leave first; what was bought, finished or refused is kept whole, because forgetting it would
 * propose it again.
 *
 * @param touches one entry an item, least recently touched first
 * @param owned items bought, or named as owned by the profile
 * @param finished items completed
 * @param refused items marked "not interested", by what exactly was refused
 * @param shown how each item was shown since it was last touched; the newest entries only
 * @param searches queries typed, newest last
 * @param hiddenTags tags from which nothing is to be concluded
 * @param lastActive time of the newest event
 */
public record Learner(
    UserProfile profile,
    List<Touch> touches,
    Set<ItemId> owned,
    Set<ItemId> finished,
    Map<ItemId, Set<Scope>> refused,
    Map<ItemId, Exposure> shown,
    List<String> searches,
    Set<String> hiddenTags,
    Optional<Instant> lastActive) {
  /** How many items a learner's history remembers. */
  public static final int MAX_TOUCHES = 500;

  static final int MAX_SHOWN = 200;
  static final int MAX_SEARCHES = 20;

  /** A learner of whom only the profile is known. */
  public static Learner of(UserProfile profile) {
    return new Learner(
        profile,
        List.of(),
        Set.copyOf(profile.owned()),
        Set.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Set.of(),
        Optional.empty());
  }

  /** The learner after one more event. */
  public Learner after(Event event) {
    return after(List.of(event));
  }

  /** The learner after several events in order; the same as one by one, and faster. */
  public Learner after(List<Event> events) {
    if (events.isEmpty()) {
      return this;
    }
    LearnerFold fold = new LearnerFold(this);
    events.forEach(fold::add);
    return fold.learner();
  }

  /** The same behaviour under another profile. */
  public Learner with(UserProfile newProfile) {
    Set<ItemId> nowOwned = new HashSet<>(owned);
    nowOwned.removeAll(profile.owned());
    touches.stream()
        .filter(touch -> touch.done().purchased())
        .map(Touch::item)
        .forEach(nowOwned::add);
    nowOwned.addAll(newProfile.owned());
    return new Learner(
        newProfile, touches, nowOwned, finished, refused, shown, searches, hiddenTags, lastActive);
  }

  /** The same behaviour, with other tags from which nothing is to be concluded. */
  public Learner hiding(Set<String> tags) {
    return new Learner(
        profile, touches, owned, finished, refused, shown, searches, Set.copyOf(tags), lastActive);
  }

  /** Whether nothing is known that could personalise an answer. */
  public boolean isUnknown() {
    return touches.isEmpty()
        && profile.interests().isEmpty()
        && profile.goals().isEmpty()
        && profile.preferredFormats().isEmpty()
        && profile.level().isEmpty();
  }

  /** What was begun and not finished, most recently touched first. */
  public List<Touch> unfinished() {
    List<Touch> begun = new ArrayList<>();
    for (Touch touch : touches.reversed()) {
      if (touch.isStudied() && !finished.contains(touch.item())) {
        begun.add(touch);
      }
    }
    return List.copyOf(begun);
  }
}
