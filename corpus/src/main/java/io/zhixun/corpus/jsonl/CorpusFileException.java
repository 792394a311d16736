package io.zhixun.corpus.jsonl;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file cannot be read or written at all, as opposed to lines in it that are wrong. */
public final class CorpusFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, as a closed list. */
  public enum Code {
    NO_SUCH_FILE,
    UNREADABLE,
    UNWRITABLE,
    /** Readable, but not the kind of data that was asked for. */
    WRONG_CONTENT
  }

  private final Code code;

  private CorpusFileException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public static CorpusFileException reading(String file, IOException cause) {
    return cause instanceof NoSuchFileException
        ? new CorpusFileException(Code.NO_SUCH_FILE, "no such file: " + file, cause)
        : new CorpusFileException(
            Code.UNREADABLE, "cannot read " + file + ": " + cause.getMessage(), cause);
  }

  public static CorpusFileException writing(Path file, IOException cause) {
    return new CorpusFileException(
        Code.UNWRITABLE, "cannot write " + file + ": " + cause.getMessage(), cause);
  }

  /**
   * The file is there but is something else.
   *
   * @param rule such as "must hold one user and its items on each line, got …"
   */
  public static CorpusFileException wrongContent(String file, String rule) {
    return new CorpusFileException(Code.WRONG_CONTENT, file + " " + rule, null);
  }

  public Code code() {
    return code;
  }
}
