package io.zhixun.server.api;

import io.javalin.http.Context;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.store.BatchId;
import java.util.Optional;

/** Identifiers in paths. */
final class Paths {
  private Paths() {}

  /** The item that a path names, known or not. */
  static ItemId item(Context ctx) {
    return new ItemId(id(ctx));
  }

  /** The learner that a path names, if the caller may speak of it. */
  static UserId learner(Context ctx) {
    return Caller.of(ctx).require(new UserId(id(ctx)));
  }

  /** The batch that a path names; empty when no batch can have that name. */
  static Optional<BatchId> batch(Context ctx) {
    try {
      return Optional.of(new BatchId(id(ctx)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static ProblemException noSuchItem(ItemId item) {
    return new ProblemException(ProblemCode.NOT_FOUND, "there is no item " + item);
  }

  /** Refuses a body that is of something else than the address. */
  static void requireSame(String address, String inBody) {
    if (!inBody.equals(address)) {
      throw ProblemException.at(
          "/id", ProblemCode.INCONSISTENT, "id must be that of the address, got " + inBody);
    }
  }

  /** The identifier that a path names, whatever it is of. */
  static String id(Context ctx) {
    String id = ctx.pathParam("id");
    Ids.problem(id)
        .ifPresent(
            problem -> {
              throw ProblemException.at("/id", ProblemCode.BAD_ID, "id " + problem);
            });
    return id;
  }
}
