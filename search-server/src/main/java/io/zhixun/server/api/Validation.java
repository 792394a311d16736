package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.ItemQuality;
import io.zhixun.corpus.check.Problem;
import io.zhixun.server.http.BodyValues;
import io.zhixun.server.http.BodyValues.Value;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A dry run over catalogue lines: every broken rule of every line, and notes on what would be
 * accepted but may not be meant. Nothing is written. For one request.
 */
final class Validation {
  private final Records records;
  private final Set<ItemId> seen = new HashSet<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final Listing problems = new Listing();
  private final Listing notes = new Listing();
  private long valid;
  private long invalid;

  Validation(Records records) {
    this.records = records;
  }

  /** A prerequisite that some line names. */
  private record Wanted(long line, int index, ItemId item) {}

  /** Findings, of which only the first ones are kept one by one. */
  private static final class Listing {
    private final ArrayNode entries = Json.object().putArray("entries");
    private long more;

    void add(long line, String pointer, String code, String detail) {
      if (entries.size() == WriteReport.MAX_LISTED) {
        more++;
        return;
      }
      ObjectNode entry = entries.addObject().put("line", line);
      if (!pointer.isEmpty()) {
        entry.put("pointer", pointer);
      }
      entry.put("code", code).put("detail", detail);
    }
  }

  Validation of(Context ctx) {
    BodyValues.each(ctx, this::value);
    wanted.forEach(this::prerequisite);
    return this;
  }

  private void value(Value value) {
    switch (value) {
      case Value.Json(long line, JsonNode node) -> line(line, node);
      case Value.Unreadable(long line, ProblemException problem) -> {
        invalid++;
        problems.add(line, "", problem.code().name(), problem.getMessage());
      }
    }
  }

  private void line(long line, JsonNode node) {
    switch (ItemCheck.read(node)) {
      case Checked.Valid<Item>(Item item) when seen.add(item.id()) -> item(line, item);
      case Checked.Valid<Item>(Item item) -> {
        invalid++;
        String detail = "id must occur once in a batch, got " + item.id() + " again";
        problems.add(line, "/id", Problem.Code.DUPLICATE.name(), detail);
      }
      case Checked.Invalid<Item>(List<Problem> found) -> {
        invalid++;
        found.forEach(problem -> add(problems, line, problem));
      }
    }
  }

  private void item(long line, Item item) {
    valid++;
    ItemQuality.notes(item).forEach(note -> add(notes, line, note));
    List<ItemId> prerequisites = item.audience().prerequisites();
    for (int i = 0; i < prerequisites.size(); i++) {
      wanted.add(new Wanted(line, i, prerequisites.get(i)));
    }
  }

  private void prerequisite(Wanted named) {
    if (!seen.contains(named.item) && records.item(named.item).isEmpty()) {
      notes.add(
          named.line,
          "/prerequisites/" + named.index,
          "UNKNOWN_ITEM",
          "there is no item " + named.item + " yet");
    }
  }

  private static void add(Listing listing, long line, Problem problem) {
    listing.add(line, problem.pointer(), problem.code().name(), problem.detail());
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("valid", valid).put("invalid", invalid);
    json.set("problems", problems.entries);
    json.set("notes", notes.entries);
    if (problems.more + notes.more > 0) {
      json.put("notListed", problems.more + notes.more);
    }
    return json;
  }
}
