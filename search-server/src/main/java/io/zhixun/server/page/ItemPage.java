package io.zhixun.server.page;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.search.lexical.Facet;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.server.page.Frame.Head;
import io.zhixun.server.page.ItemPageView.About;
import io.zhixun.server.page.ItemPageView.Actions;
import io.zhixun.server.page.ItemPageView.Fact;
import io.zhixun.server.page.ItemPageView.Step;
import io.zhixun.server.page.wording.Amounts;
import io.zhixun.server.page.wording.Labels;
import io.zhixun.server.page.wording.Moments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /items/{id}}: one item, and where to go from it. */
final class ItemPage {
  private static final int NEIGHBOURS = 6;

  /** How far back a chain of prerequisites is followed. */
  private static final int DEEPEST = 4;

  private final Site site;
  private final PageSources sources;
  private final ItemViews views;
  private final Moments moments;

  ItemPage(Site site, PageSources sources, ItemViews views, Moments moments) {
    this.site = site;
    this.sources = sources;
    this.views = views;
    this.moments = moments;
  }

  /** Empty when there is no such item that learners may see. */
  Optional<ItemPageView> view(Visit visit, ItemId id) {
    return visible(id, visit).map(item -> view(visit, item));
  }

  private Optional<Item> visible(ItemId id, Visit visit) {
    return sources.items().apply(id).filter(item -> item.isVisibleAt(visit.now()));
  }

  private ItemPageView view(Visit visit, Item item) {
    Head head =
        new Head(
            item.text().title(),
            item.text().summary().or(item.text()::subtitle).orElse(item.text().title()),
            true);
    return new ItemPageView(
        Frame.of(site, visit, Frame.Section.NONE, head),
        views.item(item, visit),
        about(item),
        path(item, visit),
        actions(item, visit),
        neighbours(
            sources
                .discovery()
                .similar(item.id(), visit.audience("similar"), NEIGHBOURS, visit.now()),
            visit),
        neighbours(
            sources.discovery().next(item.id(), visit.audience("next"), NEIGHBOURS, visit.now()),
            visit),
        StructuredData.of(item, visit.now()));
  }

  private List<HitView> neighbours(Optional<Answers.Items> answer, Visit visit) {
    return answer
        .map(found -> views.hits(found.items(), found.facts().requestId(), visit))
        .orElse(List.of());
  }

  private About about(Item item) {
    return new About(
        links(Facet.CATEGORY, item.text().category()),
        links(Facet.AUTHOR, item.text().authors()),
        links(Facet.TAG, item.text().tags()),
        item.text()
            .summary()
            .map(text -> text.lines().filter(l -> !l.isBlank()).toList())
            .orElse(List.of()),
        item.text().outline(),
        facts(item));
  }

  private static List<Link> links(Facet facet, List<String> values) {
    return values.stream().map(value -> new Link(value, Hrefs.browse(facet, value))).toList();
  }

  private List<Fact> facts(Item item) {
    List<Fact> facts = new ArrayList<>();
    item.audience().level().ifPresent(level -> facts.add(new Fact("难度", Labels.of(level))));
    List<String> length = Amounts.length(item.format(), item.length());
    if (!length.isEmpty()) {
      facts.add(new Fact("篇幅", String.join("，", length)));
    }
    item.reception()
        .completionRate()
        .ifPresent(rate -> facts.add(new Fact("学完率", Amounts.percent(rate))));
    if (!item.text().language().equals("zh")) {
      facts.add(new Fact("语言", Labels.of(Facet.LANGUAGE, item.text().language())));
    }
    item.dates().published().ifPresent(at -> facts.add(new Fact("上架", moments.date(at))));
    item.dates().updated().ifPresent(at -> facts.add(new Fact("更新", moments.date(at))));
    return facts;
  }

  /** What comes before the item, the first step first; empty when nothing has to. */
  private List<Step> path(Item goal, Visit visit) {
    Set<Item> before = new LinkedHashSet<>();
    collect(goal, visit, DEEPEST, before);
    before.remove(goal);
    if (before.isEmpty()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    before.forEach(item -> steps.add(step(item, visit, false)));
    steps.add(step(goal, visit, true));
    return steps;
  }

  private void collect(Item item, Visit visit, int depth, Set<Item> before) {
    for (ItemId id : item.audience().prerequisites()) {
      Optional<Item> prerequisite = visible(id, visit);
      if (prerequisite.isPresent() && depth > 0 && !before.contains(prerequisite.get())) {
        collect(prerequisite.get(), visit, depth - 1, before);
        before.add(prerequisite.get());
      }
    }
  }

  private static Step step(Item item, Visit visit, boolean goal) {
    return new Step(
        item.text().title(),
        Hrefs.item(item.id()),
        Labels.of(item.format()),
        visit.hasFinished(item.id()),
        goal);
  }

  private static Actions actions(Item item, Visit visit) {
    // What was begun or bought can be kept as well.
    boolean favourite =
        visit.touch(item.id()).filter(touch -> touch.done().favourite()).isPresent();
    return new Actions(
        !visit.person().isGuest(),
        favourite,
        visit.hasFinished(item.id()),
        visit.hasRefused(item.id()),
        item.url().filter(url -> url.startsWith("https://") || url.startsWith("http://")));
  }
}
