package io.zhixun.server.page;

import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Filters.Counts;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Mode;
import io.zhixun.search.pipeline.Requests.Page;
import java.util.List;
import java.util.Optional;

/** What there is at all: the frame in which somebody starts who has nothing to start from. */
record Everything(Answers.Search answer) {
  private static final int CATEGORIES = 21;

  static Everything of(Discovery discovery, Visit visit) {
    return new Everything(
        discovery.search(
            new Requests.Search(
                "",
                Filters.NONE,
                List.of(Facet.CATEGORY, Facet.TAG),
                Mode.LEXICAL,
                Sort.POPULARITY,
                new Page(1, Optional.empty()),
                Requests.Audience.ANYBODY),
            visit.now()));
  }

  /** How many works there are. */
  int total() {
    return answer.total();
  }

  /** Tags, the most frequent first. */
  List<String> tags() {
    return counts(Facet.TAG).stream().map(Filters.Count::value).toList();
  }

  /** The broad categories, the largest first. */
  List<CategoryLink> categories() {
    return counts(Facet.CATEGORY).stream()
        .filter(count -> !count.value().contains("/"))
        .limit(CATEGORIES)
        .map(
            count ->
                new CategoryLink(
                    count.value(), count.count(), Hrefs.browse(Facet.CATEGORY, count.value())))
        .toList();
  }

  private List<Filters.Count> counts(Facet facet) {
    return answer.facets().stream()
        .filter(counts -> counts.facet() == facet)
        .map(Counts::values)
        .findFirst()
        .orElse(List.of());
  }

  /** A broad category, with how much is in it. */
  record CategoryLink(String name, int count, String href) {}
}
