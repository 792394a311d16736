package io.zhixun.indexer.snapshot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of snapshots, {@code <utc>-<short hash>}: in the order of names they are in the order
 * in which they were made.
 */
final class SnapshotId {
  private static final Pattern FORM = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{8}");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
  private static final int TIME_LENGTH = "20261124T120000Z".length();
  private static final int HASH_LENGTH = 8;

  private SnapshotId() {}

  static boolean isOne(String name) {
    return FORM.matcher(name).matches();
  }

  /**
   * The name of a snapshot that is newer than all there are. Its time is the one of its making, or
   * one second after the newest one's when that is later: of the same second, or of a clock that
   * was set back. The same second and the same content keep their name.
   *
   * @param newest the name of the newest snapshot
   * @param hash of the content, in hexadecimal digits
   */
  static String after(Optional<String> newest, Instant created, String hash) {
    String shortHash = "-" + hash.substring(0, HASH_LENGTH);
    LocalDateTime time =
        LocalDateTime.ofInstant(created, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    String id = TIME.format(time) + shortHash;
    if (newest.isEmpty() || newest.get().equals(id)) {
      return id;
    }
    LocalDateTime last = LocalDateTime.parse(newest.get().substring(0, TIME_LENGTH), TIME);
    return last.isBefore(time) ? id : TIME.format(last.plusSeconds(1)) + shortHash;
  }
}
