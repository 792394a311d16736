package io.zhixun.corpus.jsonl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits bytes into lines at LF (a CR before it goes too), decodes them as strict UTF-8 and never
 * holds more of a line than the limit.
 */
final class LineSplitter {
  /** One line, in the order of the file. */
  sealed interface Line {
    record Text(String text) implements Line {}

    record TooLong(long bytes) implements Line {}

    record BrokenUtf8() implements Line {}
  }

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int maxBytes;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;
  private byte[] line = new byte[1 << 12];
  private boolean first = true;

  LineSplitter(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** The next line, without its end; empty after the last one. */
  Optional<Line> next() throws IOException {
    long length = 0;
    boolean any = false;
    while (fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      length = append(length, end - position);
      boolean complete = end < filled;
      position = complete ? end + 1 : end;
      if (complete) {
        break;
      }
    }
    return any ? Optional.of(decode(length)) : Optional.empty();
  }

  private boolean fill() throws IOException {
    if (position == filled) {
      position = 0;
      filled = Math.max(0, in.read(buffer, 0, BUFFER));
    }
    return filled > 0;
  }

  /** Copies from the buffer as long as the line is within the limit; counts in any case. */
  private long append(long length, int count) {
    long after = length + count;
    if (after <= maxBytes) {
      if (after > line.length) {
        line = Arrays.copyOf(line, (int) Math.min(maxBytes, Math.max(after, 2L * line.length)));
      }
      System.arraycopy(buffer, position, line, (int) length, count);
    }
    return after;
  }

  private Line decode(long length) {
    boolean skipMark = first;
    first = false;
    if (length > maxBytes) {
      return new Line.TooLong(length);
    }
    int end = (int) length;
    int start = skipMark && startsWithMark(end) ? 3 : 0;
    if (end > start && line[end - 1] == '\r') {
      end--;
    }
    try {
      return new Line.Text(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(line, start, end - start))
              .toString());
    } catch (CharacterCodingException e) {
      return new Line.BrokenUtf8();
    }
  }

  /** Whether the file starts with a byte order mark, which some editors write. */
  private boolean startsWithMark(int length) {
    return length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }
}
