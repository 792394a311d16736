package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.dataset.Dataset;
import io.zhixun.corpus.jsonl.LineProblem;
import io.zhixun.store.Change;
import io.zhixun.store.Outcome;
import io.zhixun.store.Store;
import io.zhixun.store.WriteResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Hands a data set to the store in batches, a few of them under way at once. */
final class Importer {
  private static final int BATCH = 4_000;
  private static final int UNDER_WAY = 4;
  private static final int SHOWN_PROBLEMS = 200;

  private final Store store;
  private final Output output;
  private final Deque<CompletableFuture<WriteResult>> underWay = new ArrayDeque<>();
  private List<Change> batch = new ArrayList<>();
  private long items;
  private long events;
  private long profiles;
  private long problems;
  private long accepted;
  private long duplicates;
  private long conflicts;
  private long seq;

  Importer(Store store, Output output) {
    this.store = store;
    this.output = output;
  }

  /**
   * What an import did.
   *
   * @param problems lines left out, with at least one problem each
   * @param duplicates changes that were in the store already
   * @param conflicts events whose id is taken by another one
   */
  record Report(
      long items,
      long events,
      long profiles,
      long accepted,
      long duplicates,
      long conflicts,
      long problems,
      long seq) {
    ObjectNode json() {
      return Output.node()
          .put("items", items)
          .put("events", events)
          .put("profiles", profiles)
          .put("accepted", accepted)
          .put("duplicates", duplicates)
          .put("conflicts", conflicts)
          .put("problems", problems)
          .put("seq", seq);
    }

    String sentence() {
      return "read %,d items, %,d events, %,d profiles; accepted %,d, already there %,d, conflicts %,d; %,d problems; the store is at %d"
          .formatted(items, events, profiles, accepted, duplicates, conflicts, problems, seq);
    }
  }

  /** Reads everything without writing anything, and reports each problem. */
  long countProblems(Dataset dataset) {
    long[] found = {0};
    dataset.read(
        _ -> {},
        _ -> {},
        _ -> {},
        problem -> {
          found[0]++;
          show(problem, found[0]);
        });
    return found[0];
  }

  Report run(Dataset dataset) {
    try (Steps steps = Steps.of("importing")) {
      dataset.read(
          item -> {
            items++;
            add(new Change.PutItem(item, OptionalLong.empty()), steps);
          },
          event -> {
            events++;
            add(new Change.AppendEvent(event), steps);
          },
          profile -> {
            profiles++;
            add(new Change.PutProfile(profile), steps);
          },
          problem -> {
            problems++;
            show(problem, problems);
          });
      send();
      while (!underWay.isEmpty()) {
        settle();
      }
    }
    return new Report(items, events, profiles, accepted, duplicates, conflicts, problems, seq);
  }

  private void show(LineProblem problem, long number) {
    if (number <= SHOWN_PROBLEMS) {
      output.note(problem.message());
    } else if (number == SHOWN_PROBLEMS + 1) {
      output.note("... further problems are counted and not shown");
    }
  }

  private void add(Change change, Steps steps) {
    batch.add(change);
    steps.step();
    if (batch.size() >= BATCH) {
      send();
    }
  }

  private void send() {
    if (batch.isEmpty()) {
      return;
    }
    underWay.addLast(store.submit(batch));
    batch = new ArrayList<>();
    if (underWay.size() >= UNDER_WAY) {
      settle();
    }
  }

  private void settle() {
    WriteResult result = underWay.removeFirst().join();
    seq = result.seq();
    for (Outcome outcome : result.outcomes()) {
      switch (outcome) {
        case Outcome.Accepted _ -> accepted++;
        case Outcome.Duplicate _ -> duplicates++;
        case Outcome.Conflict(String detail) -> {
          conflicts++;
          if (conflicts <= SHOWN_PROBLEMS) {
            output.note(detail);
          }
        }
        case Outcome.VersionMismatch _, Outcome.NotFound _ ->
            throw new IllegalStateException("an import names no versions, got " + outcome);
      }
    }
  }
}
