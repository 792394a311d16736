package io.zhixun.server.page;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.learner.Touch;
import io.zhixun.search.lexical.Facet;
import io.zhixun.server.page.Frame.Head;
import io.zhixun.server.page.Learners.Portrait;
import io.zhixun.server.page.MeView.Past;
import io.zhixun.server.page.MeView.Stat;
import io.zhixun.server.page.MeView.Taste;
import io.zhixun.server.page.MeView.Told;
import io.zhixun.server.page.wording.Labels;
import io.zhixun.server.page.wording.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code /me}: what is known of whoever looks, and how to look as somebody else. */
final class MePage {
  private static final int RECENT = 10;
  private static final int MOST_PAST = 50;
  private static final int MOST_TOPICS = 6;
  private static final int MOST_AUTHORS = 3;
  private static final int MOST_CAUSES = 2;

  private final Site site;
  private final Function<ItemId, Optional<Item>> items;
  private final Moments moments;

  MePage(Site site, Function<ItemId, Optional<Item>> items, Moments moments) {
    this.site = site;
    this.items = items;
    this.moments = moments;
  }

  MeView view(Visit visit) {
    Frame frame = Frame.of(site, visit, Frame.Section.ME, new Head("我的学习", "学习记录与偏好", false));
    return visit
        .portrait()
        .map(portrait -> view(frame, portrait, visit))
        .orElseGet(
            () ->
                new MeView(
                    frame, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  private MeView view(Frame frame, Portrait portrait, Visit visit) {
    Tastes tastes = portrait.tastes();
    List<Past> past = history(portrait.learner(), visit);
    int recent = Math.min(RECENT, past.size());
    return new MeView(
        frame,
        stats(portrait.learner()),
        told(portrait.learner().profile()),
        tastes(tastes.tags(), Facet.TAG, MOST_TOPICS, tastes),
        tastes(tastes.authors(), Facet.AUTHOR, MOST_AUTHORS, tastes),
        past.subList(0, recent),
        past.subList(recent, past.size()));
  }

  private static List<Stat> stats(Learner learner) {
    long studying = learner.unfinished().size();
    return List.of(
        new Stat(Integer.toString(learner.finished().size()), "学完"),
        new Stat(Long.toString(studying), "在学"),
        new Stat(Integer.toString(learner.owned().size()), "已购"),
        new Stat(Integer.toString(learner.touches().size()), "看过"));
  }

  private static List<Told> told(UserProfile profile) {
    List<Told> told = new ArrayList<>();
    profile.occupation().ifPresent(value -> told.add(new Told("职业", value)));
    profile.level().ifPresent(level -> told.add(new Told("水平", Labels.of(level))));
    profile.membership().ifPresent(value -> told.add(new Told("会员", value)));
    addList(told, "目标", profile.goals());
    addList(told, "兴趣", profile.interests());
    addList(told, "喜欢的形式", profile.preferredFormats().stream().map(Labels::of).toList());
    return told;
  }

  private static void addList(List<Told> told, String label, List<String> values) {
    if (!values.isEmpty()) {
      told.add(new Told(label, String.join("、", values)));
    }
  }

  private List<Taste> tastes(Map<String, Double> shares, Facet facet, int most, Tastes tastes) {
    double largest = shares.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return shares.entrySet().stream()
        .filter(share -> share.getValue() > 0)
        .sorted(
            Comparator.comparing((Map.Entry<String, Double> share) -> -share.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(
            share ->
                new Taste(
                    share.getKey(),
                    Hrefs.browse(facet, share.getKey()),
                    Math.clamp(Math.round(100 * share.getValue() / largest), 2, 100),
                    causes(tastes.because().getOrDefault(share.getKey(), List.of()))))
        .toList();
  }

  private List<Link> causes(List<ItemId> ids) {
    return ids.stream()
        .map(items)
        .flatMap(Optional::stream)
        .limit(MOST_CAUSES)
        .map(item -> new Link("《" + item.text().title() + "》", Hrefs.item(item.id())))
        .toList();
  }

  private List<Past> history(Learner learner, Visit visit) {
    return learner.touches().reversed().stream()
        .flatMap(touch -> items.apply(touch.item()).map(item -> past(item, touch, visit)).stream())
        .limit(MOST_PAST)
        .toList();
  }

  private Past past(Item item, Touch touch, Visit visit) {
    ItemView.State state = ItemViews.state(touch);
    return new Past(
        item.text().title(),
        Hrefs.item(item.id()),
        Hrefs.cover(item),
        Labels.of(item.format()),
        state.label().orElse(Labels.of(touch.strongest())),
        state.percent(),
        moments.ago(touch.last(), visit.now()));
  }
}
