package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.serving.Live;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.Query;
import io.zhixun.store.Entry;
import io.zhixun.store.UserSummary;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /v1/users}, {@code /v1/users/{id}/history} and {@code /export}: what is kept. */
public final class UserDataResource {
  private final Records records;
  private final Learners learners;
  private final Readiness readiness;

  public UserDataResource(Records records, Live live) {
    this.records = records;
    this.learners = new Learners(records);
    this.readiness = new Readiness(live);
  }

  /** {@code GET /v1/users}: all learners, by id. */
  public void list(Context ctx) {
    Page page = Page.of(ctx);
    Optional<UserId> after = page.cursor().map(PlainCursor::text).map(PlainCursor::user);
    List<Degradation> behind = readiness.behind(ctx);
    List<UserSummary> rows = records.learners(after, page.size() + 1);
    ObjectNode json = Json.object();
    ArrayNode users = json.putArray("users");
    rows.stream()
        .limit(page.size())
        .forEach(row -> users.addObject().put("id", row.id().value()).put("events", row.events()));
    if (rows.size() > page.size()) {
      json.put("nextCursor", PlainCursor.of(rows.get(page.size() - 1).id().value()));
    }
    AnswerJson.degraded(json, behind);
    Json.answer(ctx, json);
  }

  /** {@code GET /v1/users/{id}/history}: events, newest first. */
  public void history(Context ctx) {
    UserId id = Paths.learner(ctx);
    Page page = Page.of(ctx);
    long before = page.cursor().map(PlainCursor::number).orElse(Long.MAX_VALUE);
    List<Degradation> behind = readiness.behind(ctx);
    learners.require(ctx, id);
    List<Entry> rows = records.history(id, before, page.size() + 1);
    ObjectNode json = Json.object();
    ArrayNode events = json.putArray("events");
    rows.stream().limit(page.size()).forEach(row -> events.add(LearnerExport.event(row)));
    if (rows.size() > page.size()) {
      json.put("nextCursor", PlainCursor.of(Long.toString(rows.get(page.size() - 1).seq())));
    }
    AnswerJson.degraded(json, behind);
    Json.answer(ctx, json);
  }

  /**
   * {@code GET /v1/users/{id}/export}: everything kept of a learner as JSON lines that the API
   * would take back: the profile, the switch of personalisation, the events, newest first.
   */
  public void export(Context ctx) throws IOException {
    Query.none(ctx);
    UserId id = Paths.learner(ctx);
    UserProfile profile = learners.require(ctx, id);
    ctx.contentType("application/x-ndjson");
    LearnerExport export =
        new LearnerExport(
            profile, learners.settings(id), (before, size) -> records.history(id, before, size));
    export.write(ctx.outputStream());
  }
}
