package io.zhixun.server.api;

import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Limits;
import io.zhixun.corpus.check.TextRule;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.server.access.Caller;
import java.util.Optional;
import java.util.OptionalDouble;

/** The fields that several requests share, in a query as in a body. */
final class Fields {
  /** A cursor is shorter than this, with room to spare. */
  private static final TextRule CURSOR = TextRule.line(2_048);

  private Fields() {}

  /** Who asks and in what situation, where the situation's parts stand beside the rest. */
  static Audience audience(FieldReader in, Caller caller) {
    Optional<UserId> user = user(in, caller);
    OptionalDouble weight = in.number("weight", 0, 1);
    Context context = context(in);
    return new Audience(user, weight, context, in.flag("explain").orElse(false));
  }

  /** The same, where the situation is an object of its own. */
  static Audience audienceWithContext(FieldReader in, Caller caller) {
    Optional<UserId> user = user(in, caller);
    OptionalDouble weight = in.number("weight", 0, 1);
    Context context = in.object("context").map(Fields::context).orElse(Context.UNKNOWN);
    return new Audience(user, weight, context, in.flag("explain").orElse(false));
  }

  /**
   * How many items are wanted.
   *
   * @return the default when the field is absent or wrong; in the latter case the reader knows
   */
  static int size(FieldReader in, int standard) {
    return in.wholeInt("size", 1, Requests.MAX_SIZE).orElse(standard);
  }

  static Optional<String> cursor(FieldReader in) {
    return in.text("cursor", CURSOR);
  }

  /** What was typed; absent and blank both browse. */
  static Optional<String> query(FieldReader in, String name) {
    return in.text(name, Limits.QUERY);
  }

  /** The learner who asks, one that the caller may ask for. */
  static Optional<UserId> user(FieldReader in, Caller caller) {
    return in.id("user").map(UserId::new).map(caller::require);
  }

  private static Context context(FieldReader in) {
    return new Context(
        in.text("device", Limits.LABEL),
        in.text("scene", Limits.LABEL),
        in.wholeInt("hour", 0, 23));
  }
}
