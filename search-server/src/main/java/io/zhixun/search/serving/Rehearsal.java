package io.zhixun.search.serving;

import io.zhixun.store.Entry;
import io.zhixun.store.Store;
import java.util.List;

/**
 * A snapshot opened beside the served one and brought to the same record, to see how it would
 * answer. Closing it ends it; what is served is never touched.
 */
public final class Rehearsal implements AutoCloseable {
  private static final int BATCH = 2_000;

  private final Generations generations = new Generations();

  private Rehearsal() {}

  /** Applies the changes after the snapshot; takes the generation over. */
  public static Rehearsal of(Generation generation, Store store) {
    Rehearsal rehearsal = new Rehearsal();
    rehearsal.generations.swap(generation);
    long last = store.lastSeq();
    while (generation.seq() < last) {
      List<Entry> entries = store.changesAfter(generation.seq(), BATCH);
      if (entries.isEmpty()) {
        break;
      }
      generation.apply(entries);
    }
    return rehearsal;
  }

  /** What a pipeline takes its answers from. */
  public Generations generations() {
    return generations;
  }

  @Override
  public void close() {
    generations.close();
  }
}
