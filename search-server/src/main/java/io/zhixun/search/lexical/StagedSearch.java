package io.zhixun.search.lexical;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Asks a {@link QueryPlan} stage by stage and puts the answers of all stages on one scale. */
final class StagedSearch {
  private final IndexSearcher searcher;
  private final LuceneRenderer renderer;
  private final LexicalSettings settings;
  private final Optional<Query> filter;

  StagedSearch(TermLookup terms, LexicalSettings settings, Optional<Query> filter) {
    this.searcher = terms.searcher();
    this.renderer = new LuceneRenderer(terms);
    this.settings = settings;
    this.filter = filter;
  }

  Matches run(QueryPlan plan) throws IOException {
    Matches literal = collect(plan.literal());
    Set<Integer> title = rows(collect(plan.title()));
    if (literal.size() >= settings.relaxing().few()) {
      return shares(scores(literal), Set.of(), title);
    }
    Map<Integer, Float> scores = scores(collect(plan.partial()));
    boolean little = scores.size() < settings.relaxing().few() / 3;
    if (little) {
      scores.putAll(scores(collect(plan.widest())));
    }
    Set<Integer> first = rows(literal);
    float weakest = Float.MAX_VALUE;
    for (int i = 0; i < literal.size(); i++) {
      scores.put(literal.row(i), literal.score(i));
      weakest = Math.min(weakest, literal.score(i));
    }
    if (title.isEmpty()) {
      Matches typos = collect(plan.typos());
      for (int i = 0; i < typos.size(); i++) {
        if (!first.contains(typos.row(i))) {
          float below = Math.min(typos.score(i), Math.nextDown(weakest));
          scores.merge(typos.row(i), below, Math::max);
        }
      }
    }
    return shares(scores, first, title);
  }

  private static Map<Integer, Float> scores(Matches matches) {
    Map<Integer, Float> scores = HashMap.newHashMap(matches.size());
    for (int i = 0; i < matches.size(); i++) {
      scores.put(matches.row(i), matches.score(i));
    }
    return scores;
  }

  private Matches shares(Map<Integer, Float> scores, Set<Integer> literal, Set<Integer> title) {
    float best = 0;
    float any = Float.MIN_VALUE;
    for (Map.Entry<Integer, Float> one : scores.entrySet()) {
      any = Math.max(any, one.getValue());
      if (!title.contains(one.getKey())) {
        best = Math.max(best, one.getValue());
      }
    }
    float unit = best > 0 ? best : any;
    float lift = literal.isEmpty() ? 0 : (float) settings.relaxing().literalFirst();
    Matches all = new Matches();
    scores.forEach(
        (row, score) -> {
          float share = (score / unit + (literal.contains(row) ? lift : 0)) / (1 + lift);
          boolean exact = title.contains(row);
          all.add(row, exact ? (float) (share + settings.literal().exactTitle()) : share);
        });
    return all;
  }

  private static Set<Integer> rows(Matches matches) {
    Set<Integer> rows = new HashSet<>();
    for (int i = 0; i < matches.size(); i++) {
      rows.add(matches.row(i));
    }
    return rows;
  }

  private Matches collect(TextQuery query) throws IOException {
    Optional<Query> rendered = LuceneRenderer.possible(renderer.render(query));
    MatchCollector collector = new MatchCollector();
    if (rendered.isPresent()) {
      searcher.search(filtered(rendered.get()), collector);
    }
    return collector.matches();
  }

  private Query filtered(Query query) {
    return filter
        .<Query>map(
            only ->
                new BooleanQuery.Builder()
                    .add(query, Occur.MUST)
                    .add(only, Occur.FILTER)
                    .build())
        .orElse(query);
  }
}
