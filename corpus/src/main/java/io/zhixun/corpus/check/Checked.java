package io.zhixun.corpus.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came out of a check: a value that keeps every rule, or all that is wrong with the input. */
public sealed interface Checked<T> {
  /** The input keeps every rule. */
  record Valid<T>(T value) implements Checked<T> {}

  /** The input breaks at least one rule. */
  record Invalid<T>(List<Problem> problems) implements Checked<T> {
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("problems must not be empty");
      }
    }

    static <T> Invalid<T> of(String pointer, Problem.Code code, String detail) {
      return new Invalid<>(List.of(new Problem(pointer, code, detail)));
    }
  }

  /** The value, when there is one. */
  default Optional<T> valid() {
    return switch (this) {
      case Valid<T>(T value) -> Optional.of(value);
      case Invalid<T> _ -> Optional.empty();
    };
  }

  /** What is wrong; empty for a valid value. */
  default List<Problem> problems() {
    return switch (this) {
      case Valid<T> _ -> List.of();
      case Invalid<T>(List<Problem> found) -> found;
    };
  }

  /** Goes on with the next check when this one found nothing. */
  default <R> Checked<R> then(Function<? super T, Checked<R>> next) {
    return switch (this) {
      case Valid<T>(T value) -> next.apply(value);
      case Invalid<T>(List<Problem> found) -> new Invalid<>(found);
    };
  }
}
