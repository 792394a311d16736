package io.zhixun.server.page;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Answers.Section;
import io.zhixun.search.pipeline.CursorException;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Mode;
import io.zhixun.search.pipeline.Requests.Page;
import io.zhixun.search.pipeline.Requests.Scenario;
import io.zhixun.server.page.Frame.Head;
import io.zhixun.server.page.SearchView.Help;
import io.zhixun.server.page.SearchView.Meaning;
import io.zhixun.server.page.SearchView.Narrowing;
import io.zhixun.server.page.SearchView.Order;
import io.zhixun.server.page.SearchView.Paging;
import io.zhixun.server.page.SearchView.Personal;
import io.zhixun.server.page.SearchView.Tools;
import io.zhixun.server.page.SectionView.Style;
import io.zhixun.server.page.wording.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /search}: what is found. */
final class SearchPage {
  private static final String SCENE = "search";
  private static final int SIZE = 20;

  /** A source that the operator has switched off is nothing a reader need know. */
  private static final String OFF = "SOURCE_OFF";

  /** Fewer hits where each shows its parts, so that the page stays small. */
  private static final int EXPLAINED_SIZE = 12;

  private static final int PROPOSALS = 8;

  /** With fewer results than this, a page says what else could be tried. */
  private static final int FEW = 4;

  private static final List<Facet> FACETS =
      List.of(
          Facet.FORMAT,
          Facet.LEVEL,
          Facet.ACCESS,
          Facet.CATEGORY,
          Facet.TAG,
          Facet.AUTHOR,
          Facet.LANGUAGE);

  private final Site site;
  private final Discovery discovery;
  private final ItemViews views;
  private final Happenings happenings;

  SearchPage(Site site, Discovery discovery, ItemViews views, Happenings happenings) {
    this.site = site;
    this.discovery = discovery;
    this.views = views;
    this.happenings = happenings;
  }

  SearchView view(Visit visit, SearchQuery query) {
    try {
      return view(visit, query, false);
    } catch (CursorException gone) {
      return view(visit, query.from(Optional.empty()), true);
    }
  }

  private SearchView view(Visit visit, SearchQuery query, boolean restarted) {
    Answers.Search answer = discovery.search(request(visit, query), visit.now());
    tell(visit, query, answer);
    return new SearchView(
        frame(visit, query),
        heading(query, answer.total()),
        answer.total(),
        views.hits(answer.hits(), answer.facts().requestId(), visit),
        views.hits(answer.sponsored(), answer.facts().requestId(), visit),
        narrowing(answer, query),
        tools(answer, query, visit),
        new Paging(
            answer.nextCursor().map(next -> query.from(Optional.of(next)).href()),
            query.cursor().map(_ -> query.from(Optional.empty()).href()),
            restarted),
        new Meaning(
            answer.didYouMean().map(text -> new Link(text, Hrefs.search(text))),
            answer.approximate() && !answer.hits().isEmpty(),
            query.shown()),
        needsHelp(query, answer) ? help(visit, query, answer) : Help.NONE);
  }

  /** Little was found, and nobody asked for a later page of it. */
  private static boolean needsHelp(SearchQuery query, Answers.Search answer) {
    return answer.total() < FEW && query.cursor().isEmpty();
  }

  private Help help(Visit visit, SearchQuery query, Answers.Search answer) {
    return new Help(Everything.of(discovery, visit).categories(), proposals(visit, query, answer));
  }

  private static Requests.Search request(Visit visit, SearchQuery query) {
    return new Requests.Search(
        query.text(),
        query.filters(),
        query.cursor().isPresent() && visit.partial() ? List.of() : FACETS,
        Mode.HYBRID,
        query.sort(),
        new Page(query.explain() ? EXPLAINED_SIZE : SIZE, query.cursor()),
        visit.audience(
            SCENE, query.plain() ? OptionalDouble.of(0) : OptionalDouble.empty(), query.explain()));
  }

