package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Limits;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.search.serving.Live;
import io.zhixun.server.access.Caller;
import io.zhixun.server.editing.Undoing;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.store.Audit;
import io.zhixun.store.Outcome;
import java.util.List;
import java.util.Optional;

/** {@code /v1/audit}: who did what, with what was there before and after. */
public final class AuditResource {
  private final Records records;
  private final Live live;

  public AuditResource(Records records, Live live) {
    this.records = records;
    this.live = live;
  }

  private record Asked(Page page, Audit.Wanted wanted) {}

  /** {@code GET /v1/audit}: the newest first. */
  public void list(Context ctx) {
    Asked asked = asked(ctx);
    long before = asked.page().cursor().map(PlainCursor::number).orElse(Long.MAX_VALUE);
    int size = asked.page().size();
    List<Audit.Done> rows = records.audit(before, asked.wanted(), size + 1);
    ObjectNode json = Json.object();
    ArrayNode entries = json.putArray("entries");
    rows.stream().limit(size).forEach(row -> entries.add(json(row)));
    if (rows.size() > size) {
      json.put("nextCursor", PlainCursor.of(Long.toString(rows.get(size - 1).id())));
    }
    Json.answer(ctx, json);
  }

  private static Asked asked(Context ctx) {
    Query query = Query.of(ctx);
    FieldReader in = query.fields();
    Optional<AuditKind> kind = in.oneOf("kind", AuditKind.names());
    Optional<String> target = in.id("target");
    Optional<String> who = in.text("who", Limits.LABEL);
    Page page = Page.read(in);
    Audit.Wanted wanted =
        kind.map(one -> one.wanted(target, who))
            .orElseGet(
                () ->
                    new Audit.Wanted(
                        Audit.Wanted.ALL.actions(), Audit.Wanted.ALL.list(), target, who));
    return query.finish(() -> new Asked(page, wanted));
  }

  private static ObjectNode json(Audit.Done done) {
    ObjectNode json =
        Json.object()
            .put("id", done.id())
            .put("at", done.at().toString())
            .put("who", done.who())
            .put("kind", AuditKind.of(done.what()).name())
            .put("action", AuditKind.action(done.what()))
            .put("target", AuditKind.target(done.what()));
    content(done.before()).ifPresent(before -> json.set("before", before));
    Optional<JsonNode> after = content(done.after());
    after.ifPresent(content -> json.set("after", content));
    if (after.isEmpty()) {
      done.after().filter(text -> !text.isEmpty()).ifPresent(text -> json.put("detail", text));
    }
    if (done.before().filter(Audit.NOT_KEPT::equals).isPresent()) {
      json.put("beforeKept", false);
    }
    return json.put("undoable", Undoing.of(done) instanceof Undoing.By);
  }

  private static Optional<JsonNode> content(Optional<String> text) {
    return text.flatMap(json -> StrictJson.read(json).valid())
        .filter(JsonNode::isObject)
        .map(json -> json instanceof ObjectNode object ? object.without("list") : json);
  }

  /** {@code POST /v1/audit/{id}/undo}: a rule or line is again what it was before an entry. */
  public void undo(Context ctx) {
    Query.none(ctx);
    Undoing undoing =
        entry(Paths.id(ctx))
            .map(Undoing::of)
            .orElseThrow(
                () -> new ProblemException(ProblemCode.NOT_FOUND, "there is no such entry"));
    switch (undoing) {
      case Undoing.By(var change) -> {
        Live.WriteResult result = live.accept(List.of(change), Caller.of(ctx).origin());
        if (result.outcomes().getFirst() instanceof Outcome.NotFound) {
          throw refused("what it made is gone already");
        }
        Json.answer(ctx, Json.object().put("seq", result.seq()));
      }
      case Undoing.Lost() -> throw refused("what was there before is not kept any more");
      case Undoing.NotOfThis() ->
          throw refused("only rules and lines of word lists are taken back from here");
    }
  }

  private Optional<Audit.Done> entry(String id) {
    return id.matches("[1-9][0-9]{0,17}") ? records.audited(Long.parseLong(id)) : Optional.empty();
  }

  private static ProblemException refused(String detail) {
    return new ProblemException(ProblemCode.NOT_UNDOABLE, detail);
  }
}
