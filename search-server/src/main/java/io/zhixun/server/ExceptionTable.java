package io.zhixun.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.zhixun.search.pipeline.CursorException;
import io.zhixun.search.serving.NotReadyException;
import io.zhixun.server.http.Exchange;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Problems;
import io.zhixun.store.StoreException;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How everything that handlers throw is answered. An {@code IllegalArgumentException} is not in it:
 * what callers may get wrong is found while requests are read, and whatever else is thrown is our
 * mistake and not theirs.
 */
final class ExceptionTable {
  private static final Logger LOG = LoggerFactory.getLogger(ExceptionTable.class);

  private static final int RETRY_SECONDS = 5;

  private ExceptionTable() {}

  static void install(RoutesConfig routes) {
    routes.exception(ProblemException.class, (e, ctx) -> Problems.answer(ctx, e));
    routes.exception(CursorException.class, (e, ctx) -> Problems.answer(ctx, of(e)));
    routes.exception(HttpResponseException.class, (e, ctx) -> Problems.answer(ctx, of(e, ctx)));
    routes.exception(HttpException.RuntimeException.class, (e, ctx) -> Problems.answer(ctx, of(e)));
    routes.exception(NotReadyException.class, (_, ctx) -> Problems.answer(ctx, notReady()));
    routes.exception(StoreException.class, (e, ctx) -> store(ctx, e));
    routes.exception(CompletionException.class, (e, ctx) -> completion(ctx, e));
    routes.exception(Exception.class, (e, ctx) -> bug(ctx, e));
  }

  private static ProblemException of(CursorException e) {
    return switch (e.code()) {
      case BAD_CURSOR -> ProblemException.at("/cursor", ProblemCode.BAD_CURSOR, e.getMessage());
      case CURSOR_GONE -> ProblemException.at("/cursor", ProblemCode.CURSOR_GONE, e.getMessage());
    };
  }

  private static ProblemException notReady() {
    return ProblemException.retryAfter(
        1, ProblemCode.NOT_READY, "there is no snapshot to answer from yet");
  }

  /** What Javalin itself throws: there is no such route, or none for this method. */
  private static ProblemException of(HttpResponseException e, Context ctx) {
    return switch (e) {
      case NotFoundResponse _ ->
          new ProblemException(ProblemCode.NOT_FOUND, "there is nothing at this address");
      case MethodNotAllowedResponse _ -> {
        String allowed = e.getDetails().getOrDefault("availableMethods", "");
        yield new ProblemException(
                ProblemCode.METHOD_NOT_ALLOWED,
                "the method must be one of " + allowed + ", got " + ctx.method())
            .with("Allow", allowed);
      }
      default ->
          new ProblemException(
              e.getStatus() == 413 ? ProblemCode.BODY_TOO_LARGE : ProblemCode.BAD_REQUEST,
              "the request cannot be accepted");
    };
  }

  private static ProblemException of(HttpException e) {
    return new ProblemException(
        ProblemCode.BAD_REQUEST, "the request is not valid HTTP: " + e.getReason());
  }

  /** What failed on another thread is answered like what it was there. */
  private static void completion(Context ctx, CompletionException e) {
    if (e.getCause() instanceof StoreException cause) {
      store(ctx, cause);
    } else {
      bug(ctx, e);
    }
  }

  /** The record cannot do it. The message names folders of ours, and so goes to the log only. */
  private static void store(Context ctx, StoreException e) {
    switch (e.code()) {
      case OVERLOADED ->
          Problems.answer(
              ctx, ProblemException.retryAfter(1, ProblemCode.OVERLOADED, "too many writes wait"));
      case FULL, READ_ONLY, LOCKED, UNAVAILABLE, CLOSED -> {
        LOG.warn("request {}: {}", Exchange.of(ctx).requestId(), e.getMessage());
        Problems.answer(
            ctx,
            ProblemException.retryAfter(
                RETRY_SECONDS,
                ProblemCode.STORE_UNAVAILABLE,
                "the record cannot be used at the moment (" + e.code() + ")"));
      }
      case REFUSED, PRUNED, DAMAGED, NEWER_SCHEMA -> bug(ctx, e);
    }
  }

  /** A mistake of ours: the details go to the log, under the name that the caller gets. */
  private static void bug(Context ctx, Exception e) {
    LOG.error("request {}: {} {}", Exchange.of(ctx).requestId(), ctx.method(), ctx.path(), e);
    Problems.answer(
        ctx,
        new ProblemException(
            ProblemCode.INTERNAL, "something went wrong here; the log has it under X-Request-Id"));
  }
}