  private void tell(Visit visit, SearchQuery query, Answers.Search answer) {
    String requestId = answer.facts().requestId();
    if (!query.isBrowsing() && query.cursor().isEmpty()) {
      happenings.tell(
          visit, SCENE, Optional.of(requestId), header -> new Event.Search(header, query.text()));
    }
    List<Hit> shown = new ArrayList<>(answer.hits());
    shown.addAll(answer.sponsored());
    happenings.impression(visit, SCENE, requestId, shown);
  }

  private Frame frame(Visit visit, SearchQuery query) {
    String title = query.isBrowsing() ? "全部内容" : "“" + query.shown() + "”的搜索结果";
    Head head = new Head(title, title + "：课程、电子书、专栏、音频与视频", false);
    return Frame.of(site, visit, Frame.Section.SEARCH, head).withQuery(query.text());
  }

  private static String heading(SearchQuery query, int total) {
    if (query.isBrowsing()) {
      return query.filters().isEmpty() ? "全部内容" : "符合条件的内容";
    }
    return total == 0 ? "没有找到与“" + query.shown() + "”有关的内容" : "搜索“" + query.shown() + "”";
  }

  private static Narrowing narrowing(Answers.Search answer, SearchQuery query) {
    List<Link> chosen = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      query.filters().wanted().getOrDefault(facet, Set.of()).stream()
          .sorted()
          .forEach(
              value ->
                  chosen.add(
                      new Link(Labels.of(facet, value), query.toggled(facet, value).href())));
    }
    return new Narrowing(
        FacetView.of(answer.facets(), query), chosen, query.withoutFilters().href());
  }

  private static Tools tools(Answers.Search answer, SearchQuery query, Visit visit) {
    List<Order> orders =
        Arrays.stream(Sort.values())
            .map(
                sort ->
                    new Order(Labels.of(sort), query.sortedBy(sort).href(), sort == query.sort()))
            .toList();
    Link explain =
        query.explain()
            ? new Link("收起排序依据", query.explained(false).href())
            : new Link("显示排序依据", query.explained(true).href());
    boolean byRelevance = query.sort() == Sort.RELEVANCE;
    Optional<Personal> personal =
        visit.person().isGuest() || !byRelevance
            ? Optional.empty()
            : Optional.of(personal(answer.facts().personalised(), query));
    return new Tools(
        orders,
        personal,
        explain,
        answer.facts().degraded().stream().anyMatch(missing -> !OFF.equals(missing.code())));
  }

  private static Personal personal(boolean personalised, SearchQuery query) {
    if (query.plain()) {
      return new Personal("未使用你的学习记录", new Link("按我的情况排序", query.plain(false).href()));
    }
    String says = personalised ? "已参考你的学习记录" : "还没有可参考的学习记录";
    return new Personal(says, new Link("看所有人一样的排序", query.plain(true).href()));
  }

  /** What to look at instead. */
  private List<SectionView> proposals(Visit visit, SearchQuery query, Answers.Search answer) {
    Set<ItemId> found =
        answer.hits().stream().map(hit -> hit.item().id()).collect(Collectors.toSet());
    Answers.Feed feed =
        discovery.recommend(
            new Requests.Feed(
                Scenario.SEARCH_EMPTY,
                Optional.empty(),
                query.isBrowsing() ? Optional.empty() : Optional.of(query.text()),
                new Page(PROPOSALS, Optional.empty()),
                visit.audience("search-empty")),
            visit.now());
    List<SectionView> sections = new ArrayList<>();
    for (Section section : feed.sections()) {
      List<Hit> others =
          section.items().stream().filter(hit -> !found.contains(hit.item().id())).toList();
      if (!others.isEmpty()) {
        sections.add(
            new SectionView(
                section.id(),
                section.title(),
                Style.RAIL,
                views.hits(others, feed.facts().requestId(), visit),
                Optional.empty()));
      }
    }
    return sections;
  }
}
