package io.zhixun.server.console;

import io.javalin.http.Context;
import io.zhixun.store.Change;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The queries that editors have chosen to compare snapshots by, kept in the record. */
final class WatchedQueries {
  private static final int MOST = 50;

  private final ConsoleSources sources;

  WatchedQueries(ConsoleSources sources) {
    this.sources = sources;
  }

  /** Queries of a field with one on each line; what could not be searched is left out. */
  static List<String> lines(String typed) {
    return Arrays.stream(typed.split("[\\r\\n]+", -1))
        .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
        .filter(line -> !line.isEmpty() && Typed.query(line).equals(line))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** In the order in which they came. */
  List<String> queries() {
    return terms().stream().map(Term::text).toList();
  }

  private List<Term> terms() {
    return sources.store().terms(Term.Kind.WATCHED).stream()
        .sorted((one, other) -> Long.compare(one.seq(), other.seq()))
        .map(StoredTerm::term)
        .toList();
  }

  /** {@code POST /console/reindex/queries}: the set is what was typed. */
  void save(Context ctx, Desk desk) {
    List<String> wanted = lines(Typed.field(ctx, "queries"));
    List<Change> changes = new ArrayList<>();
    List<Term> kept = terms();
    for (Term term : kept) {
      if (!wanted.contains(term.text())) {
        changes.add(new Change.DeleteTerm(Term.Kind.WATCHED, term.id()));
      }
    }
    List<String> texts = kept.stream().map(Term::text).toList();
    for (String query : wanted) {
      if (!texts.contains(query)) {
        changes.add(
            new Change.PutTerm(new Term(Term.Kind.WATCHED, "q-" + sources.ids().get(), query)));
      }
    }
    if (!changes.isEmpty()) {
      sources.live().accept(changes, desk.origin());
    }
    Frames.redirect(ctx, "/console/reindex?done=" + (changes.isEmpty() ? "unchanged" : "watched"));
  }
}
