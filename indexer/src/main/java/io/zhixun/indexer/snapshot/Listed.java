package io.zhixun.indexer.snapshot;

import java.util.Optional;

/**
 * A snapshot in a list; only its manifest was read.
 *
 * @param snapshot absent when the manifest cannot be used
 * @param problem why not
 */
public record Listed(
    String id, boolean isCurrent, Optional<Snapshot> snapshot, Optional<String> problem) {}
