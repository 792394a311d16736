package io.zhixun.config;

/** Where a value came from. */
public sealed interface Origin {
  /** A line of a settings file; lines start at 1. */
  record InFile(String file, int line) implements Origin {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /** {@code key=value}, given beside the file. */
  record Given(String text) implements Origin {
    @Override
    public String toString() {
      return "override " + text;
    }
  }

  /** The settings record's own default. */
  record Default() implements Origin {
    @Override
    public String toString() {
      return "default";
    }
  }
}
