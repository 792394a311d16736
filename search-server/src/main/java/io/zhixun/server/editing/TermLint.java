package io.zhixun.server.editing;

import io.zhixun.config.SynonymRule;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with a line of a word list although it is well formed: it says nothing new. */
public final class TermLint {
  private final Trials trials;
  private final List<StoredTerm> list;

  /**
   * @param list what the line is to join
   */
  public TermLint(Trials trials, List<StoredTerm> list) {
    this.trials = trials;
    this.list = list;
  }

  /** What may not be meant. */
  public enum Code {
    /** No item holds a term, so that nothing more is found by it. */
    NOT_IN_CATALOGUE,
    /** Another line answers to the same term of a query. */
    ASKED_ELSEWHERE,
    /** Texts are cut so already. */
    KNOWN_WORD
  }

  /**
   * One of them.
   *
   * @param detail one English sentence
   */
  public record Note(Code code, String detail) {}

  /** Notes on a line that {@link TermCheck} has let pass. */
  public List<Note> notes(Term term) {
    return switch (term.list()) {
      case SYNONYM -> synonyms(term);
      case WORD -> word(term.text());
      case WATCHED, HANDLED -> List.of();
    };
  }

  private List<Note> word(String word) {
    List<Note> notes = new ArrayList<>();
    if (trials.cut(word).contains(word)) {
      notes.add(new Note(Code.KNOWN_WORD, "\"" + word + "\" stays whole already"));
    }
    if (trials.holding(word) == 0) {
      notes.add(missing(word));
    }
    return notes;
  }

  private List<Note> synonyms(Term term) {
    List<Note> notes = new ArrayList<>();
    SynonymRule rule = SynonymRule.parse("", term.text());
    for (String found : rule.found()) {
      if (trials.holding(found) == 0) {
        notes.add(missing(found));
      }
    }
    for (StoredTerm other : list) {
      if (!other.term().id().equals(term.id()) && isLine(other.term())) {
        List<String> answered = folded(SynonymRule.parse("", other.term().text()).asked());
        rule.asked().stream()
            .filter(asked -> answered.contains(asked.toLowerCase(Locale.ROOT)))
            .map(asked -> "\"" + asked + "\" is answered by " + other.term().id() + " too")
            .forEach(detail -> notes.add(new Note(Code.ASKED_ELSEWHERE, detail)));
      }
    }
    return notes;
  }

  private static boolean isLine(Term term) {
    return TermCheck.problem(Term.Kind.SYNONYM, term.text()).isEmpty();
  }

  private static List<String> folded(List<String> terms) {
    return terms.stream().map(term -> term.toLowerCase(Locale.ROOT)).toList();
  }

  private static Note missing(String text) {
    return new Note(Code.NOT_IN_CATALOGUE, "no item holds \"" + text + "\"");
  }
}
