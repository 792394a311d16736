package io.zhixun.ranking.vector;

import io.zhixun.ranking.vector.Adjacency.Levels;
import io.zhixun.ranking.vector.Adjacency.Targets;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the links out of the stream that hnswlib-core 1.2.0 writes.
 *
 * <p>The stream is Java serialization, of which only block-data records (0x77 and a one-byte
 * length, or 0x7A and a four-byte one) follow the last id written:
 *
 * <pre>
 *   int    node number of the last id
 *   int    0                  deleted ids
 *   int    slots
 *   slots × { int -1 } or { int node, int levels, levels × { int n, n × int node }, boolean deleted }
 *   int    entry node, or -1
 *   boolean immutable
 * </pre>
 *
 * Every range is checked, and that nothing is left, so that a library with another layout is
 * refused rather than misread.
 */
final class AdjacencyTap extends OutputStream {
  private static final int SHORT_BLOCK = 0x77;
  private static final int LONG_BLOCK = 0x7A;
  private static final int END_OF_BLOCKS = 0x78;
  private static final int MAX_LEVELS = 64;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Override
  public void write(int value) {
    written.write(value);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    written.write(bytes, from, length);
  }

  /** Forgets what was written so far. */
  void discard() {
    written.reset();
  }

  /** The graph that was written, of so many nodes. */
  Adjacency adjacency(int size) {
    if (size == 0) {
      return new Adjacency(List.of(), -1);
    }
    ByteBuffer in = content();
    check(in.getInt() >= 0, "last node");
    check(in.getInt() == 0, "deleted nodes");
    check(in.getInt() == size, "number of slots");
    List<Levels> nodes = new ArrayList<>(size);
    for (int node = 0; node < size; node++) {
      check(in.getInt() == node, "node number");
      nodes.add(levels(in, size));
      check(in.get() == 0, "node flag");
    }
    int entry = in.getInt();
    check(entry >= 0 && entry < size, "entry node");
    check(in.get() == 0 && !in.hasRemaining(), "end");
    return new Adjacency(nodes, entry);
  }

  private static Levels levels(ByteBuffer in, int size) {
    int count = in.getInt();
    check(count >= 1 && count <= MAX_LEVELS, "number of levels");
    List<Targets> levels = new ArrayList<>(count);
    for (int level = 0; level < count; level++) {
      int[] targets = new int[checkedCount(in.getInt(), size)];
      for (int at = 0; at < targets.length; at++) {
        targets[at] = in.getInt();
        check(targets[at] >= 0 && targets[at] < size, "link");
      }
      levels.add(new Targets(targets));
    }
    return new Levels(levels);
  }

  private static int checkedCount(int count, int size) {
    check(count >= 0 && count < size, "number of links");
    return count;
  }

  /** The data of the records, without their headers. */
  private ByteBuffer content() {
    ByteBuffer raw = ByteBuffer.wrap(written.toByteArray());
    ByteBuffer content = ByteBuffer.allocate(raw.capacity());
    while (raw.hasRemaining()) {
      int marker = raw.get() & 0xFF;
      if (marker == END_OF_BLOCKS) {
        break;
      }
      check(marker == SHORT_BLOCK || marker == LONG_BLOCK, "record marker");
      int length = marker == SHORT_BLOCK ? raw.get() & 0xFF : raw.getInt();
      check(length >= 0 && length <= raw.remaining(), "record length");
      content.put(raw.slice(raw.position(), length));
      raw.position(raw.position() + length);
    }
    check(!raw.hasRemaining(), "end of stream");
    return content.flip();
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(
          "hnswlib-core writes another layout than 1.2.0: unexpected " + what);
    }
  }
}
