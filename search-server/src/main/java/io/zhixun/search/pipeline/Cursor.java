package io.zhixun.search.pipeline;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Where an answer goes on.
 *
 * @param snapshot what it was made from; another one cannot continue it
 * @param request digest of the request, so that a cursor only continues its own
 * @param rest rows of the blended window that were not shown yet, in order
 * @param after the last of the plain order that is done: the end of the window, or of the page
 */
record Cursor(String snapshot, long request, List<Integer> rest, Key after) {
  Cursor {
    rest = List.copyOf(rest);
  }

  /** A place in a plain order: the sort key (larger first) and the row that breaks ties. */
  record Key(double value, int row) {
    static final Key START = new Key(Double.POSITIVE_INFINITY, -1);
  }

  byte[] bytes() {
    byte[] name = snapshot.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    ByteBuffer buffer = ByteBuffer.allocate(1 + name.length + 8 + 8 + 5 + 2 + rest.size() * 5);
    buffer.put((byte) name.length).put(name).putLong(request);
    buffer.putDouble(after.value());
    putVarint(buffer, after.row() + 1);
    buffer.putShort((short) rest.size());
    rest.forEach(row -> putVarint(buffer, row));
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  static Cursor of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte[] name = new byte[buffer.get()];
    buffer.get(name);
    long request = buffer.getLong();
    Key after = new Key(buffer.getDouble(), varint(buffer) - 1);
    Integer[] rest = new Integer[buffer.getShort()];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = varint(buffer);
    }
    String snapshot = new String(name, java.nio.charset.StandardCharsets.UTF_8);
    return new Cursor(snapshot, request, List.of(rest), after);
  }

  private static void putVarint(ByteBuffer buffer, int value) {
    int left = value;
    while ((left & ~0x7F) != 0) {
      buffer.put((byte) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    buffer.put((byte) left);
  }

  private static int varint(ByteBuffer buffer) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = buffer.get();
      value |= (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
