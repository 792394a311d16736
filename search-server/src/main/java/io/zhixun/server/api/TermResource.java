package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.search.serving.Live;
import io.zhixun.server.access.Caller;
import io.zhixun.server.editing.TermCheck;
import io.zhixun.server.editing.Trials;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.store.Change;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code /v1/synonyms}, which act on the next query, and {@code /v1/words}, which act when a
 * snapshot that was made with them is served.
 */
public final class TermResource {
  private final Term.Kind list;
  private final String noun;
  private final Records records;
  private final Live live;
  private final Trials trials;
  private final TermTrial trial;

  private TermResource(Term.Kind list, Records records, Live live, Trials trials, TermTrial trial) {
    this.list = list;
    this.noun = list == Term.Kind.WORD ? "word" : "synonym";
    this.records = records;
    this.live = live;
    this.trials = trials;
    this.trial = trial;
  }

  public static TermResource synonyms(
      Records records, Live live, Trials trials, InstantSource clock) {
    return new TermResource(
        Term.Kind.SYNONYM, records, live, trials, new TermTrial(records, trials, clock));
  }

  public static TermResource words(Records records, Live live, Trials trials, InstantSource clock) {
    return new TermResource(
        Term.Kind.WORD, records, live, trials, new TermTrial(records, trials, clock));
  }

  /** {@code GET /v1/synonyms}: by identifier. */
  public void list(Context ctx) {
    Page page = Page.of(ctx);
    Optional<String> after = page.cursor().map(PlainCursor::text);
    List<StoredTerm> rows =
        records.terms(list).stream()
            .filter(row -> after.map(last -> row.term().id().compareTo(last) > 0).orElse(true))
            .sorted(Comparator.comparing(row -> row.term().id()))
            .limit(page.size() + 1L)
            .toList();
    Trials.Activity activity = trials.activity();
    ObjectNode json = Json.object();
    ArrayNode lines = json.putArray(noun + "s");
    rows.stream().limit(page.size()).forEach(row -> lines.add(json(row, activity)));
    if (rows.size() > page.size()) {
      json.put("nextCursor", PlainCursor.of(rows.get(page.size() - 1).term().id()));
    }
    Json.answer(ctx, json);
  }

  /** {@code GET /v1/synonyms/{id}}. */
  public void get(Context ctx) {
    Query.none(ctx);
    StoredTerm stored = records.term(list, Paths.id(ctx)).orElseThrow(this::missing);
    ctx.header("ETag", Precondition.etag(stored.version()));
    Json.answer(ctx, json(stored, trials.activity()));
  }

  private ObjectNode json(StoredTerm stored, Trials.Activity activity) {
    ObjectNode json =
        Json.object()
            .put("id", stored.term().id())
            .put("text", stored.term().text())
            .put("version", stored.version());
    return list == Term.Kind.WORD ? json.put("active", activity.isActive(stored)) : json;
  }

  /** {@code PUT /v1/synonyms/{id}}: adds or replaces. */
  public void put(Context ctx) {
    Query.none(ctx);
    String id = Paths.id(ctx);
    JsonNode body = Body.json(ctx);
    Term term =
        Body.checked(VersionedWrite.withoutVersion(body), node -> TermCheck.read(list, node));
    Paths.requireSame(id, term.id());
    VersionedWrite.Done done =
        writing(ctx, id)
            .write(
                VersionedWrite.precondition(ctx, body),
                (_, version) -> new Change.PutTerm(unique(term), version));
    done.head(ctx);
    ObjectNode json = Json.object().put("seq", done.seq());
    if (list == Term.Kind.WORD) {
      Trials.Activity activity = trials.activity();
      json.put("active", records.term(list, id).map(activity::isActive).orElse(false));
    }
    Json.answer(ctx, json);
  }

  /** {@code DELETE /v1/synonyms/{id}}. */
  public void delete(Context ctx) {
    Query.none(ctx);
    String id = Paths.id(ctx);
    VersionedWrite.Done done =
        writing(ctx, id)
            .write(Precondition.of(ctx), (_, version) -> new Change.DeleteTerm(list, id, version));
    Json.answer(ctx, Json.object().put("seq", done.seq()));
  }

  /** {@code POST /v1/synonyms:validate}: what is wrong with a line, and what would come of it. */
  public void validate(Context ctx) {
    List<String> queries = TermTrial.queries(ctx);
    JsonNode body = VersionedWrite.withoutVersion(Body.json(ctx));
    Json.answer(ctx, trial.of(TermCheck.read(list, body), queries));
  }

  private Term unique(Term term) {
    TermCheck.twin(term, records.terms(list))
        .ifPresent(
            twin -> {
              throw ProblemException.of(TermTrial.twice(twin));
            });
    return term;
  }

  private VersionedWrite<StoredTerm> writing(Context ctx, String id) {
    return new VersionedWrite<>(
        live,
        Caller.of(ctx).origin(),
        new VersionedWrite.Target<>(
            noun, () -> records.term(list, id), StoredTerm::version, this::missing));
  }

  private ProblemException missing() {
    return new ProblemException(ProblemCode.NOT_FOUND, "there is no such " + noun);
  }
}
