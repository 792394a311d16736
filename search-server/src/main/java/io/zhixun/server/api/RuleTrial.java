package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.check.Checked;
import io.zhixun.search.measure.RankingDiff;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.server.editing.RuleLint.Known;
import io.zhixun.server.editing.RuleLint.Warning;
import io.zhixun.server.editing.Trials;
import io.zhixun.server.http.Json;
import java.util.List;

/**
 * What is wrong with a rule, what may not be meant, and what would come of it; nothing is written.
 */
record RuleTrial(Trials trials) {

  /**
   * The answer.
   *
   * @param queries what to try it on; without any the one that the rule is for
   */
  ObjectNode of(Checked<Rule> checked, List<String> queries, Known known) {
    ObjectNode json = Json.object();
    ArrayNode problems = json.putArray("problems");
    checked.problems().forEach(problem -> TermTrial.add(problems, problem));
    ArrayNode notes = json.putArray("notes");
    checked
        .valid()
        .ifPresent(
            rule -> {
              trials.warnings(rule, known).forEach(warning -> note(warning, notes));
              ArrayNode preview = json.putArray("preview");
              String own = rule.when().query().orElse("");
              (queries.isEmpty() ? List.of(own) : queries)
                  .forEach(query -> compare(rule, query, known, preview.addObject()));
            });
    return json;
  }

  private void compare(Rule rule, String query, Known known, ObjectNode json) {
    Trials.Compared compared = trials.with(rule, search(query), known.now());
    json.put("query", query);
    places(compared.before(), json.putArray("before"));
    places(compared.after(), json.putArray("after"));
  }

  private static Requests.Search search(String query) {
    return Requests.Search.first(query, RankingDiff.DEPTH, Requests.Audience.ANYBODY);
  }

  private static void places(Answers.Search answer, ArrayNode places) {
    answer.sponsored().forEach(hit -> place(hit.item(), places).put("sponsored", true));
    answer.hits().forEach(hit -> place(hit.item(), places));
  }

  private static ObjectNode place(Item item, ArrayNode places) {
    return places.addObject().put("id", item.id().value()).put("title", item.text().title());
  }

  private static void note(Warning warning, ArrayNode notes) {
    switch (warning) {
      case Warning.Over() -> note(notes, "OVER", "its end is past, so it acts no more");
      case Warning.NeverAsked(String scenario) ->
          note(notes, "NEVER_ASKED", "there is no query in " + scenario + ", so it never acts");
      case Warning.Unused(int days) ->
          note(notes, "UNUSED", "its conditions have not held for " + days + " days");
      case Warning.NoItem(ItemId item) -> note(notes, "NO_ITEM", "there is no item " + item);
      case Warning.Unpublished(ItemId item, _) ->
          note(notes, "UNPUBLISHED", "learners do not see " + item + ", so it does nothing for it");
      case Warning.NotInText(ItemId item, _, String query) ->
          note(notes, "NOT_IN_TEXT", item + " does not hold \"" + query + "\"");
      case Warning.Contradicts(Rule other, ItemId item) ->
          note(notes, "CONTRADICTS", other.id() + " wants the opposite for " + item);
      case Warning.PinnedTwice(Rule other) ->
          note(notes, "PINNED_TWICE", other.id() + " pins too; the smaller identifier comes first");
      case Warning.Repeats(Rule other) ->
          note(notes, "REPEATS", other.id() + " does the same with the same items");
    }
  }

  private static void note(ArrayNode notes, String code, String detail) {
    TermTrial.remark(notes, code, detail);
  }
}
