package io.zhixun.store.sql;

import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.WriteResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What one caller wants written, with the content already made into text on the caller's thread.
 *
 * @param texts one for each change
 */
record Submission(
    List<Change> changes, List<String> texts, Origin origin, CompletableFuture<WriteResult> done) {
  static Submission of(List<Change> changes, Origin origin) {
    List<Change> copy = List.copyOf(changes);
    return new Submission(
        copy, copy.stream().map(Content::write).toList(), origin, new CompletableFuture<>());
  }
}
