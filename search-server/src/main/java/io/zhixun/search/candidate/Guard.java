package io.zhixun.search.candidate;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks what may fail or hang, so that an answer can go on without it. Each source has a lane of its
 * own: a few platform threads, so that a slow or native one holds up neither the others nor the
 * carriers of virtual threads, and a breaker that gives it up for a while after failures in a row.
 *
 * <p>Deadlines are for what is broken, not for what is slow: the same question should get the same
 * answer. Safe for many threads; idle threads end by themselves.
 */
public interface Guard {
  /** Begins to ask a source; {@link Promise#await} gives what it said. */
  <T> Promise<T> start(String source, Instant now, Callable<T> work);

  /** Asks one source and waits. */
  default <T> Outcome<T> ask(String source, Instant now, Callable<T> work) {
    return start(source, now, work).await();
  }

  /** A question under way. */
  interface Promise<T> {
    /** What came of it, at the deadline at the latest. */
    Outcome<T> await();
  }

  /** What came of a question. */
  sealed interface Outcome<T> {
    /** It was answered. */
    record Value<T>(T value) implements Outcome<T> {}

    /** It was not. */
    record Failed<T>(Code code) implements Outcome<T> {}
  }

  /** Why a source is missing. */
  enum Code {
    /** It threw. */
    SOURCE_FAILED,
    /** It did not answer in time. */
    SOURCE_TIMEOUT,
    /** It failed several times in a row and is given time to recover. */
    SOURCE_PAUSED,
    /** More questions wait for it than it can answer. */
    SOURCE_BUSY
  }

  /** Lanes with threads and breakers of their own. */
  static Guard lanes(GuardSettings settings) {
    Map<String, Lane> lanes = new ConcurrentHashMap<>();
    return new Guard() {
      @Override
      public <T> Promise<T> start(String source, Instant now, Callable<T> work) {
        return lanes.computeIfAbsent(source, name -> new Lane(name, settings)).start(now, work);
      }
    };
  }

  /** On the caller's own thread, without deadlines: for measuring, where nothing may be missing. */
  static Guard direct() {
    Logger log = LoggerFactory.getLogger(Guard.class);
    return new Guard() {
      @Override
      public <T> Promise<T> start(String source, Instant now, Callable<T> work) {
        Outcome<T> outcome;
        try {
          outcome = new Outcome.Value<>(work.call());
        } catch (Exception e) {
          log.error("source {} failed", source, e);
          outcome = new Outcome.Failed<>(Code.SOURCE_FAILED);
        }
        Outcome<T> done = outcome;
        return () -> done;
      }
    };
  }
}
