package io.zhixun.ranking.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void runsEachTaskOnceWhateverTheNumberOfThreads() {
    for (int threads : new int[] {1, 2, 5}) {
      try (Workers workers = Workers.of(threads)) {
        AtomicIntegerArray runs = new AtomicIntegerArray(1000);

        workers.forEach(
            1000,
            (index, worker) -> {
              assertTrue(worker >= 0 && worker < threads);
              runs.incrementAndGet(index);
            });

        for (int index = 0; index < 1000; index++) {
          assertEquals(1, runs.get(index));
        }
      }
    }
  }

  @Test
  void throwsWhatATaskThrewOnWhicheverThread() {
    try (Workers workers = Workers.of(3)) {
      assertThrows(
          CancellationException.class,
          () ->
              workers.forEach(
                  100,
                  (index, _) -> {
                    if (index == 57) {
                      throw new CancellationException("stop");
                    }
                  }));
    }
  }

  @Test
  void noTasksAreNoWork() {
    try (Workers workers = Workers.of(2)) {
      workers.forEach(0, (_, _) -> assertTrue(false, "must not run"));
    }
  }
}
