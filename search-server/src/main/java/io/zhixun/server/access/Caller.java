package io.zhixun.server.access;

import io.javalin.http.Context;
import io.zhixun.corpus.UserId;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.store.Key;
import io.zhixun.store.Origin;
import io.zhixun.store.Role;
import java.util.Optional;

/** Who asks. */
public sealed interface Caller {
  /** Without a key, where none is needed. */
  record Anybody() implements Caller {}

  /** Without a key on a server that trusts whoever sits at the machine. */
  record Trusted() implements Caller {}

  /** With a valid key. */
  record Keyed(Key key) implements Caller {}

  /** Who sent the request of a context, once {@link Access} has let it pass. */
  static Caller of(Context ctx) {
    Caller caller = ctx.attribute(Access.CALLER);
    return caller == null ? new Anybody() : caller;
  }

  /**
   * Whether the caller may do what a role is for. Whoever may speak of one learner only edits
   * nothing, since editors see all of them.
   */
  default boolean may(Role role) {
    return switch (this) {
      case Anybody() -> false;
      case Trusted() -> true;
      case Keyed(Key key) -> {
        boolean seesAll = role.includes(Role.EDITOR);
        yield key.grant().role().includes(role) && (!seesAll || key.grant().learner().isEmpty());
      }
    };
  }

  /** Where the caller's changes come from. */
  default Origin origin() {
    return switch (this) {
      case Anybody() -> Origin.NONE;
      case Trusted() -> Origin.by("whoever sits at the machine");
      case Keyed(Key key) -> Origin.by("key " + key.id());
    };
  }

  /** The only learner the caller may speak of, when there is such a limit. */
  default Optional<UserId> bound() {
    return this instanceof Keyed(Key key) ? key.grant().learner() : Optional.empty();
  }

  /** Whether the caller may speak of a learner. */
  default boolean mayName(UserId learner) {
    return bound().map(learner::equals).orElse(true);
  }

  /**
   * Lets a caller speak of a learner, or says that there is no such learner: a key bound to one
   * must not find out who else exists.
   */
  default UserId require(UserId learner) {
    if (!mayName(learner)) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "no such learner");
    }
    return learner;
  }
}
