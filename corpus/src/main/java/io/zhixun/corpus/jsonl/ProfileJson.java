package io.zhixun.corpus.jsonl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.UserProfile;

/** Writes a profile; {@link io.zhixun.corpus.check.ProfileCheck} reads it back. */
public final class ProfileJson {
  private ProfileJson() {}

  /** The line of a profile. */
  public static ObjectNode write(UserProfile profile) {
    TreeFields line = new TreeFields();
    line.put("id", profile.id().value())
        .put("ageBand", profile.ageBand())
        .put("gender", profile.gender())
        .put("occupation", profile.occupation())
        .put("interests", profile.interests())
        .put("goals", profile.goals())
        .put("preferredFormats", profile.preferredFormats())
        .put("usualHours", profile.usualHours())
        .put("level", profile.level())
        .put("membership", profile.membership())
        .put("owned", profile.owned())
        .putIfTrue("minor", profile.minor());
    return line.object();
  }
}
