package io.zhixun.search.analytics;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.analytics.Report.Age;
import io.zhixun.search.analytics.Report.Exposure;
import io.zhixun.search.analytics.Report.Rate;
import io.zhixun.search.analytics.Report.Share;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sets what was shown of items beside the catalogue that there is. */
final class ExposureMaker {
  private static final int MOST = 15;

  private final Counter<ItemId> items;
  private final Counter<Age> ages;

  ExposureMaker(Counter<ItemId> items, Counter<Age> ages) {
    this.items = items;
    this.ages = ages;
  }

  Exposure made(Iterable<ItemFacts> catalogue, Instant now) {
    Map<String, Share<String>> authors = new TreeMap<>();
    Map<String, Share<String>> categories = new TreeMap<>();
    Map<Age, Long> stock = new EnumMap<>(Age.class);
    for (ItemFacts item : catalogue) {
      Rate<ItemId> rate = items.of(item.id());
      boolean visible = item.isVisibleAt(now);
      if (visible) {
        stock.merge(ReportMaker.age(Optional.of(item), now), 1L, Long::sum);
      }
      if (visible || rate.shown() > 0) {
        item.authors().forEach(author -> add(authors, author, visible, rate));
        item.category().stream().findFirst().ifPresent(one -> add(categories, one, visible, rate));
      }
    }
    List<Share<Age>> byAge =
        Arrays.stream(Age.values())
            .map(
                age ->
                    new Share<>(
                        age,
                        stock.getOrDefault(age, 0L),
                        ages.of(age).shown(),
                        ages.of(age).clicked()))
            .filter(share -> share.items() > 0 || share.shown() > 0)
            .toList();
    return new Exposure(most(authors), most(categories), byAge);
  }

  private static void add(
      Map<String, Share<String>> shares, String name, boolean visible, Rate<ItemId> rate) {
    shares.merge(
        name,
        new Share<>(name, visible ? 1 : 0, rate.shown(), rate.clicked()),
        (one, other) ->
            new Share<>(
                name,
                one.items() + other.items(),
                one.shown() + other.shown(),
                one.clicked() + other.clicked()));
  }

  private static List<Share<String>> most(Map<String, Share<String>> shares) {
    return shares.values().stream()
        .sorted(
            Comparator.comparingLong((Share<String> share) -> -share.shown())
                .thenComparing(Share::kind))
        .filter(share -> share.shown() > 0)
        .limit(MOST)
        .toList();
  }
}
