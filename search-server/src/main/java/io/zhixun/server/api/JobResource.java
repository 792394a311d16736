package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.server.job.Job;
import io.zhixun.server.job.JobException;
import io.zhixun.server.job.Jobs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** {@code /v1/reindex} and {@code /v1/jobs}. */
public final class JobResource {
  /** A stream says at least this often that it is alive, so that proxies leave it open. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** How long a stream sleeps at most before it sees that the server stops. */
  private static final Duration GLANCE = Duration.ofMillis(500);

  private final Records records;
  private final Jobs jobs;
  private final BooleanSupplier closing;

  /**
   * @param closing whether the server is about to stop
   */
  public JobResource(Records records, Jobs jobs, BooleanSupplier closing) {
    this.records = records;
    this.jobs = jobs;
    this.closing = closing;
  }

  /** {@code POST /v1/reindex}: begins to make a snapshot beside the one that is served. */
  public void reindex(Context ctx) {
    Query.none(ctx);
    boolean activate = Body.object(ctx, JobResource::activate);
    try {
      Job job = jobs.reindex(activate);
      records.note(ctx, "reindex-started", job.id());
      ctx.status(202).header("Location", "/v1/jobs/" + job.id());
      Json.answer(ctx, json(job));
    } catch (JobException e) {
      throw switch (e.code()) {
        case BUSY -> new ProblemException(ProblemCode.JOB_RUNNING, e.getMessage());
        case CLOSING -> ProblemException.retryAfter(1, ProblemCode.OVERLOADED, e.getMessage());
      };
    }
  }

  private static Checked<Boolean> activate(FieldReader in) {
    Optional<Boolean> activate = in.flag("activate");
    return in.finish(() -> activate.orElse(false));
  }

  /** {@code GET /v1/jobs}: the newest first. */
  public void list(Context ctx) {
    Query.none(ctx);
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("jobs");
    jobs.list().forEach(job -> list.add(json(job)));
    Json.answer(ctx, json);
  }

  /** {@code GET /v1/jobs/{id}}. */
  public void get(Context ctx) {
    Query.none(ctx);
    Json.answer(ctx, json(job(ctx)));
  }

  /** {@code POST /v1/jobs/{id}/cancel}: asks it to end; answers how it stands. */
  public void cancel(Context ctx) {
    Query.none(ctx);
    Job job = job(ctx);
    if (job.end().isEmpty()) {
      records.note(ctx, "reindex-cancelled", job.id());
    }
    Json.answer(ctx.status(202), json(jobs.cancel(job.id()).orElse(job)));
  }

  /**
   * {@code GET /v1/jobs/{id}/stream}: server-sent events of the job as it changes; ends after the
   * last.
   */
  public void stream(Context ctx) {
    Query.none(ctx);
    Job job = job(ctx);
    ctx.contentType("text/event-stream").header("X-Accel-Buffering", "no");
    try {
      OutputStream out = ctx.res().getOutputStream();
      send(out, job);
      while (job.end().isEmpty() && !closing.getAsBoolean()) {
        job = next(out, job);
      }
    } catch (IOException e) {
      return; // whoever watched has gone
    }
  }

  /** Sends the next state of a job, or a sign of life when it has none for long. */
  private Job next(OutputStream out, Job job) throws IOException {
    Job now = job;
    for (long waited = 0; waited < HEARTBEAT.toMillis(); waited += GLANCE.toMillis()) {
      now = jobs.await(job.id(), job.version(), GLANCE).orElse(job);
      if (now.version() != job.version()) {
        send(out, now);
        return now;
      }
      if (closing.getAsBoolean()) {
        return now;
      }
    }
    write(out, ": still at it\n\n");
    return now;
  }

  private static void send(OutputStream out, Job job) throws IOException {
    String data = new String(Json.bytes(json(job)), StandardCharsets.UTF_8);
    String kind = job.end().isEmpty() ? "progress" : "end";
    write(out, "id: " + job.version() + "\nevent: " + kind + "\ndata: " + data + "\n\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private Job job(Context ctx) {
    return jobs.find(Paths.id(ctx))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.NOT_FOUND, "there is no such job, or it was long ago"));
  }

  private static ObjectNode json(Job job) {
    ObjectNode json =
        Json.object()
            .put("id", job.id())
            .put("kind", "REINDEX")
            .put("activate", job.activate())
            .put("started", job.started().toString());
    json.putObject("step").put("stage", job.step().stage()).put("done", job.step().done());
    switch (job.end().orElse(null)) {
      case null -> json.put("state", "RUNNING");
      case Job.Done(var at, var snapshot) ->
          json.put("state", "DONE").put("ended", at.toString()).put("snapshot", snapshot);
      case Job.Failed(var at, var why) ->
          json.put("state", "FAILED").put("ended", at.toString()).put("error", why);
      case Job.Cancelled(var at) -> json.put("state", "CANCELLED").put("ended", at.toString());
    }
    return json;
  }
}
