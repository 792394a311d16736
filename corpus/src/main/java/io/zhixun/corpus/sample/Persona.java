package io.zhixun.corpus.sample;

import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import java.util.List;

/**
 * A learner of the sample with a name and a story, made to be shown.
 *
 * @param description one Chinese line for a chooser
 * @param subjects top categories that this learner cares about, the dearest first
 * @param sessions about how often this learner comes by in a year
 */
public record Persona(
    UserProfile profile, String description, List<String> subjects, int sessions) {
  public Persona {
    subjects = List.copyOf(subjects);
  }

  public UserId id() {
    return profile.id();
  }
}
