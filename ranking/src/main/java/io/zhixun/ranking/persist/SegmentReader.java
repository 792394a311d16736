package io.zhixun.ranking.persist;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Reads back what a {@link SegmentWriter} wrote, in the same order, into arrays of its own. Every
 * method throws {@link SegmentException} rather than believe a number that cannot be.
 */
public final class SegmentReader {
  private final String name;
  private final MemorySegment segment;
  private long at = SegmentWriter.HEADER_BYTES;

  private SegmentReader(String name, MemorySegment segment) {
    this.name = name;
    this.segment = segment;
  }

  /**
   * Opens a segment of the kind and version expected.
   *
   * @param source gives the segment of a name, and null when there is none
   */
  public static SegmentReader open(
      Function<String, MemorySegment> source, String name, String kind, int version) {
    MemorySegment segment = source.apply(name);
    if (segment == null) {
      throw SegmentException.missing(name);
    }
    if (segment.byteSize() < SegmentWriter.HEADER_BYTES
        || segment.get(SegmentWriter.INT, 0) != SegmentWriter.MAGIC
        || segment.get(SegmentWriter.INT, 4) != SegmentWriter.kindCode(kind)) {
      throw SegmentException.wrongFormat(name, "not a segment of kind " + kind);
    }
    int found = segment.get(SegmentWriter.INT, 8);
    if (found != version) {
      throw SegmentException.wrongFormat(
          name, "has version " + found + ", this code reads " + version);
    }
    return new SegmentReader(name, segment);
  }

  public long number() {
    require(segment.byteSize() - at >= Long.BYTES, "ends too early");
    long value = segment.get(SegmentWriter.LONG, at);
    at += Long.BYTES;
    return value;
  }

  /** A whole number within {@code min..max}. */
  public int number(String what, int min, int max) {
    long value = number();
    require(value >= min && value <= max, what + " must be " + min + ".." + max + ", got " + value);
    return (int) value;
  }

  /** A finite number. */
  public double real(String what) {
    double value = Double.longBitsToDouble(number());
    require(Double.isFinite(value), what + " must be finite, got " + value);
    return value;
  }

  public String text() {
    long length = length(Byte.BYTES);
    byte[] bytes = take(length).toArray(ValueLayout.JAVA_BYTE);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public int[] ints() {
    long length = length(Integer.BYTES);
    return take(length).toArray(SegmentWriter.INT);
  }

  /** Row numbers (or other counts), each within {@code 0..bound − 1}. */
  public int[] ints(String what, long bound) {
    int[] values = ints();
    for (int value : values) {
      require(value >= 0 && value < bound, what + " must be 0.." + (bound - 1) + ", got " + value);
    }
    return values;
  }

  /** Fails unless {@code starts} says where each of some rows starts: ascending, from 0. */
  public void requireStarts(String what, int[] starts, int rows, int entries) {
    require(starts.length == rows + 1L, what + " must have " + (rows + 1L) + " entries");
    require(starts[0] == 0 && starts[rows] == entries, what + " must run from 0 to " + entries);
    for (int row = 0; row < rows; row++) {
      require(starts[row] <= starts[row + 1], what + " must ascend, row " + row);
    }
  }

  public long[] longs() {
    long length = length(Long.BYTES);
    return take(length).toArray(SegmentWriter.LONG);
  }

  /** Floats, exactly so many, all of them finite. */
  public float[] floats(String what, long expected) {
    long length = length(Float.BYTES);
    require(
        length == expected * Float.BYTES,
        what + " must have " + expected + " floats, got " + length / Float.BYTES);
    float[] values = take(length).toArray(SegmentWriter.FLOAT);
    for (float value : values) {
      require(Float.isFinite(value), what + " must be finite, got " + value);
    }
    return values;
  }

  /** Says that nothing must be left. */
  public void end() {
    require(at == segment.byteSize(), segment.byteSize() - at + " bytes too many");
  }

  /** Fails as damaged when something does not hold. */
  public void require(boolean holds, String message) {
    if (!holds) {
      throw SegmentException.damaged(name, message);
    }
  }

  private long length(int elementBytes) {
    long length = number();
    require(
        length >= 0 && length <= (segment.byteSize() - at) / elementBytes,
        "an array ends after the segment");
    return length * elementBytes;
  }

  private MemorySegment take(long bytes) {
    MemorySegment slice = segment.asSlice(at, bytes);
    at += Math.min(SegmentWriter.aligned(bytes), segment.byteSize() - at);
    return slice;
  }
}
