package io.zhixun.corpus;

import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Level;
import java.util.List;
import java.util.Optional;

/**
 * What a learner told the platform, all of it optional.
 *
 * @param usualHours hours of the day (0..23) at which the learner tends to study
 * @param membership the platform's own name of the plan, such as {@code SVIP}
 * @param owned items bought elsewhere or before events were kept
 */
public record UserProfile(
    UserId id,
    Optional<String> ageBand,
    Optional<String> gender,
    Optional<String> occupation,
    List<String> interests,
    List<String> goals,
    List<Format> preferredFormats,
    List<Integer> usualHours,
    Optional<Level> level,
    Optional<String> membership,
    List<ItemId> owned,
    boolean minor) {
  public UserProfile {
    interests = List.copyOf(interests);
    goals = List.copyOf(goals);
    preferredFormats = List.copyOf(preferredFormats);
    usualHours = List.copyOf(usualHours);
    owned = List.copyOf(owned);
  }

  /** The profile of somebody of whom nothing is known. */
  public static UserProfile unknown(UserId id) {
    return new UserProfile(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false);
  }

  /** The same of a minor. */
  public UserProfile asMinor() {
    return new UserProfile(
        id,
        ageBand,
        gender,
        occupation,
        interests,
        goals,
        preferredFormats,
        usualHours,
        level,
        membership,
        owned,
        true);
  }
}
