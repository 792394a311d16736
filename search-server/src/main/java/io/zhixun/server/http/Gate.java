package io.zhixun.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * What every request passes before its handler: it gets a name, its address must be readable, and
 * there must be room for it. Safe for many threads.
 */
public final class Gate {
  private static final int RETRY_SECONDS = 1;
  private static final int MANY = 1 << 20;

  private final int most;
  private final Semaphore room;
  private final Semaphore unwritten = new Semaphore(MANY);
  private final Supplier<String> requestIds;
  private final LongSupplier nanos;
  private volatile boolean closing;

  /**
   * @param most requests that may be under way at once
   * @param nanos a stopwatch
   */
  public Gate(int most, InstantSource clock, RandomGenerator random, LongSupplier nanos) {
    this.most = most;
    this.room = new Semaphore(most);
    this.requestIds = new RequestIds(clock, random);
    this.nanos = nanos;
  }

  /** Begins an exchange; comes first for every request, also for those without a route. */
  public void begin(Context ctx) {
    Exchange.begin(ctx, requestIds.get(), nanos);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Cache-Control", "no-store");
    if (PercentEncoding.decodePath(ctx.path()).isEmpty()) {
      throw new ProblemException(
          ProblemCode.BAD_ENCODING, "the path must be percent-encoded UTF-8, got something else");
    }
  }

  /** The handler, reached only while there is room: better a quick refusal than a slow collapse. */
  public Handler limited(Handler handler) {
    return ctx -> {
      if (closing) {
        throw refusal("the server is stopping").with("Connection", "close");
      }
      if (!room.tryAcquire()) {
        throw refusal(most + " requests are under way already");
      }
      awaitWritten(ctx);
      try {
        handler.handle(ctx);
      } finally {
        room.release();
      }
    };
  }

  /** An answer is written after its handler, and only then the request is over. */
  private void awaitWritten(Context ctx) {
    unwritten.acquireUninterruptibly();
    Request.addCompletionListener(
        ServletContextRequest.getServletContextRequest(ctx.req()), _ -> unwritten.release());
  }

  /**
   * The handler, from which errors of the machine come out as exceptions, so that they are answered
   * and logged like any other mistake of ours.
   */
  public static Handler contained(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (Error e) {
        throw new IllegalStateException("a handler ended in an error of the machine", e);
      }
    };
  }

  private static ProblemException refusal(String detail) {
    return ProblemException.retryAfter(RETRY_SECONDS, ProblemCode.OVERLOADED, detail);
  }

  /** Requests that are being answered, but for those that watch the server. */
  public int underWay() {
    return most - room.availablePermits();
  }

  /** Whether requests are refused because the server stops. */
  public boolean isClosing() {
    return closing;
  }

  /**
   * Refuses new requests and waits for those under way, until their answers are written.
   *
   * @return whether all were done in time
   */
  public boolean close(Duration atMost) throws InterruptedException {
    closing = true;
    return room.tryAcquire(most, atMost.toMillis(), TimeUnit.MILLISECONDS)
        && unwritten.tryAcquire(MANY, atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
