package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.ranking.blend.Part;
import io.zhixun.search.lexical.Filters.Counts;
import io.zhixun.search.lexical.Highlight;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.server.http.Exchange;
import io.zhixun.server.http.Json;
import java.util.List;

/** Writes what the pipeline answers as JSON: what is absent is left out, never null. */
final class AnswerJson {
  private AnswerJson() {}

  static ObjectNode search(Answers.Search answer, long tookMs, boolean explain) {
    ObjectNode json =
        facts(answer.facts(), tookMs)
            .put("total", answer.total())
            .put("personalised", answer.facts().personalised());
    ArrayNode hits = json.putArray("hits");
    answer.hits().forEach(hit -> hits.add(searchHit(hit, explain)));
    if (!answer.sponsored().isEmpty()) {
      ArrayNode sponsored = json.putArray("sponsored");
      answer.sponsored().forEach(hit -> sponsored.add(hit(hit, explain)));
    }
    if (!answer.facets().isEmpty()) {
      ObjectNode facets = json.putObject("facets");
      answer.facets().forEach(counts -> counts(facets, counts));
    }
    answer.didYouMean().ifPresent(text -> json.put("didYouMean", text));
    degraded(json, answer.facts().degraded());
    answer.nextCursor().ifPresent(cursor -> json.put("nextCursor", cursor));
    return json;
  }

  static ObjectNode feed(Answers.Feed answer, long tookMs, boolean explain) {
    ObjectNode json =
        facts(answer.facts(), tookMs).put("personalised", answer.facts().personalised());
    ArrayNode sections = json.putArray("sections");
    for (Answers.Section section : answer.sections()) {
      ObjectNode entry = sections.addObject().put("id", section.id()).put("title", section.title());
      ArrayNode items = entry.putArray("items");
      section.items().forEach(hit -> items.add(hit(hit, explain)));
      section.nextCursor().ifPresent(cursor -> entry.put("nextCursor", cursor));
    }
    degraded(json, answer.facts().degraded());
    return json;
  }

  static ObjectNode rank(Answers.Rank answer, long tookMs, boolean explain) {
    ObjectNode json =
        facts(answer.facts(), tookMs).put("personalised", answer.facts().personalised());
    ArrayNode items = json.putArray("items");
    for (Answers.Ranked item : answer.items()) {
      ObjectNode entry = items.addObject().put("id", item.id());
      if (item.known()) {
        entry.put("score", item.score()).put("known", true);
        reasons(entry, item.reasons());
        if (explain) {
          parts(entry, item.parts());
        }
        if (!item.policy().isEmpty()) {
          texts(entry, "policy", item.policy());
        }
      } else {
        entry.put("known", false);
      }
    }
    if (!answer.removed().isEmpty()) {
      ArrayNode removed = json.putArray("removed");
      answer
          .removed()
          .forEach(item -> removed.addObject().put("id", item.id()).put("policy", item.policy()));
    }
    degraded(json, answer.facts().degraded());
    return json;
  }

  /** The way to a goal. */
  static ObjectNode path(Answers.Path answer) {
    ObjectNode json = Json.object().put("goal", answer.goal().value());
    ArrayNode steps = json.putArray("steps");
    for (Answers.Step step : answer.steps()) {
      ObjectNode entry = steps.addObject();
      entry.set("item", ItemJson.write(step.item()));
      entry.put("done", step.done());
      entry.set("reason", reason(step.reason()));
    }
    if (!answer.cycles().isEmpty()) {
      ArrayNode cycles = json.putArray("cycles");
      for (List<ItemId> cycle : answer.cycles()) {
        ArrayNode ring = cycles.addArray();
        cycle.forEach(id -> ring.add(id.value()));
      }
    }
    degraded(json, answer.facts().degraded());
    return json;
  }

