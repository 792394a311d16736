package io.zhixun.indexer.snapshot;

import java.util.List;

/** The snapshot to serve, and why it may not be the one that was wanted. */
public record OpenedSnapshot(Snapshot snapshot, List<Warning> warnings) {
  public OpenedSnapshot {
    warnings = List.copyOf(warnings);
  }

  /** Something an operator should know although the service runs. */
  public record Warning(Code code, String detail) {
    /** What, as a closed list. */
    public enum Code {
      /** The file {@code CURRENT} is missing or names no snapshot. */
      NO_CURRENT,
      /** A snapshot was refused because its bytes are not those that were written. */
      DAMAGED_SNAPSHOT,
      /** A snapshot was refused because another version wrote it. */
      FOREIGN_SNAPSHOT,
      /** Another snapshot than the current one is served. */
      OLDER_SNAPSHOT
    }
  }
}
