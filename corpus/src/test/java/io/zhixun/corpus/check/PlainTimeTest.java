package io.zhixun.corpus.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are read as the general reader of ISO times reads them, whatever their form. */
class PlainTimeTest {
  private final long seed = Long.getLong("zhixun.seed", System.nanoTime());
  private final Random random = new Random(seed);

  private static Optional<Instant> general(String text) {
    try {
      return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> read(String text) {
    try {
      return Optional.of(PlainTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T08:00:00Z",
        "2026-03-01T08:00:00.5Z",
        "2026-03-01T08:00:00.123456789Z",
        "2026-03-01T08:00:00.1234567890Z",
        "2026-03-01T08:00:00.Z",
        "2026-03-01T08:00:00z",
        "2026-03-01t08:00:00Z",
        "2026-03-01T08:00Z",
        "2026-03-01T08:00:00+08:00",
        "2026-03-01T24:00:00Z",
        "2026-03-01T23:60:00Z",
        "2026-03-01T23:59:60Z",
        "2026-02-29T00:00:00Z",
        "2024-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "+12026-03-01T08:00:00Z",
        "-2026-03-01T08:00:00Z",
        "２０２６-03-01T08:00:00Z",
        "2026-03-01 08:00:00Z",
        "2026-03-01T08:00:00",
        "2026-03-01T08:00:00ZZ",
        "Z",
        ""
      })
  void everyFormIsReadOrRefusedAlike(String text) {
    assertEquals(general(text), read(text));
  }

  @Test
  void anyInstantIsReadAsItIsWritten() {
    for (int i = 0; i < 10_000; i++) {
      Instant time =
          Instant.ofEpochSecond(
              random.nextLong(-60_000_000_000L, 250_000_000_000L),
              random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));

      assertEquals(Optional.of(time), read(time.toString()), "zhixun.seed=" + seed);
    }
  }

  @Test
  void spoiledTimesAreReadOrRefusedAlike() {
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder("2026-03-01T08:00:00.120Z");
      for (int spoiled = random.nextInt(3); spoiled >= 0; spoiled--) {
        text.setCharAt(
            random.nextInt(text.length()), "0123456789-:.TZ+ x".charAt(random.nextInt(18)));
      }
      String spoiled = text.toString();

      assertEquals(general(spoiled), read(spoiled), spoiled + ", zhixun.seed=" + seed);
    }
  }
}
