package io.zhixun.server.page;

import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Answers.Section;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Page;
import io.zhixun.search.pipeline.Requests.Scenario;
import io.zhixun.server.page.Frame.Head;
import io.zhixun.server.page.SectionView.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /}: what is proposed to whoever looks. */
final class HomePage {
  private static final String SCENE = "home";
  private static final int SIZE = 36;
  private static final int CONTINUED_SIZE = 12;
  private static final int TOPICS = 8;

  private final Site site;
  private final Discovery discovery;
  private final ItemViews views;
  private final Happenings happenings;

  HomePage(Site site, Discovery discovery, ItemViews views, Happenings happenings) {
    this.site = site;
    this.discovery = discovery;
    this.views = views;
    this.happenings = happenings;
  }

  /**
   * @param cursor continues one section
   */
  HomeView view(Visit visit, Optional<String> cursor) {
    int size = cursor.isPresent() ? CONTINUED_SIZE : SIZE;
    Answers.Feed feed =
        discovery.recommend(
            new Requests.Feed(
                Scenario.HOME,
                Optional.empty(),
                Optional.empty(),
                new Page(size, cursor),
                visit.audience(SCENE)),
            visit.now());
    List<Hit> shown =
        feed.sections().stream().flatMap(section -> section.items().stream()).toList();
    happenings.impression(visit, SCENE, feed.facts().requestId(), shown);
    Everything everything = Everything.of(discovery, visit);
    Head head = new Head("知寻 · 找到下一门值得学的课", "课程、电子书、专栏、音频与视频，一处搜全，按你的进度推荐。", true);
    return new HomeView(
        Frame.of(site, visit, Frame.Section.HOME, head),
        Integer.toString(everything.total()),
        topics(everything),
        everything.categories(),
        sections(feed, visit),
        cursor.isPresent());
  }

  private List<SectionView> sections(Answers.Feed feed, Visit visit) {
    List<SectionView> sections = new ArrayList<>();
    for (Section section : feed.sections()) {
      if (!section.items().isEmpty()) {
        sections.add(
            new SectionView(
                section.id(),
                section.title(),
                Style.of(section.id()),
                views.hits(section.items(), feed.facts().requestId(), visit),
                section.nextCursor().map(next -> "/?more=" + Hrefs.encode(next))));
      }
    }
    return sections;
  }

  private List<Link> topics(Everything everything) {
    List<String> topics = site.suggestions().isEmpty() ? everything.tags() : site.suggestions();
    return topics.stream()
        .limit(TOPICS)
        .map(topic -> new Link(topic, Hrefs.search(topic)))
        .toList();
  }
}
