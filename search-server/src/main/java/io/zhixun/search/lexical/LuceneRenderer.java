package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * {@link TextQuery} in Lucene's terms, for one search by one searcher.
 *
 * <p>Each term is looked up once, however often it is asked for, and what holds a term that the
 * index does not know is left out before anything is built: most terms of a query exist in few of
 * the fields.
 */
final class LuceneRenderer {
  private static final Query NOTHING = new MatchNoDocsQuery();

  private final TermLookup terms;

  LuceneRenderer(TermLookup terms) {
    this.terms = terms;
  }

  Query render(TextQuery query) throws IOException {
    return switch (query) {
      case TextQuery.Term term -> term(new Term(term.field(), term.text()), term.boost());
      case TextQuery.Phrase phrase -> phrase(phrase);
      case TextQuery.Best best -> best(best);
      case TextQuery.Sum sum -> sum(sum);
      case TextQuery.Weighted weighted -> boosted(render(weighted.query()), weighted.boost());
      case TextQuery.Matching matching -> matching(matching);
      case TextQuery.Everything _ -> new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE);
      case TextQuery.Nothing _ -> NOTHING;
    };
  }

  private boolean exists(Term term) throws IOException {
    return terms.states(term).docFreq() > 0;
  }

  private Query term(Term term, double boost) throws IOException {
    return exists(term) ? boosted(new TermQuery(term, terms.states(term)), boost) : NOTHING;
  }

  private Query phrase(TextQuery.Phrase phrase) throws IOException {
    for (String text : phrase.terms()) {
      if (!exists(new Term(phrase.field(), text))) {
        return NOTHING;
      }
    }
    if (phrase.terms().size() == 1) {
      return term(new Term(phrase.field(), phrase.terms().getFirst()), phrase.boost());
    }
    Query query = new PhraseQuery(phrase.field(), phrase.terms().toArray(String[]::new));
    return boosted(query, phrase.boost());
  }

  private Query best(TextQuery.Best best) throws IOException {
    List<Query> alternatives = rendered(best.alternatives());
    return switch (alternatives.size()) {
      case 0 -> NOTHING;
      case 1 -> alternatives.getFirst();
      default -> new DisjunctionMaxQuery(alternatives, (float) best.tie());
    };
  }

  private List<Query> rendered(List<TextQuery> queries) throws IOException {
    List<Query> found = new ArrayList<>();
    for (TextQuery query : queries) {
      Query rendered = render(query);
      if (rendered != NOTHING) {
        found.add(rendered);
      }
    }
    return found;
  }

  private static Query boosted(Query query, double boost) {
    return boost == 1 || query == NOTHING ? query : new BoostQuery(query, (float) boost);
  }

  private Query sum(TextQuery.Sum sum) throws IOException {
    List<Query> parts = rendered(sum.parts());
    if (parts.size() < Math.max(1, sum.minimum())) {
      return NOTHING;
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    boolean all = sum.minimum() == parts.size();
    parts.forEach(part -> builder.add(part, all ? Occur.MUST : Occur.SHOULD));
    return all ? builder.build() : builder.setMinimumNumberShouldMatch(sum.minimum()).build();
  }

  private Query matching(TextQuery.Matching matching) throws IOException {
    Query condition = render(matching.condition());
    if (condition == NOTHING) {
      return NOTHING;
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    builder.add(condition, Occur.FILTER);
    rendered(matching.scores()).forEach(score -> builder.add(score, Occur.SHOULD));
    return builder.build();
  }

  /** Whether a query can match nothing at all. */
  static Optional<Query> possible(Query query) {
    return query == NOTHING ? Optional.empty() : Optional.of(query);
  }
}
