package io.zhixun.ranking.recipe;

import java.util.List;

/** A model cannot be trained. The code is stable and goes to logs and exit messages. */
public final class RecipeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, as a closed list. */
  public enum Code {
    NOT_ENOUGH_MEMORY,
    /** There is no part of the name asked for. */
    UNKNOWN_PART
  }

  private final Code code;

  private RecipeException(Code code, String message) {
    super(message);
    this.code = code;
  }

  static RecipeException notEnoughMemory(long needed, long allowed) {
    return new RecipeException(
        Code.NOT_ENOUGH_MEMORY,
        String.format(
            "training needs about %,d MB, allowed are %,d MB: give the JVM more (-Xmx)",
            needed >> 20, allowed >> 20));
  }

  static RecipeException unknownPart(List<String> known, String name) {
    return new RecipeException(
        Code.UNKNOWN_PART,
        "model must be one of "
            + String.join(", ", known)
            + " or how one of them begins, got "
            + name);
  }

  public Code code() {
    return code;
  }
}
