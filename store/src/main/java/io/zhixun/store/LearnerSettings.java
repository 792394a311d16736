package io.zhixun.store;

/**
 * What a learner chose about the service itself.
 *
 * @param personalised whether answers may use what is known of the learner
 */
public record LearnerSettings(boolean personalised) {
  public static final LearnerSettings DEFAULTS = new LearnerSettings(true);
}
