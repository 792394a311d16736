package io.zhixun.server.page;

import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Mode;
import io.zhixun.search.pipeline.Requests.Page;
import io.zhixun.server.page.Frame.Head;
import io.zhixun.server.page.RankingView.Example;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code /how-ranking-works}: said in plain words, with an example that is computed on the spot.
 */
final class RankingPage {
  private static final String SCENE = "how-ranking-works";

  private final Site site;
  private final Discovery discovery;
  private final ItemViews views;

  RankingPage(Site site, Discovery discovery, ItemViews views) {
    this.site = site;
    this.discovery = discovery;
    this.views = views;
  }

  RankingView view(Visit visit) {
    Head head = new Head("排序是怎么来的", "搜索结果和推荐按什么排序，用到你的哪些信息，怎样关掉。", true);
    Frame frame = Frame.of(site, visit, Frame.Section.RANKING, head);
    Optional<String> topic = site.suggestions().stream().findFirst().or(() -> topic(visit));
    return new RankingView(frame, topic.flatMap(words -> example(words, visit)));
  }

  /** The most frequent topic there is. */
  private Optional<String> topic(Visit visit) {
    return search("", List.of(Facet.TAG), Requests.Audience.ANYBODY, visit).facets().stream()
        .flatMap(counts -> counts.values().stream())
        .findFirst()
        .map(Filters.Count::value);
  }

  private Optional<Example> example(String topic, Visit visit) {
    Answers.Search answer =
        search(topic, List.of(), visit.audience(SCENE, OptionalDouble.empty(), true), visit);
    return views.hits(answer.hits(), answer.facts().requestId(), visit).stream()
        .findFirst()
        .flatMap(
            hit ->
                hit.parts()
                    .map(parts -> new Example(new Link(topic, Hrefs.search(topic)), hit, parts)));
  }

  private Answers.Search search(
      String query, List<Facet> facets, Requests.Audience audience, Visit visit) {
    return discovery.search(
        new Requests.Search(
            query,
            Filters.NONE,
            facets,
            Mode.HYBRID,
            Sort.RELEVANCE,
            new Page(1, Optional.empty()),
            audience),
        visit.now());
  }
}
