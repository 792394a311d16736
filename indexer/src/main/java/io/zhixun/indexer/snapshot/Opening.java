package io.zhixun.indexer.snapshot;

import io.zhixun.indexer.snapshot.OpenedSnapshot.Warning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The search for a snapshot that can be served. */
final class Opening {
  /** How often the current one may be replaced while it is looked at. */
  private static final int MAX_CHANGES = 10;

  private final Shelf shelf;
  private final List<Warning> warnings = new ArrayList<>();
  private Optional<SnapshotException> firstRefusal = Optional.empty();

  private Opening(Shelf shelf) {
    this.shelf = shelf;
  }

  static OpenedSnapshot open(Shelf shelf) throws IOException {
    for (int change = 0; change < MAX_CHANGES; change++) {
      Optional<String> current = shelf.currentId();
      Opening opening = new Opening(shelf);
      Optional<Snapshot> wanted =
          current.isPresent() ? opening.tryOne(current.get()) : Optional.empty();
      if (wanted.isPresent()) {
        return new OpenedSnapshot(wanted.get(), opening.warnings);
      }
      if (current.equals(shelf.currentId())) {
        return opening.openAnother(current);
      }
    }
    throw new IOException("CURRENT never rests");
  }

  private OpenedSnapshot openAnother(Optional<String> current) throws IOException {
    for (String id : shelf.ids()) {
      boolean wasTried = current.filter(id::equals).isPresent();
      Optional<Snapshot> other = wasTried ? Optional.empty() : tryOne(id);
      if (other.isPresent()) {
        warnings.add(substitute(id, current));
        return new OpenedSnapshot(other.get(), warnings);
      }
    }
    throw firstRefusal.orElseGet(() -> SnapshotException.none(shelf.root()));
  }

  private static Warning substitute(String id, Optional<String> current) {
    return current
        .map(
            named ->
                new Warning(
                    Warning.Code.OLDER_SNAPSHOT, "snapshot " + id + " is served, not " + named))
        .orElseGet(
            () ->
                new Warning(
                    Warning.Code.NO_CURRENT,
                    "snapshot " + id + " is served, being the newest; none was published"));
  }

  private Optional<Snapshot> tryOne(String id) throws IOException {
    try {
      return Optional.of(shelf.good(id));
    } catch (SnapshotException e) {
      if (!isRefusal(e)) {
        throw e;
      }
      warnings.add(new Warning(warningOf(e), e.getMessage()));
      firstRefusal = firstRefusal.or(() -> Optional.of(e));
      return Optional.empty();
    }
  }

  /** Whether it is that snapshot's fault, so that another may do. */
  static boolean isRefusal(SnapshotException e) {
    return switch (e.code()) {
      case NO_SNAPSHOT, WRONG_FORMAT, DAMAGED -> true;
      case BUSY, FULL, READ_ONLY, DISK -> false;
    };
  }

  private static Warning.Code warningOf(SnapshotException refusal) {
    return switch (refusal.code()) {
      case WRONG_FORMAT -> Warning.Code.FOREIGN_SNAPSHOT;
      case NO_SNAPSHOT -> Warning.Code.NO_CURRENT;
      case DAMAGED, BUSY, FULL, READ_ONLY, DISK -> Warning.Code.DAMAGED_SNAPSHOT;
    };
  }
}
