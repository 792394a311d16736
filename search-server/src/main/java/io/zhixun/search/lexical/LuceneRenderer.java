package io.zhixun.search.lexical;

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

/** A {@link TextQuery} in Lucene's terms. */
final class LuceneRenderer {
  private LuceneRenderer() {}

  static Query render(TextQuery query) {
    return switch (query) {
      case TextQuery.Term term ->
          boosted(new TermQuery(new Term(term.field(), term.text())), term.boost());
      case TextQuery.Phrase phrase ->
          boosted(
              new PhraseQuery(phrase.field(), phrase.terms().toArray(String[]::new)),
              phrase.boost());
      case TextQuery.Best best ->
          new DisjunctionMaxQuery(
              best.alternatives().stream().map(LuceneRenderer::render).toList(), 0);
      case TextQuery.Sum sum -> sum(sum);
      case TextQuery.Exact exact ->
          new BoostQuery(
              new ConstantScoreQuery(new TermQuery(new Term(exact.field(), exact.value()))),
              (float) exact.score());
      case TextQuery.Matching matching -> matching(matching);
      case TextQuery.Everything _ ->
          new BoostQuery(new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE), 0);
      case TextQuery.Nothing _ -> MatchNoDocsQuery.INSTANCE;
    };
  }

  private static Query boosted(Query query, double boost) {
    return boost == 1 ? query : new BoostQuery(query, (float) boost);
  }

  private static Query sum(TextQuery.Sum sum) {
    BooleanQuery.Builder builder =
        new BooleanQuery.Builder().setMinimumNumberShouldMatch(sum.minimum());
    sum.parts().forEach(part -> builder.add(render(part), Occur.SHOULD));
    return builder.build();
  }

  private static Query matching(TextQuery.Matching matching) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    builder.add(render(matching.condition()), Occur.FILTER);
    matching.scores().forEach(score -> builder.add(render(score), Occur.SHOULD));
    return builder.build();
  }
}
