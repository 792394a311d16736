package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.TextRule;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.store.Key;
import io.zhixun.store.NewKey;
import io.zhixun.store.Role;
import java.time.Instant;
import java.util.Optional;

/** {@code /v1/keys}. */
public final class KeyResource {
  private static final TextRule NAME = TextRule.line(200);

  private final Records records;

  public KeyResource(Records records) {
    this.records = records;
  }

  /** {@code POST /v1/keys}: makes a key; the answer is the only place that ever shows it. */
  public void post(Context ctx) {
    Query.none(ctx);
    NewKey made = records.createKey(Body.object(ctx, KeyResource::grant));
    records.note(ctx, "key-created", made.id());
    ctx.status(201).header("Location", ctx.path() + "/" + made.id());
    Json.answer(ctx, Json.object().put("id", made.id()).put("key", made.presented()));
  }

  /** {@code GET /v1/keys}: all keys ever made, the oldest first, without their secrets. */
  public void list(Context ctx) {
    Query.none(ctx);
    ObjectNode json = Json.object();
    ArrayNode keys = json.putArray("keys");
    records.keys().forEach(key -> keys.add(json(key)));
    Json.answer(ctx, json);
  }

  /** {@code DELETE /v1/keys/{id}}: ends a key, on every server within a second. */
  public void delete(Context ctx) {
    Query.none(ctx);
    String id = Paths.id(ctx);
    if (!records.revokeKey(id)) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "there is no such key, or no longer");
    }
    records.note(ctx, "key-revoked", id);
    ctx.status(204);
  }

  private static Checked<Key.Grant> grant(FieldReader in) {
    in.require("name", "role");
    Optional<String> name = in.text("name", NAME);
    Optional<Role> role = in.oneOf("role", Role.class);
    Optional<UserId> learner = in.id("learner").map(UserId::new);
    Optional<Instant> expires = in.time("expires");
    return in.finish(() -> new Key.Grant(name.orElseThrow(), role.orElseThrow(), learner, expires));
  }

  private static ObjectNode json(Key key) {
    ObjectNode json =
        Json.object()
            .put("id", key.id())
            .put("name", key.grant().name())
            .put("role", key.grant().role().name());
    key.grant().learner().ifPresent(learner -> json.put("learner", learner.value()));
    key.grant().expires().ifPresent(time -> json.put("expires", time.toString()));
    json.put("createdAt", key.createdAt().toString());
    key.revokedAt().ifPresent(time -> json.put("revokedAt", time.toString()));
    key.lastUsed().ifPresent(time -> json.put("lastUsed", time.toString()));
    return json;
  }
}
