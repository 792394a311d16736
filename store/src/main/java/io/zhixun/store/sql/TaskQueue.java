package io.zhixun.store.sql;

import io.zhixun.store.StoreException;

/** Where tasks for the writing thread go. */
sealed interface TaskQueue extends AutoCloseable permits Writer, TaskQueue.Refusing {
  /** Never throws: a task that cannot be taken has its future failed. */
  void submit(Task task);

  @Override
  void close();

  /** What stands in for a writer where nothing can be written. */
  record Refusing(StoreException why) implements TaskQueue {
    @Override
    public void submit(Task task) {
      task.done().completeExceptionally(why);
    }

    @Override
    public void close() {}
  }
}
