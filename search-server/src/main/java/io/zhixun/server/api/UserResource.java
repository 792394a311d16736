package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.check.ProfileCheck;
import io.zhixun.corpus.jsonl.ProfileJson;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.serving.Live;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.store.Change;
import java.util.List;

/** {@code /v1/users/{id}} and what can be switched there. */
public final class UserResource {
  private final Learners learners;
  private final Live live;
  private final Readiness readiness;

  public UserResource(Records records, Live live) {
    this.learners = new Learners(records);
    this.live = live;
    this.readiness = new Readiness(live);
  }

  /** {@code GET /v1/users/{id}}: what the learner told, and whether answers are personal. */
  public void get(Context ctx) {
    Query.none(ctx);
    UserId id = Paths.learner(ctx);
    List<Degradation> behind = readiness.behind(ctx);
    UserProfile profile = learners.require(ctx, id);
    ObjectNode json = ProfileJson.write(profile);
    json.putObject("personalisation").put("enabled", learners.settings(id).personalised());
    AnswerJson.degraded(json, behind);
    Json.answer(ctx, json);
  }

  /** {@code PUT /v1/users/{id}}: replaces what the learner told. */
  public void put(Context ctx) {
    Query.none(ctx);
    UserId id = Paths.learner(ctx);
    UserProfile profile = Body.checked(Body.json(ctx), ProfileCheck::read);
    if (!profile.id().equals(id)) {
      throw ProblemException.at(
          "/id", ProblemCode.INCONSISTENT, "id must be that of the address, got " + profile.id());
    }
    write(ctx, new Change.PutProfile(profile));
  }

  /** {@code PUT /v1/users/{id}/personalisation}: acts on the very next answer. */
  public void personalisation(Context ctx) {
    Query.none(ctx);
    UserId id = Paths.learner(ctx);
    boolean enabled =
        Body.object(
            ctx,
            in -> {
              in.require("enabled");
              var flag = in.flag("enabled");
              return in.finish(flag::orElseThrow);
            });
    write(ctx, new Change.SetPersonalisation(id, enabled));
  }

  private void write(Context ctx, Change change) {
    long seq = live.accept(List.of(change)).seq();
    Json.answer(ctx, Json.object().put("seq", seq));
  }
}
