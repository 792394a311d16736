package io.zhixun.ranking.persist;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects numbers and arrays into one segment. Layout, all little-endian: int magic, int CRC-32 of
 * the kind's name, int version, int 0; then each value in the order written: a number as 8 bytes,
 * an array as its length (8 bytes) and its elements, filled up to a multiple of 8 bytes.
 */
public final class SegmentWriter {
  static final int MAGIC = 0x5A58_5247; // "ZXRG"
  static final int HEADER_BYTES = 16;
  static final int ALIGNMENT = 8;
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String kind;
  private final int version;
  private final List<Part> parts = new ArrayList<>();

  private interface Part {
    long bytes();

    void write(MemorySegment target, long at);
  }

  public SegmentWriter(String kind, int version) {
    this.kind = kind;
    this.version = version;
  }

  static int kindCode(String kind) {
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(kind.getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }

  public SegmentWriter number(long value) {
    parts.add(
        new Part() {
          @Override
          public long bytes() {
            return Long.BYTES;
          }

          @Override
          public void write(MemorySegment target, long at) {
            target.set(LONG, at, value);
          }
        });
    return this;
  }

  public SegmentWriter real(double value) {
    return number(Double.doubleToLongBits(value));
  }

  public SegmentWriter text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return array(bytes.length, MemorySegment.ofArray(bytes), ValueLayout.JAVA_BYTE);
  }

  /** The array is read when the segment is finished; it must not change until then. */
  public SegmentWriter ints(int[] values) {
    return array(values.length, MemorySegment.ofArray(values), INT);
  }

  /** The array is read when the segment is finished; it must not change until then. */
  public SegmentWriter longs(long[] values) {
    return array(values.length, MemorySegment.ofArray(values), LONG);
  }

  /** The array is read when the segment is finished; it must not change until then. */
  public SegmentWriter floats(float[] values) {
    return array(values.length, MemorySegment.ofArray(values), FLOAT);
  }

  private SegmentWriter array(int length, MemorySegment source, ValueLayout target) {
    number(length);
    ValueLayout heapOrder = target.withOrder(ByteOrder.nativeOrder());
    parts.add(
        new Part() {
          @Override
          public long bytes() {
            return aligned(source.byteSize());
          }

          @Override
          public void write(MemorySegment segment, long at) {
            MemorySegment.copy(source, heapOrder, 0, segment, target, at, length);
          }
        });
    return this;
  }

  static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** The finished segment, in memory outside the heap that is freed with its last reference. */
  public MemorySegment finish() {
    long size = HEADER_BYTES;
    for (Part part : parts) {
      size += part.bytes();
    }
    MemorySegment segment = Arena.ofAuto().allocate(size, ALIGNMENT);
    segment.set(INT, 0, MAGIC);
    segment.set(INT, 4, kindCode(kind));
    segment.set(INT, 8, version);
    long at = HEADER_BYTES;
    for (Part part : parts) {
      part.write(segment, at);
      at += part.bytes();
    }
    return segment;
  }
}
