package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.RuleCheck;
import io.zhixun.corpus.jsonl.RuleJson;
import io.zhixun.search.analytics.Report;
import io.zhixun.search.serving.Live;
import io.zhixun.server.access.Caller;
import io.zhixun.server.editing.RuleLint;
import io.zhixun.server.editing.RuleLint.Known;
import io.zhixun.server.editing.Trials;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.store.Change;
import io.zhixun.store.Outcome;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntFunction;

/** {@code /v1/rules}: what editors want done with certain items in certain answers. */
public final class RuleResource {
  private final Records records;
  private final Live live;
  private final RuleTrial trial;
  private final InstantSource clock;
  private final IntFunction<Report> reports;

  /**
   * @param reports the report of the last days
   */
  public RuleResource(
      Records records, Live live, Trials trials, InstantSource clock, IntFunction<Report> reports) {
    this.records = records;
    this.live = live;
    this.trial = new RuleTrial(trials);
    this.clock = clock;
    this.reports = reports;
  }

  /** {@code GET /v1/rules}: by identifier. */
  public void list(Context ctx) {
    Query.none(ctx);
    ObjectNode json = Json.object();
    ArrayNode rules = json.putArray("rules");
    records.rules().forEach(rule -> rules.add(RuleJson.write(rule)));
    Json.answer(ctx, json);
  }

  /** {@code PUT /v1/rules/{id}}: adds or replaces; acts on the very next answer. */
  public void put(Context ctx) {
    Query.none(ctx);
    String id = Paths.id(ctx);
    Rule rule = Body.checked(Body.json(ctx), RuleCheck::read);
    Paths.requireSame(id, rule.id());
    write(ctx, new Change.PutRule(rule));
  }

  /** {@code DELETE /v1/rules/{id}}. */
  public void delete(Context ctx) {
    Query.none(ctx);
    write(ctx, new Change.DeleteRule(Paths.id(ctx)));
  }

  /** {@code POST /v1/rules:validate}: what is wrong with a rule, and what would come of it. */
  public void validate(Context ctx) {
    List<String> queries = TermTrial.queries(ctx);
    Checked<Rule> checked = RuleCheck.read(Body.json(ctx));
    Known known = Known.of(records.rules(), clock.instant(), reports.apply(RuleLint.DAYS));
    Json.answer(ctx, trial.of(checked, queries, known));
  }

  private void write(Context ctx, Change change) {
    Live.WriteResult result = live.accept(List.of(change), Caller.of(ctx).origin());
    if (result.outcomes().getFirst() instanceof Outcome.NotFound) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "there is no such rule");
    }
    Json.answer(ctx, Json.object().put("seq", result.seq()));
  }
}
