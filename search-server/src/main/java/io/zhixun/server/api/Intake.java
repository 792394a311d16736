package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.zhixun.search.serving.Live;
import io.zhixun.server.http.BodyValues;
import io.zhixun.server.http.BodyValues.Value;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes the values of one body, a few hundred at a time, so that a long stream neither fills
 * memory nor waits for the disk once a line. A line that is refused does not hold up the others.
 * For one request.
 */
final class Intake {
  private static final int AT_ONCE = 500;

  private final Live live;
  private final Origin origin;
  private final Function<JsonNode, Change> read;
  private final WriteReport report = new WriteReport();
  private final List<Change> changes = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  /**
   * @param origin where the changes come from
   * @param read makes the change that a value asks for, or throws what is wrong with it
   */
  Intake(Live live, Origin origin, Function<JsonNode, Change> read) {
    this.live = live;
    this.origin = origin;
    this.read = read;
  }

  /**
   * Takes in everything.
   *
   * @throws ProblemException when nothing could be read
   */
  WriteReport take(Context ctx) {
    BodyValues.each(ctx, this::value);
    flush();
    report
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return report;
  }

  private void value(Value value) {
    switch (value) {
      case Value.Json(long line, JsonNode node) -> value(line, node);
      case Value.Unreadable(long line, ProblemException problem) -> report.reject(line, problem);
    }
  }

  private void value(long line, JsonNode node) {
    try {
      changes.add(read.apply(node));
      lines.add(line);
    } catch (ProblemException e) {
      report.reject(line, e);
    }
    if (changes.size() == AT_ONCE) {
      flush();
    }
  }

  private void flush() {
    if (changes.isEmpty()) {
      return;
    }
    Live.WriteResult result = live.accept(changes, origin);
    for (int i = 0; i < lines.size(); i++) {
      outcome(lines.get(i), result.outcomes().get(i));
    }
    report.reached(result.seq());
    changes.clear();
    lines.clear();
  }

  private void outcome(long line, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted(long seq, _) -> report.accept(seq);
      case Outcome.Duplicate _ -> report.duplicate();
      case Outcome.Conflict(String detail) ->
          report.reject(line, ProblemException.at("/id", ProblemCode.CONFLICT, detail));
      case Outcome.VersionMismatch(long actual) ->
          report.reject(
              line,
              ProblemException.at(
                  "/id", ProblemCode.VERSION_MISMATCH, "the version is " + actual + " now"));
      case Outcome.NotFound() ->
          report.reject(
              line, ProblemException.at("/id", ProblemCode.NOT_FOUND, "there is no such thing"));
    }
  }
}
