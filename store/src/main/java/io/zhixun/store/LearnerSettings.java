package io.zhixun.store;

import java.util.Set;

/**
 * What a learner chose about the service itself.
 *
 * @param personalised whether answers may use what is known of the learner
 * @param hiddenTags tags that answers must not conclude anything from
 * @param forgetful whether some events were forgotten on request: what was learned of this learner
 *     before may still hold them
 */
public record LearnerSettings(boolean personalised, Set<String> hiddenTags, boolean forgetful) {
  public static final LearnerSettings DEFAULTS = new LearnerSettings(true, Set.of(), false);

  public LearnerSettings {
    hiddenTags = Set.copyOf(hiddenTags);
  }

  /** Whether anything was taken back that a model may have learned of this learner. */
  public boolean isRevised() {
    return forgetful || !hiddenTags.isEmpty();
  }

  public LearnerSettings personalised(boolean enabled) {
    return new LearnerSettings(enabled, hiddenTags, forgetful);
  }
}
