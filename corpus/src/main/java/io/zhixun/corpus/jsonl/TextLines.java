package io.zhixun.corpus.jsonl;

import io.zhixun.corpus.check.Problem;
import io.zhixun.corpus.check.Problem.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Splits bytes into lines at LF (a CR before it goes too), decodes them strictly and never holds
 * more of a line than the limit. A byte order mark before the first line is skipped. For one
 * thread.
 */
public final class TextLines {
  /** The most bytes a line may have, without its end. */
  public static final int MAX_LINE_BYTES = 1_000_000;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final String name;
  private final Charset charset;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;
  private byte[] line = new byte[1 << 12];

  private TextLines(InputStream in, String name, Charset charset) {
    this.in = in;
    this.name = name;
    this.charset = charset;
  }

  /** Takes a line that could be decoded. */
  public interface Taker {
    /**
     * Takes one line.
     *
     * @param number from 1; blank lines and those that could not be read count too
     */
    void line(long number, String text);
  }

  /**
   * Reads a stream to its end and leaves it open.
   *
   * @param name of the source in problems
   * @param problems a line over the limit, or one with bytes that the character set does not have
   */
  public static void read(
      InputStream in, String name, Charset charset, Taker lines, Consumer<LineProblem> problems)
      throws IOException {
    new TextLines(in, name, charset).read(lines, problems);
  }

  /**
   * Reads a file to its end.
   *
   * @throws CorpusFileException when it cannot be read
   */
  public static void read(Path file, Charset charset, Taker lines, Consumer<LineProblem> problems) {
    try (InputStream in = Files.newInputStream(file)) {
      read(in, file.toString(), charset, lines, problems);
    } catch (IOException e) {
      throw CorpusFileException.reading(file.toString(), e);
    }
  }

  private void read(Taker lines, Consumer<LineProblem> problems) throws IOException {
    for (long number = 1; fill(); number++) {
      long length = takeLine();
      if (length > MAX_LINE_BYTES) {
        String detail = "a line must have at most " + MAX_LINE_BYTES + " bytes, got " + length;
        problems.accept(problem(number, Code.TOO_LONG, detail));
        continue;
      }
      String text;
      try {
        text = decode((int) length, number == 1);
      } catch (CharacterCodingException e) {
        String detail = "a line must be valid " + charset + ", got other bytes";
        problems.accept(problem(number, Code.BAD_TEXT, detail));
        continue;
      }
      lines.line(number, text);
    }
  }

  private LineProblem problem(long number, Code code, String detail) {
    return new LineProblem(name, number, "", new Problem("", code, detail));
  }

  private boolean fill() throws IOException {
    if (position == filled) {
      position = 0;
      filled = Math.max(0, in.read(buffer, 0, BUFFER));
    }
    return filled > 0;
  }

  /** Copies one line into {@link #line}, as far as it is within the limit; gives its length. */
  private long takeLine() throws IOException {
    long length = 0;
    while (fill()) {
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
    return length;
  }

  private long append(long length, int count) {
    long after = length + count;
    if (after <= MAX_LINE_BYTES) {
      if (after > line.length) {
        int larger = (int) Math.min(MAX_LINE_BYTES, Math.max(after, 2L * line.length));
        line = Arrays.copyOf(line, larger);
      }
      System.arraycopy(buffer, position, line, (int) length, count);
    }
    return after;
  }

  private String decode(int length, boolean first) throws CharacterCodingException {
    int start = first && startsWithMark(length) ? 3 : 0;
    int end = length > start && line[length - 1] == '\r' ? length - 1 : length;
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(line, start, end - start))
        .toString();
  }

  private boolean startsWithMark(int length) {
    return charset.equals(StandardCharsets.UTF_8)
        && length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }
}
