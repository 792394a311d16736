package io.zhixun.search.serving;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The generation that answers are made from now. A request leases it and keeps it to its end, so
 * that a swap never takes an index away under a search; the old one closes when its last lease
 * ends.
 */
public final class Generations implements AutoCloseable {
  private final AtomicReference<Generation> current = new AtomicReference<>();

  /** A generation in use. */
  public record Lease(Generation generation) implements AutoCloseable {
    @Override
    public void close() {
      generation.release();
    }
  }

  /**
   * The current generation, held until the lease is closed.
   *
   * @throws NotReadyException when nothing is served yet
   */
  public Lease lease() {
    while (true) {
      Generation generation = current.get();
      if (generation == null) {
        throw new NotReadyException("no snapshot is served yet: run `zhixun index build`");
      }
      if (generation.acquire()) {
        return new Lease(generation);
      }
    }
  }

  public boolean isReady() {
    return current.get() != null;
  }

  /** Puts another generation in place; the old one closes after its last lease. */
  void swap(Generation next) {
    Generation old = current.getAndSet(next);
    if (old != null) {
      old.release();
    }
  }

  @Override
  public void close() {
    swap(null);
  }
}
