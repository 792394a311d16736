package io.zhixun.server.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads on for a while after an answer that came before the end of the request's body, and throws
 * away what comes. A connection that is closed while its other end is still sending is reset, and
 * whoever sends then learns of a broken pipe instead of why the request was refused.
 *
 * <p>No thread waits meanwhile. Nobody lingers for a body that says to be longer than the bound.
 */
public final class Lingering extends Handler.Wrapper {
  private final long mostBytes;
  private final Duration atMost;

  /**
   * @param mostBytes what is thrown away of a body; more breaks the connection
   * @param atMost how long it is waited for
   */
  public Lingering(long mostBytes, Duration atMost) {
    this.mostBytes = mostBytes;
    this.atMost = atMost;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return request.getLength() > mostBytes
        ? super.handle(request, response, callback)
        : super.handle(new Patient(request), response, new Rest(request, callback));
  }

  /** Does not give the body up when an answer is written: there is time for it afterwards. */
  private static final class Patient extends Request.Wrapper {
    Patient(Request request) {
      super(request);
    }

    @Override
    public boolean consumeAvailable() {
      return true;
    }
  }

  /** What is left of a body once the answer is written. */
  private final class Rest extends Callback.Nested {
    private final Request request;
    private final AtomicBoolean over = new AtomicBoolean();
    private Scheduler.Task limit = () -> false;
    private long read;

    Rest(Request request, Callback callback) {
      super(callback);
      this.request = request;
    }

    @Override
    public void succeeded() {
      if (readAvailable()) {
        super.succeeded();
        return;
      }
      Scheduler scheduler = request.getComponents().getScheduler();
      limit = scheduler.schedule(this::giveUp, atMost.toMillis(), TimeUnit.MILLISECONDS);
      request.demand(this::more);
    }

    private void more() {
      if (over.get()) {
        return; // it was given up meanwhile
      }
      if (!readAvailable()) {
        request.demand(this::more);
      } else if (over.compareAndSet(false, true)) {
        limit.cancel();
        super.succeeded();
      }
    }

    private void giveUp() {
      if (over.compareAndSet(false, true)) {
        super.failed(new TimeoutException("the body did not end within " + atMost));
      }
    }

    /** Throws away what has come; says whether nothing more is waited for. */
    private boolean readAvailable() {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          return false;
        }
        read += chunk.remaining();
        boolean last = chunk.isLast() || Content.Chunk.isFailure(chunk);
        chunk.release();
        if (last || read > mostBytes) {
          return true;
        }
      }
    }
  }
}
