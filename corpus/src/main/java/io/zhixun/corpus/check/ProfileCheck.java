package io.zhixun.corpus.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Level;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import java.util.List;
import java.util.Optional;

/** The rules of a learner's profile: only the id is required. */
public final class ProfileCheck {
  private ProfileCheck() {}

  /** The profile, or everything that is wrong with it. */
  public static Checked<UserProfile> read(JsonNode line) {
    FieldReader in = FieldReader.of(line).require("id");
    Optional<UserId> id = in.id("id").map(UserId::new);
    Optional<String> ageBand = in.text("ageBand", Limits.LABEL);
    Optional<String> gender = in.text("gender", Limits.LABEL);
    Optional<String> occupation = in.text("occupation", Limits.LABEL);
    List<String> interests = in.texts("interests", Limits.MAX_LIST, Limits.TAG);
    List<String> goals = in.texts("goals", Limits.MAX_LIST, Limits.TAG);
    List<Format> formats =
        in.distinct("preferredFormats", in.allOf("preferredFormats", Format.class));
    List<Integer> hours = in.distinct("usualHours", in.wholeInts("usualHours", 24, 0, 23));
    Optional<Level> level = in.oneOf("level", Level.class);
    Optional<String> membership = in.text("membership", Limits.LABEL);
    List<ItemId> owned = in.distinct("owned", in.ids("owned", Limits.MAX_OWNED, ItemId::new));
    boolean minor = in.flag("minor").orElse(false);
    return in.finish(
        () ->
            new UserProfile(
                id.orElseThrow(),
                ageBand,
                gender,
                occupation,
                interests,
                goals,
                formats,
                hours,
                level,
                membership,
                owned,
                minor));
  }
}
