package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.search.serving.Live;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Writes what has versions under the condition that a request names. When somebody else was
 * quicker, a write that still finds what it insists on is made again from the newer state.
 *
 * @param target what is written to
 */
record VersionedWrite<T>(Live live, Origin origin, Target<T> target) {
  /** The expected version of what must not exist yet. */
  private static final long NO_VERSION = 0;

  /** How often a write that insists on nothing is tried again when others write the same. */
  private static final int ATTEMPTS = 5;

  /**
   * One thing that has versions.
   *
   * @param noun what messages call it
   * @param missing what is said when it must be there and is not
   */
  record Target<T>(
      String noun,
      Supplier<Optional<T>> read,
      ToLongFunction<T> version,
      Supplier<ProblemException> missing) {}

  /** Makes the change to a thing as it stands, given the version that the store insists on. */
  interface Making<T> {
    Change change(Optional<T> current, OptionalLong expectedVersion);
  }

  /** What was written. */
  record Done(long seq, long version, boolean isNew) {
    /** The answer's status and headers. */
    void head(Context ctx) {
      ctx.header("ETag", Precondition.etag(version));
      if (isNew) {
        ctx.status(201).header("Location", ctx.path());
      }
    }
  }

  /** Writes; the store holds on to the version only where the request names a condition. */
  Done write(Precondition precondition, Making<T> making) {
    return write(precondition, !(precondition instanceof Precondition.None), making);
  }

  /** Writes what is made from the state as it stands, so that it must not have changed. */
  Done rewrite(Precondition precondition, Making<T> making) {
    return write(precondition, true, making);
  }

  private Done write(Precondition precondition, boolean insist, Making<T> making) {
    for (int i = 0; i < ATTEMPTS; i++) {
      Optional<T> current = target.read().get();
      Optional<Long> version = current.map(target.version()::applyAsLong);
      if (!precondition.holds(version)) {
        throw mismatch(version);
      }
      OptionalLong expected =
          insist ? OptionalLong.of(version.orElse(NO_VERSION)) : OptionalLong.empty();
      Live.WriteResult result = live.accept(List.of(making.change(current, expected)), origin);
      switch (result.outcomes().getFirst()) {
        case Outcome.Accepted(long seq, long next) -> {
          return new Done(seq, next, current.isEmpty());
        }
        case Outcome.Duplicate _ -> {
          return new Done(result.seq(), version.orElse(NO_VERSION), false);
        }
        case Outcome.NotFound() -> throw target.missing().get();
        case Outcome.Conflict(String detail) ->
            throw new ProblemException(ProblemCode.CONFLICT, detail);
        case Outcome.VersionMismatch _ -> {} // once more, from the newer state
      }
    }
    throw ProblemException.retryAfter(
        1,
        ProblemCode.OVERLOADED,
        "too many writers change this " + target.noun() + " at the moment");
  }

  private ProblemException mismatch(Optional<Long> version) {
    String now = version.map(number -> "has version " + number).orElse("does not exist");
    return new ProblemException(ProblemCode.VERSION_MISMATCH, "the " + target.noun() + " " + now);
  }

  /**
   * What a write insists on: its header, or the {@code version} inside a line that was read before,
   * so that sending back an edited answer never overwrites somebody else's edit.
   */
  static Precondition precondition(Context ctx, JsonNode body) {
    Precondition header = Precondition.of(ctx);
    JsonNode version = body.get("version");
    if (version == null) {
      return header;
    }
    if (!version.isIntegralNumber() || !version.canConvertToLong()) {
      throw ProblemException.at(
          "/version", ProblemCode.WRONG_TYPE, "version must be a whole number");
    }
    Precondition inBody = new Precondition.Versions(Set.of(version.longValue()));
    if (!(header instanceof Precondition.None) && !header.equals(inBody)) {
      throw ProblemException.at(
          "/version", ProblemCode.INCONSISTENT, "version must agree with the header");
    }
    return inBody;
  }

  static JsonNode withoutVersion(JsonNode body) {
    return body instanceof ObjectNode object ? object.deepCopy().without("version") : body;
  }
}
