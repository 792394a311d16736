package io.zhixun.ranking.persist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class SegmentTest {
  private final MemorySegment written =
      new SegmentWriter("things", 3)
          .number(42)
          .text("知寻")
          .ints(new int[] {1, 2, 3})
          .floats(new float[] {0.5f, -1})
          .longs(new long[] {Long.MIN_VALUE})
          .real(0.25)
          .finish();

  @Test
  void readsBackWhatWasWritten() {
    SegmentReader in = SegmentReader.open(_ -> written, "a", "things", 3);

    assertEquals(42, in.number("answer", 0, 100));
    assertEquals("知寻", in.text());
    assertArrayEquals(new int[] {1, 2, 3}, in.ints("row", 4));
    assertArrayEquals(new float[] {0.5f, -1}, in.floats("values", 2));
    assertArrayEquals(new long[] {Long.MIN_VALUE}, in.longs());
    assertEquals(0.25, in.real("quarter"));
    in.end();
  }

  @Test
  void refusesWhatIsMissingOrForeignOrOfAnotherVersion() {
    assertCode(SegmentException.Code.MISSING, () -> open(null, "things", 3));
    assertCode(SegmentException.Code.WRONG_FORMAT, () -> open(written, "others", 3));
    assertCode(SegmentException.Code.WRONG_FORMAT, () -> open(written, "things", 4));
    assertCode(
        SegmentException.Code.WRONG_FORMAT,
        () -> open(MemorySegment.ofArray(new byte[5]), "things", 3));
  }

  @Test
  void refusesNumbersOutOfRangeAndWhatIsLeftOver() {
    SegmentReader in = open(written, "things", 3);

    assertCode(SegmentException.Code.DAMAGED, () -> in.number("answer", 0, 41));
    assertCode(SegmentException.Code.DAMAGED, in::end);
  }

  @Test
  void everyTruncationIsNoticed() {
    for (long size = 0; size < written.byteSize(); size++) {
      MemorySegment cut = written.asSlice(0, size);

      assertThrows(SegmentException.class, () -> readAll(cut), "cut to " + size);
    }
  }

  @Test
  void anArrayThatClaimsToBeLongerThanTheSegmentIsDamage() {
    MemorySegment bad = MemorySegment.ofArray(written.toArray(ValueLayout.JAVA_BYTE));
    bad.set(SegmentWriter.LONG, SegmentWriter.HEADER_BYTES + 8, Long.MAX_VALUE);

    assertCode(SegmentException.Code.DAMAGED, () -> readAll(bad));
  }

  private static void readAll(MemorySegment segment) {
    SegmentReader in = open(segment, "things", 3);
    long _ = in.number();
    String _ = in.text();
    int[] _ = in.ints();
    float[] _ = in.floats("values", 2);
    long[] _ = in.longs();
    double _ = in.real("quarter");
    in.end();
  }

  private static SegmentReader open(MemorySegment segment, String kind, int version) {
    return SegmentReader.open(_ -> segment, "a", kind, version);
  }

  private static void assertCode(
      SegmentException.Code code, org.junit.jupiter.api.function.Executable reading) {
    assertEquals(code, assertThrows(SegmentException.class, reading).code());
  }
}
