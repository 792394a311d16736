package io.zhixun.indexer.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotIdTest {
  private static final Instant NEW_YEAR = Instant.parse("2026-12-31T23:59:59.900Z");

  @Test
  void theFirstIsNamedByItsTimeAndContent() {
    assertEquals(
        "20261231T235959Z-0123abcd", SnapshotId.after(Optional.empty(), NEW_YEAR, "0123abcdef"));
  }

  @Test
  void ofTheSameSecondTheLaterMadeComesLater() {
    String next = SnapshotId.after(Optional.of("20261231T235959Z-ffffffff"), NEW_YEAR, "00000000");

    assertEquals("20270101T000000Z-00000000", next);
  }

  @Test
  void aClockThatWasSetBackDoesNotChangeTheOrder() {
    String newest = "20300101T000000Z-ffffffff";

    String next = SnapshotId.after(Optional.of(newest), NEW_YEAR, "00000000");

    assertEquals("20300101T000001Z-00000000", next);
    assertTrue(next.compareTo(newest) > 0);
  }

  @Test
  void theSameSecondAndContentKeepTheirName() {
    String newest = "20261231T235959Z-0123abcd";

    assertEquals(newest, SnapshotId.after(Optional.of(newest), NEW_YEAR, "0123abcd99"));
  }

  @Test
  void otherFoldersAreNotTakenForSnapshots() {
    assertTrue(SnapshotId.isOne("20261231T235959Z-0123abcd"));
    assertFalse(SnapshotId.isOne(".draft-1"));
    assertFalse(SnapshotId.isOne("20261231T235959Z-0123ABCD"));
  }
}
