package io.zhixun.server.page;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.search.lexical.Facet;
import io.zhixun.server.page.Frame.Head;
import io.zhixun.server.page.Learners.Portrait;
import io.zhixun.server.page.OwnData.Kept;
import io.zhixun.server.page.OwnDataView.Cause;
import io.zhixun.server.page.OwnDataView.Count;
import io.zhixun.server.page.OwnDataView.Deed;
import io.zhixun.server.page.OwnDataView.Tag;
import io.zhixun.server.page.wording.Labels;
import io.zhixun.server.page.wording.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /me/data} and what lies under it: what is kept of whoever looks, to be taken back. */
final class OwnDataPage {
  static final String HOME = "/me/data";
  private static final String HISTORY = "/me/history";
  private static final String ALL = "all=1";
  private static final int STRONG_TAGS = 10;
  private static final int MOST_TAGS = 100;
  private static final int MOST_CAUSES = 5;
  private static final int DEEDS = 30;

  /** Events read at once to find those that are listed. */
  private static final int READ = 200;

  private static final Map<String, String> KINDS =
      Map.of(
          "event", "学习与浏览记录",
          "profile", "个人资料",
          "personalisation", "个性化设置",
          "tag", "标签设置",
          "visitor-merged", "登录前的访客记录");

  private final Site site;
  private final PageSources sources;
  private final Moments moments;
  private final Deeds deeds;

  OwnDataPage(Site site, PageSources sources, Moments moments) {
    this.site = site;
    this.sources = sources;
    this.moments = moments;
    this.deeds = new Deeds(sources.items(), moments);
  }

  OwnDataView view(Visit visit, UserId learner, Optional<String> done) {
    List<Tag> tags = visit.portrait().map(portrait -> tags(portrait, visit)).orElse(List.of());
    int strong = Math.min(STRONG_TAGS, tags.size());
    return new OwnDataView(
        frame(visit, "我的数据", "查看、导出和删除知寻保存的关于你的数据"),
        sources.own().isPersonalised(learner),
        tags.subList(0, strong),
        tags.subList(strong, tags.size()),
        sources.own().hiddenTags(learner),
        done.flatMap(OwnDataForm.Wish::answer));
  }

  private Frame frame(Visit visit, String title, String description) {
    return Frame.of(site, visit, Frame.Section.ME, new Head(title, description, false));
  }

  private List<Tag> tags(Portrait portrait, Visit visit) {
    Tastes tastes = portrait.tastes();
    List<String> strongest = tastes.positiveTags();
    double largest = strongest.isEmpty() ? 1 : tastes.tags().get(strongest.getFirst());
    return strongest.stream()
        .limit(MOST_TAGS)
        .map(
            tag ->
                new Tag(
                    tag,
                    Hrefs.browse(Facet.TAG, tag),
                    Math.clamp(Math.round(100 * tastes.tags().get(tag) / largest), 2, 100),
                    causes(tag, portrait, visit)))
        .toList();
  }

  private List<Cause> causes(String tag, Portrait portrait, Visit visit) {
    List<Cause> causes = new ArrayList<>();
    UserProfile profile = portrait.learner().profile();
    if (profile.interests().contains(tag)) {
      causes.add(new Cause("你填写的兴趣", Optional.empty(), Optional.empty()));
    }
    if (profile.goals().contains(tag)) {
      causes.add(new Cause("你填写的目标", Optional.empty(), Optional.empty()));
    }
    portrait.tastes().because().getOrDefault(tag, List.of()).stream()
        .limit(MOST_CAUSES)
        .flatMap(item -> cause(item, portrait.learner(), visit).stream())
        .forEach(causes::add);
    return causes;
  }

  private Optional<Cause> cause(ItemId id, Learner learner, Visit visit) {
    Optional<Item> item = sources.items().apply(id);
    return item.flatMap(
        known ->
            learner.touches().stream()
                .filter(touch -> touch.item().equals(id))
                .findFirst()
                .map(
                    touch ->
                        new Cause(
                            Labels.of(touch.strongest()),
                            Optional.of(new Link("《" + known.text().title() + "》", Hrefs.item(id))),
                            Optional.of(moments.ago(touch.last(), visit.now())))));
  }

  /**
   * @param before only what has a smaller number
   * @param everything also what was shown and never touched
   */
  record Part(long before, boolean everything) {}

  OwnDataView.History history(Visit visit, UserId learner, Part part, Optional<String> done) {
    List<Deed> listed = new ArrayList<>();
    Optional<Long> next = read(learner, part, listed);
    String all = part.everything() ? "&" + ALL : "";
    return new OwnDataView.History(
        frame(visit, "学习与浏览记录", "知寻保存的每一条记录，都可以单独删除"),
        listed,
        part.everything(),
        part.everything() ? HISTORY : HISTORY + "?" + ALL,
        next.map(number -> HISTORY + "?before=" + number + all),
        part.before() == Long.MAX_VALUE,
        done.flatMap(OwnDataForm.Wish::answer));
  }

  /** Fills a page; the number to go on below, when there may be more. */
  private Optional<Long> read(UserId learner, Part part, List<Deed> listed) {
    long before = part.before();
    while (true) {
      List<Kept> some = sources.own().history(learner, before, READ);
      for (Kept kept : some) {
        if (listed.size() == DEEDS) {
          return Optional.of(before);
        }
        before = kept.number();
        if (part.everything() || !(kept.event() instanceof Event.Impression)) {
          listed.add(deeds.deed(kept.event()));
        }
      }
      if (some.size() < READ) {
        return Optional.empty();
      }
    }
  }

  OwnDataView.Guest guest(Visit visit) {
    return new OwnDataView.Guest(frame(visit, "我的数据", "查看、导出和删除知寻保存的关于你的数据"));
  }

  OwnDataView.Erase erase(Visit visit, boolean unsure) {
    return new OwnDataView.Erase(frame(visit, "清除我的全部数据", "永久删除知寻保存的关于你的一切"), unsure);
  }

  /** After the learner was erased: said to whoever it was. */
  OwnDataView.Erased erased(Visit nobody, OwnData.Receipt receipt) {
    List<Count> counts =
        receipt.erased().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(kind -> new Count(KINDS.getOrDefault(kind.getKey(), "其他"), kind.getValue()))
            .toList();
    return new OwnDataView.Erased(
        frame(nobody, "数据已清除", "清除回执"), receipt.number(), moments.at(nobody.now()), counts);
  }
}
