package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.server.job.Job;
import io.zhixun.server.job.Jobs;
import io.zhixun.store.Accounts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** {@code /console/reindex/stream}: the job that runs, as server-sent events of ready words. */
final class ProgressStream implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(500);
  private static final int HEARTBEAT = 20;

  private final Jobs jobs;
  private final Accounts accounts;
  private final ZoneId zone;
  private volatile boolean closed;

  ProgressStream(Jobs jobs, Accounts accounts, ZoneId zone) {
    this.jobs = jobs;
    this.accounts = accounts;
    this.zone = zone;
  }

  void handle(Context ctx) {
    boolean signedIn =
        Optional.ofNullable(ctx.cookie(Guard.SESSION)).flatMap(accounts::of).isPresent();
    Optional<Job> running = jobs.list().stream().findFirst();
    if (!signedIn || running.isEmpty()) {
      ctx.status(signedIn ? HttpStatus.NO_CONTENT : HttpStatus.UNAUTHORIZED);
      return;
    }
    ctx.contentType("text/event-stream").header("X-Accel-Buffering", "no");
    try {
      OutputStream out = ctx.res().getOutputStream();
      Job job = running.get();
      send(out, job);
      int quiet = 0;
      while (job.end().isEmpty() && !closed) {
        Job now = jobs.await(job.id(), job.version(), GLANCE).orElse(job);
        quiet = now.version() == job.version() ? quiet + 1 : 0;
        if (now.version() != job.version()) {
          send(out, now);
        } else if (quiet % HEARTBEAT == 0) {
          write(out, ": still at it\n\n");
        }
        job = now;
      }
    } catch (IOException e) {
      return; // whoever watched has gone
    }
  }

  /** Two lines of data: the percentage and the words; the words hold no line ends. */
  private void send(OutputStream out, Job job) throws IOException {
    JobView view = JobView.of(job, zone);
    String kind = view.running() ? "progress" : "end";
    String words = (view.state() + "：" + view.stage()).replaceAll("\\R", " ");
    write(out, "event: " + kind + "\ndata: " + view.percent() + "\ndata: " + words + "\n\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    closed = true;
  }
}
