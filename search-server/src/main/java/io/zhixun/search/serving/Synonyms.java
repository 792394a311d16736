package io.zhixun.search.serving;

import io.zhixun.config.Dictionaries;
import io.zhixun.config.SettingsException;
import io.zhixun.config.SynonymRule;
import io.zhixun.search.lexical.LexicalIndex;
import io.zhixun.store.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The synonyms that editors keep, before those of the dictionaries. Every change acts on the next
 * query. One thread changes them, any may try one more.
 */
final class Synonyms {
  private final LexicalIndex lexical;
  private final Map<String, SynonymRule> kept = new ConcurrentSkipListMap<>();
  private volatile Dictionaries shipped = Dictionaries.EMPTY;

  Synonyms(LexicalIndex lexical) {
    this.lexical = lexical;
  }

  /** Begins with the dictionaries and the lines that the record holds. */
  void begin(Dictionaries dictionaries, List<Term> lines) {
    shipped = dictionaries;
    lines.forEach(this::keep);
    apply();
  }

  /** One line as it is from now on. */
  void put(Term term) {
    if (term.list() == Term.Kind.SYNONYM) {
      keep(term);
      apply();
    }
  }

  void remove(Term.Kind list, String id) {
    if (list == Term.Kind.SYNONYM && kept.remove(id) != null) {
      apply();
    }
  }

  private void keep(Term term) {
    rule(term).ifPresentOrElse(rule -> kept.put(term.id(), rule), () -> kept.remove(term.id()));
  }

  /** A line that is no rule says nothing; whoever writes lines is told so before. */
  private static Optional<SynonymRule> rule(Term term) {
    try {
      return Optional.of(SynonymRule.parse(term.id(), term.text()));
    } catch (SettingsException e) {
      return Optional.empty();
    }
  }

  private void apply() {
    lexical.readBy(read(kept));
  }

  /** What queries would be read by with one line more, or with another content for it. */
  Dictionaries with(Term term) {
    Map<String, SynonymRule> more = new TreeMap<>(kept);
    rule(term).ifPresent(rule -> more.put(term.id(), rule));
    return read(more);
  }

  private Dictionaries read(Map<String, SynonymRule> lines) {
    List<SynonymRule> rules = new ArrayList<>(lines.values());
    rules.addAll(shipped.synonyms());
    return new Dictionaries(
        shipped.domainWords(), rules, shipped.stopWords(), shipped.questionWords());
  }
}
