package io.zhixun.search.analytics;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.ranking.feature.ItemFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reports of a few events about a catalogue of three items. */
final class Counting {
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Set<String> NOTHING = Set.of("瑜珈课", "火星移民");

  private static final Map<ItemId, ItemFacts> CATALOGUE =
      Map.of(
          new ItemId("a"), facts("a", Format.COURSE, "周行", "编程", 10),
          new ItemId("b"), facts("b", Format.EBOOK, "周行", "编程", 60),
          new ItemId("c"), facts("c", Format.EBOOK, "林晚", "健康", 2_000));

  private Counting() {}

  private static ItemFacts facts(
      String id, Format format, String author, String category, int days) {
    Item item =
        new Item(
            new ItemId(id),
            format,
            Item.Status.PUBLISHED,
            new Item.Text(
                "标题" + id,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(author),
                List.of(category, "细类"),
                List.of(),
                "zh"),
            new Item.Offer(
                Item.Access.FREE, OptionalLong.empty(), OptionalLong.empty(), Optional.empty()),
            new Item.Audience(Optional.empty(), List.of(), false),
            Item.Length.UNKNOWN,
            Item.Reception.UNKNOWN,
            new Item.Dates(Optional.of(NOW.minus(Duration.ofDays(days))), Optional.empty()),
            Optional.empty(),
            Optional.empty());
    return ItemFacts.of(item, 0);
  }

  static Report report(Told told, AnalyticsSettings settings, Rule... rules) {
    ReportMaker maker =
        new ReportMaker(
            Period.lastDays(30, NOW),
            settings,
            new ReportMaker.Knowledge(
                id -> Optional.ofNullable(CATALOGUE.get(id)),
                query -> query.strip().toLowerCase(Locale.ROOT),
                new Served(10),
                List.of(rules)));
    told.events().forEach(maker::add);
    List<ItemFacts> items = new ArrayList<>(CATALOGUE.values());
    return maker.made(NOW, items, query -> NOTHING.contains(query) ? 0 : 3);
  }

  static Report report(Told told, Rule... rules) {
    return report(told, AnalyticsSettings.DEFAULTS, rules);
  }

  static AnalyticsSettings lowFrom(int shown, double below) {
    return new AnalyticsSettings(
        Duration.ofMinutes(1), 100, 100, 100, new AnalyticsSettings.LowClick(shown, below));
  }

  static Told told() {
    return new Told(NOW.minusSeconds(3_600));
  }
}
