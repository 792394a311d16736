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
    return upTo(store.lastSeq(), generation, store);
  }

  /** Applies the changes after the snapshot up to one of them; takes the generation over. */
  public static Rehearsal upTo(long last, Generation generation, Store store) {
    Rehearsal rehearsal = new Rehearsal();
    rehearsal.generations.swap(generation);
    while (generation.seq() < last) {
      int some = (int) Math.min(BATCH, last - generation.seq());
      List<Entry> entries = store.changesAfter(generation.seq(), some);
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
