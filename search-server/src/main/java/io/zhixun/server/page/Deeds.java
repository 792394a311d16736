package io.zhixun.server.page;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.server.page.OwnDataView.Deed;
import io.zhixun.server.page.wording.Amounts;
import io.zhixun.server.page.wording.Moments;
import java.util.Optional;
import java.util.function.Function;

/** Puts events into words. */
final class Deeds {
  private static final int SECONDS_PER_MINUTE = 60;

  private final Function<ItemId, Optional<Item>> items;
  private final Moments moments;

  Deeds(Function<ItemId, Optional<Item>> items, Moments moments) {
    this.items = items;
    this.moments = moments;
  }

  Deed deed(Event event) {
    return new Deed(event.id(), words(event), about(event), moments.at(event.at()));
  }

  private static String words(Event event) {
    return switch (event) {
      case Event.Impression shown -> "向你展示了" + shown.shown().size() + "项内容";
      case Event.Click _ -> "打开了";
      case Event.Purchase _ -> "购买了";
      case Event.Study study -> studied(study.seconds());
      case Event.Progress progress -> "学到" + Amounts.percent(progress.progress());
      case Event.Completion _ -> "学完了";
      case Event.Rating rating -> "评了" + Amounts.rating(rating.rating()) + "分";
      case Event.Favourite _ -> "收藏了";
      case Event.NotInterested refusal ->
          switch (refusal.scope()) {
            case ITEM -> "不感兴趣";
            case AUTHOR -> "不想看这位作者";
            case TAG -> "不想看这类话题";
          };
      case Event.Search search -> "搜索“" + search.query() + "”";
    };
  }

  private static String studied(long seconds) {
    return seconds < SECONDS_PER_MINUTE
        ? "学习了" + seconds + "秒"
        : "学习了" + Amounts.duration(Math.toIntExact(seconds / SECONDS_PER_MINUTE));
  }

  private Optional<Link> about(Event event) {
    return event instanceof Event.OnItem on
        ? Optional.of(
            items
                .apply(on.item())
                .map(item -> new Link("《" + item.text().title() + "》", Hrefs.item(item.id())))
                .orElse(new Link("一项已经下架的内容", "")))
        : Optional.empty();
  }
}
