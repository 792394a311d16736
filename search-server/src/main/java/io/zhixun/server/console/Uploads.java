package io.zhixun.server.console;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhixun.corpus.Item;
import java.util.List;
import java.util.Optional;

/** What was read of files between the dry run and the import; in memory, the last few of them. */
final class Uploads {
  private static final int KEPT = 8;

  private final Cache<String, Upload> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  /**
   * One file.
   *
   * @param owner who sent it, and alone may import it
   * @param problems the first of those found
   * @param broken lines that cannot be imported
   * @param refused problems in all
   */
  record Upload(
      String owner,
      String name,
      List<Item> items,
      int added,
      int changed,
      List<Problem> problems,
      long broken,
      long refused,
      List<Problem> notes) {
    Upload {
      items = List.copyOf(items);
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }
  }

  /** What is wrong, or worth another look, in a line. */
  record Problem(long line, String field, String rule, String value) {}

  void put(String id, Upload upload) {
    kept.put(id, upload);
  }

  Optional<Upload> of(String id, String owner) {
    return Optional.ofNullable(kept.getIfPresent(id))
        .filter(upload -> upload.owner().equals(owner));
  }

  void forget(String id) {
    kept.invalidate(id);
  }
}
