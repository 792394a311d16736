package io.zhixun.ranking.math;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * Keeps a few scratch objects for reuse, so that requests do not allocate. Safe for many threads; a
 * thread that finds the pool empty gets a new object, and what does not fit back is dropped.
 */
public final class Pool<T> {
  private static final int KEPT = 32;

  private final ArrayBlockingQueue<T> idle = new ArrayBlockingQueue<>(KEPT);
  private final Supplier<T> maker;

  public Pool(Supplier<T> maker) {
    this.maker = maker;
  }

  public T take() {
    T object = idle.poll();
    return object == null ? maker.get() : object;
  }

  public void giveBack(T object) {
    boolean _ = idle.offer(object);
  }
}
