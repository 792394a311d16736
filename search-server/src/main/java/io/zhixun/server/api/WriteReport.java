package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What became of the lines of one request. For one thread. */
final class WriteReport {
  /** Refused lines that are listed one by one; a stream may hold millions of them. */
  static final int MAX_LISTED = 1_000;

  /** A line that was not accepted. */
  private record Rejection(long line, ProblemException problem) {}

  private final List<Rejection> rejected = new ArrayList<>();
  private long rejections;
  private long accepted;
  private long duplicates;
  private long seq;

  void accept(long seqSoFar) {
    accepted++;
    seq = Math.max(seq, seqSoFar);
  }

  void duplicate() {
    duplicates++;
  }

  void reject(long line, ProblemException problem) {
    rejections++;
    if (rejected.size() < MAX_LISTED) {
      rejected.add(new Rejection(line, problem));
    }
  }

  /** Remembers how far the record had come; the answer's {@code seq} is never before it. */
  void reached(long seqSoFar) {
    seq = Math.max(seq, seqSoFar);
  }

  /** Why the request as a whole has failed: nothing in it could be read. */
  Optional<ProblemException> failure() {
    boolean anyRead =
        accepted + duplicates > 0
            || rejected.stream().anyMatch(r -> r.problem.code() == ProblemCode.CONFLICT);
    if (anyRead) {
      return Optional.empty();
    }
    if (rejected.isEmpty()) {
      return Optional.of(
          new ProblemException(
              ProblemCode.BLANK, "the body must hold at least one value, got none"));
    }
    Rejection first = rejected.getFirst();
    return Optional.of(rejections == 1 ? first.problem : numbered(first));
  }

  private static ProblemException numbered(Rejection first) {
    return ProblemException.at(
        first.problem.pointer().orElse(""),
        first.problem.code(),
        "line " + first.line + ": " + first.problem.getMessage() + " (and no other line is valid)");
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("accepted", accepted).put("duplicates", duplicates);
    ArrayNode list = json.putArray("rejected");
    rejected.sort(Comparator.comparingLong(Rejection::line));
    for (Rejection rejection : rejected) {
      ObjectNode entry = list.addObject().put("line", rejection.line);
      rejection.problem.pointer().ifPresent(pointer -> entry.put("pointer", pointer));
      entry.put("code", rejection.problem.code().name());
      entry.put("detail", rejection.problem.getMessage());
    }
    if (rejections > rejected.size()) {
      json.put("notListed", rejections - rejected.size());
    }
    return json.put("seq", seq);
  }
}
