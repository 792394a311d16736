package io.zhixun.server.console;

import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A query that an editor has dealt with, as the record keeps it: {@code query => how}.
 *
 * @param id of the term
 * @param key the form in which two queries are the same
 */
record Handled(String id, String key, How how) {
  private static final String ARROW = " => ";

  /** What was done about it. */
  enum How {
    SYNONYM("加了同义词"),
    WORD("加了领域词"),
    MISSING("记为缺内容"),
    DISMISSED("不处理");

    private final String label;

    How(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  static Term term(String id, String key, How how) {
    return new Term(Term.Kind.HANDLED, id, key + ARROW + how.label());
  }

  /** Those that the record holds, the latest first; lines that say nothing are passed over. */
  static List<Handled> all(ConsoleSources sources) {
    return sources.store().terms(Term.Kind.HANDLED).stream()
        .sorted(Comparator.comparingLong((StoredTerm stored) -> -stored.seq()))
        .flatMap(stored -> of(stored.term()).stream())
        .toList();
  }

  static Optional<Handled> of(Term term) {
    int arrow = term.text().lastIndexOf(ARROW);
    return arrow < 0
        ? Optional.empty()
        : Arrays.stream(How.values())
            .filter(how -> how.label().equals(term.text().substring(arrow + ARROW.length())))
            .findFirst()
            .map(how -> new Handled(term.id(), term.text().substring(0, arrow), how));
  }
}