  /** Similar, next and trending items. */
  static ObjectNode items(Answers.Items answer, boolean explain) {
    ObjectNode json = Json.object().put("requestId", answer.facts().requestId());
    ArrayNode items = json.putArray("items");
    for (Answers.Hit hit : answer.items()) {
      ObjectNode entry = items.addObject();
      entry.set("item", ItemJson.write(hit.item()));
      entry.put("score", hit.score());
      reasons(entry, hit.reasons());
      if (explain) {
        parts(entry, hit.parts());
      }
    }
    degraded(json, answer.facts().degraded());
    return json;
  }

  /** Answers with an object that names its request, in the header as in the body. */
  static void send(Context ctx, ObjectNode json) {
    ctx.header(Exchange.REQUEST_ID, json.get("requestId").textValue());
    Json.answer(ctx, json);
  }

  /** Adds the sources that are missing from an answer; nothing when none is. */
  static void degraded(ObjectNode json, List<Answers.Degradation> degraded) {
    if (!degraded.isEmpty()) {
      ArrayNode list = json.withArrayProperty("degraded");
      degraded.forEach(
          missing -> list.addObject().put("source", missing.source()).put("code", missing.code()));
    }
  }

  private static ObjectNode facts(Answers.Facts facts, long tookMs) {
    return Json.object()
        .put("requestId", facts.requestId())
        .put("generation", facts.generation())
        .put("tookMs", tookMs);
  }

  private static ObjectNode searchHit(Answers.Hit hit, boolean explain) {
    ObjectNode json = Json.object();
    json.set("item", ItemJson.write(hit.item()));
    json.put("score", hit.score());
    if (!hit.highlights().isEmpty()) {
      ObjectNode highlights = json.putObject("highlights");
      hit.highlights().forEach(highlight -> highlight(highlights, highlight));
    }
    hit.chapter().ifPresent(chapter -> json.put("chapter", chapter));
    why(json, hit, explain);
    if (!hit.otherEditions().isEmpty()) {
      ArrayNode editions = json.putArray("otherEditions");
      hit.otherEditions().stream().map(ItemId::value).forEach(editions::add);
    }
    return json;
  }

  private static ObjectNode hit(Answers.Hit hit, boolean explain) {
    ObjectNode json = Json.object();
    json.set("item", ItemJson.write(hit.item()));
    json.put("score", hit.score());
    why(json, hit, explain);
    return json;
  }

  private static void why(ObjectNode json, Answers.Hit hit, boolean explain) {
    reasons(json, hit.reasons());
    texts(json, "sources", hit.sources());
    if (explain) {
      parts(json, hit.parts());
    }
    texts(json, "policy", hit.policy());
  }

  private static void highlight(ObjectNode highlights, Highlight highlight) {
    ObjectNode passage =
        highlights.withArrayProperty(highlight.field()).addObject().put("text", highlight.text());
    ArrayNode spans = passage.putArray("spans");
    highlight.spans().forEach(span -> spans.addArray().add(span.start()).add(span.end()));
  }

  private static void counts(ObjectNode facets, Counts counts) {
    ArrayNode values = facets.putArray(counts.facet().label());
    counts
        .values()
        .forEach(
            count -> values.addObject().put("value", count.value()).put("count", count.count()));
  }

  private static void reasons(ObjectNode json, List<Answers.Reason> reasons) {
    ArrayNode list = json.putArray("reasons");
    for (Answers.Reason reason : reasons) {
      list.add(reason(reason));
    }
  }

  private static ObjectNode reason(Answers.Reason reason) {
    ObjectNode json = Json.object().put("code", reason.code().name()).put("text", reason.text());
    reason.item().ifPresent(item -> json.put("itemId", item.value()));
    return json;
  }

  private static void parts(ObjectNode json, List<Part> parts) {
    ArrayNode list = json.putArray("parts");
    for (Part part : parts) {
      list.addObject()
          .put("feature", part.feature())
          .put("value", part.value())
          .put("weight", part.weight())
          .put("contribution", part.contribution());
    }
  }

  private static void texts(ObjectNode json, String name, List<String> texts) {
    ArrayNode list = json.putArray(name);
    texts.forEach(list::add);
  }
}
