package io.zhixun.search.lexical;

import java.util.List;
import java.util.stream.Stream;
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

/** {@link TextQuery} as Lucene's own queries: what our evaluation must agree with. */
final class LuceneOracle {
  private LuceneOracle() {}

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
              best.alternatives().stream().map(LuceneOracle::render).toList(), 0);
      case TextQuery.Sum sum -> sum(sum.parts(), sum.minimum());
      case TextQuery.Weighted weighted -> boosted(render(weighted.query()), weighted.boost());
      case TextQuery.Matching matching -> {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        builder.add(render(matching.condition()), Occur.FILTER);
        Stream.of(matching.worth(), matching.more())
            .flatMap(List::stream)
            .forEach(score -> builder.add(render(score), Occur.SHOULD));
        yield builder.build();
      }
      case TextQuery.Except except ->
          new BooleanQuery.Builder()
              .add(render(except.query()), Occur.MUST)
              .add(render(except.excluded()), Occur.MUST_NOT)
              .build();
      case TextQuery.Rarest rarest -> sum(rarest.parts(), 1);
      case TextQuery.Everything _ ->
          new BoostQuery(new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE), 0);
      case TextQuery.Nothing _ -> MatchNoDocsQuery.INSTANCE;
    };
  }

  private static Query boosted(Query query, double boost) {
    return new BoostQuery(query, (float) boost);
  }

  private static Query sum(List<TextQuery> parts, int minimum) {
    if (parts.isEmpty()) {
      return MatchNoDocsQuery.INSTANCE;
    }
    BooleanQuery.Builder builder =
        new BooleanQuery.Builder().setMinimumNumberShouldMatch(Math.max(1, minimum));
    parts.forEach(part -> builder.add(render(part), Occur.SHOULD));
    return builder.build();
  }
}
