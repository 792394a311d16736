package io.zhixun.server.api;

import io.javalin.http.Context;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.serving.Live;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import java.time.Duration;
import java.util.List;

/**
 * Whether there is something to answer from, and whether it contains what the reader wrote: a
 * request may carry the {@code seq} of a change in {@code X-Zhixun-Seq}, and is answered after it.
 */
final class Readiness {
  /** The header in which a reader names the change it wants to see. */
  static final String SEQ = "X-Zhixun-Seq";

  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final int MAX_DIGITS = 18;

  /** What others write meanwhile is missing. */
  static final List<Degradation> FROM_MEMORY =
      List.of(new Degradation("changes", Degradation.RECORD_AWAY));

  private final Live live;

  Readiness(Live live) {
    this.live = live;
  }

  /**
   * Waits for the change that a reader named, for {@link #PATIENCE} at most.
   *
   * @return what the answer will be missing
   * @throws ProblemException when nothing can be answered at all
   */
  List<Degradation> await(Context ctx) {
    if (!live.isReady()) {
      throw ProblemException.retryAfter(
          1, ProblemCode.NOT_READY, "there is no snapshot to answer from yet");
    }
    List<Degradation> behind = behind(ctx);
    return behind.isEmpty() && live.isRecordAway() ? FROM_MEMORY : behind;
  }

  /** The same for what is read from the record, which is there even without a snapshot. */
  List<Degradation> behind(Context ctx) {
    String header = ctx.header(SEQ);
    return header == null || live.awaitSeq(number(header), PATIENCE)
        ? List.of()
        : List.of(new Degradation("changes", "NOT_YET_THERE"));
  }

  private static long number(String header) {
    boolean whole = header.length() <= MAX_DIGITS && header.matches("[0-9]+");
    if (!whole) {
      throw ProblemException.at(
          "/" + SEQ, ProblemCode.MALFORMED, SEQ + " must be the seq that a write answered");
    }
    return Long.parseLong(header);
  }
}
