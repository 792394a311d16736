package io.zhixun.server.http;

import io.javalin.http.Context;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One request on its way to its answer: its name and how long it has taken so far. */
public final class Exchange {
  /** The header that carries the name back. */
  public static final String REQUEST_ID = "X-Request-Id";

  private static final String ATTRIBUTE = "zhixun.exchange";

  private final String requestId;
  private final LongSupplier nanos;
  private final long start;

  private Exchange(String requestId, LongSupplier nanos) {
    this.requestId = requestId;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  static void begin(Context ctx, String requestId, LongSupplier nanos) {
    ctx.attribute(ATTRIBUTE, new Exchange(requestId, nanos));
    ctx.header(REQUEST_ID, requestId);
  }

  /** The exchange that a context belongs to, once {@link Gate#begin} has seen it. */
  public static Exchange of(Context ctx) {
    Exchange exchange = ctx.attribute(ATTRIBUTE);
    if (exchange == null) {
      throw new IllegalStateException("no exchange was begun for " + ctx.path());
    }
    return exchange;
  }

  /** Names the request in the log and in the answer's header. */
  public String requestId() {
    return requestId;
  }

  /** Server time since the request arrived. */
  public long tookMs() {
    return TimeUnit.NANOSECONDS.toMillis(tookNanos());
  }

  long tookNanos() {
    return nanos.getAsLong() - start;
  }
}
