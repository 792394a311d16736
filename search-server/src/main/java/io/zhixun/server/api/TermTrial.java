package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.config.SynonymRule;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Limits;
import io.zhixun.corpus.check.Problem;
import io.zhixun.server.editing.TermCheck;
import io.zhixun.server.editing.TermLint;
import io.zhixun.server.editing.Trials;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.Query;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a line of a word list, what may not be meant, and what would come of it;
 * nothing is written.
 */
record TermTrial(Records records, Trials trials, InstantSource clock) {
  /** Each is searched twice. */
  private static final int MAX_QUERIES = 20;

  /** The queries of a request for a trial. */
  static List<String> queries(Context ctx) {
    Query query = Query.of(ctx);
    FieldReader in = query.fields();
    List<String> queries = in.texts("query", MAX_QUERIES, Limits.QUERY);
    return query.finish(() -> queries);
  }

  /**
   * The answer.
   *
   * @param queries what to try it on; without any the terms that the line is about
   */
  ObjectNode of(Checked<Term> checked, List<String> queries) {
    ObjectNode json = Json.object();
    ArrayNode problems = json.putArray("problems");
    checked.problems().forEach(problem -> add(problems, problem));
    ArrayNode notes = json.putArray("notes");
    checked.valid().ifPresent(term -> valid(term, queries, json, notes));
    return json;
  }

  private void valid(Term term, List<String> queries, ObjectNode json, ArrayNode notes) {
    List<StoredTerm> list = records.terms(term.list());
    Optional<StoredTerm> twin = TermCheck.twin(term, list);
    if (twin.isPresent()) {
      add(json.withArrayProperty("problems"), twice(twin.get()));
      return;
    }
    new TermLint(trials, list)
        .notes(term)
        .forEach(note -> remark(notes, note.code().name(), note.detail()));
    ArrayNode preview = json.putArray("preview");
    if (term.list() == Term.Kind.WORD) {
      (queries.isEmpty() ? List.of(term.text()) : queries)
          .forEach(text -> cut(term.text(), text, preview.addObject()));
    } else {
      List<String> asked = SynonymRule.parse("", term.text()).asked();
      List<String> tried = queries.isEmpty() ? asked : queries;
      DiffJson.queries(
          trials.with(term, tried.stream().limit(MAX_QUERIES).toList(), clock.instant()), preview);
    }
  }

  private void cut(String word, String text, ObjectNode json) {
    json.put("text", text);
    ArrayNode before = json.putArray("before");
    trials.cut(text).forEach(before::add);
    ArrayNode after = json.putArray("after");
    trials.cutKnowing(word, text).forEach(after::add);
  }

  /** That another line says the same. */
  static Problem twice(StoredTerm twin) {
    return new Problem(
        "/text",
        Problem.Code.DUPLICATE,
        "text must occur once in the list, but " + twin.term().id() + " says so already");
  }

  static void add(ArrayNode problems, Problem problem) {
    remark(problems, problem.code().name(), problem.detail()).put("pointer", problem.pointer());
  }

  static ObjectNode remark(ArrayNode remarks, String code, String detail) {
    return remarks.addObject().put("code", code).put("detail", detail);
  }
}
