package io.zhixun.store.sql;

import io.zhixun.store.StoreException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Where tasks for the writing thread go. */
sealed interface TaskQueue extends AutoCloseable permits Writer, TaskQueue.Refusing {
  /** Never throws: a task that cannot be taken has its future failed. */
  void submit(Task task);

  /** Has work done and waits for it. */
  static <T> T ask(TaskQueue tasks, Task.Work<T> work) {
    Task.Numbered<T> task = new Task.Numbered<>(work, new CompletableFuture<>());
    tasks.submit(task);
    return result(task.done());
  }

  /** What comes of a task; its failure as it was thrown. */
  static <T> T result(CompletableFuture<T> done) {
    try {
      return done.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof StoreException why) {
        throw why;
      }
      throw failed;
    }
  }

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
