package io.zhixun.indexer.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Shown;
import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.Events;
import io.zhixun.indexer.Items;
import io.zhixun.indexer.Seeds;
import io.zhixun.indexer.build.ItemStatistics.Count;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.persist.SegmentException;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ItemStatisticsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final long seed = Seeds.next();
  private final Random random = new Random(seed);

  @Test
  void aCountHalvesWithEachHalfLife() {
    ItemStatistics statistics = ItemStatistics.empty(NOW, DAY, 1);

    statistics.add(Events.purchase("e", "u", "0", NOW.minus(DAY)), ItemStatisticsTest::row);

    assertEquals(0.5, statistics.of(Count.PURCHASES, 0, NOW), 1e-6);
    assertEquals(0.25, statistics.of(Count.PURCHASES, 0, NOW.plus(DAY)), 1e-6);
    assertEquals(0, statistics.of(Count.CLICKS, 0, NOW));
  }

  @Test
  void guestsSayNothingAboutAnItem() {
    ItemStatistics statistics = ItemStatistics.empty(NOW, DAY, 1);

    statistics.add(
        new Event.Click(Events.byGuest("e", NOW), new ItemId("0"), OptionalInt.empty()),
        ItemStatisticsTest::row);

    assertEquals(0, statistics.of(Count.CLICKS, 0, NOW));
  }

  @Test
  void countsAgreeWithAddingUpEachEvent() {
    List<Event> events = randomEvents(400);
    ItemStatistics statistics = ItemStatistics.empty(NOW, DAY, 0);
    events.forEach(event -> statistics.add(event, ItemStatisticsTest::row));

    for (int row = 0; row < 6; row++) {
      Instant later = NOW.plusSeconds(random.nextInt(200_000));
      double expected = 0;
      for (Event event : events) {
        if (event instanceof Event.Purchase purchase && row(purchase.item()).getAsInt() == row) {
          double seconds = Duration.between(event.at(), later).toSeconds();
          expected += Math.pow(0.5, seconds / DAY.toSeconds());
        }
      }
      assertEquals(
          expected,
          statistics.of(Count.PURCHASES, row, later),
          1e-4 * (1 + expected),
          "-Dzhixun.seed=" + seed);
    }
  }

  @Test
  void aStoredStateGoesOnAsIfItHadSeenEverything() {
    List<Event> events = randomEvents(200);
    ItemStatistics all = ItemStatistics.empty(NOW, DAY, 2);
    events.forEach(event -> all.add(event, ItemStatisticsTest::row));
    ItemStatistics first = ItemStatistics.empty(NOW, DAY, 2);
    events.subList(0, 120).forEach(event -> first.add(event, ItemStatisticsTest::row));

    ItemStatistics restored = ItemStatistics.from(first.segment());
    List<Event> rest = new ArrayList<>(events.subList(120, 200));
    Collections.shuffle(rest, random);
    rest.forEach(event -> restored.add(event, ItemStatisticsTest::row));

    for (Count count : Count.values()) {
      for (int row = 0; row < 8; row++) {
        double expected = all.of(count, row, NOW);
        assertEquals(
            expected,
            restored.of(count, row, NOW),
            1e-4 * (1 + expected),
            count + " of " + row + ", -Dzhixun.seed=" + seed);
      }
    }
  }

  @Test
  void everyKindOfEventIsCountedUnderItsName() {
    ItemStatistics statistics = ItemStatistics.empty(NOW, DAY, 2);
    Event.Header header = Events.header("e", "u", NOW);
    ItemId item = new ItemId("1");
    for (Event event :
        List.of(
            new Event.Impression(
                header, List.of(new Shown(item, 1), new Shown(new ItemId("0"), 2))),
            new Event.Study(header, item, 7_200),
            new Event.Completion(header, item),
            new Event.Favourite(header, item),
            new Event.NotInterested(header, item, Event.Scope.ITEM),
            new Event.Rating(header, item, 4),
            new Event.Progress(header, item, 0.5),
            new Event.Search(header, "x"))) {
      statistics.add(event, ItemStatisticsTest::row);
    }

    assertEquals(1, statistics.of(Count.IMPRESSIONS, 0, NOW));
    assertEquals(1, statistics.of(Count.IMPRESSIONS, 1, NOW));
    assertEquals(2, statistics.of(Count.STUDY_HOURS, 1, NOW));
    assertEquals(1, statistics.of(Count.COMPLETIONS, 1, NOW));
    assertEquals(1, statistics.of(Count.FAVOURITES, 1, NOW));
    assertEquals(1, statistics.of(Count.DISLIKES, 1, NOW));
    assertEquals(1, statistics.of(Count.RATINGS, 1, NOW));
    assertEquals(4, statistics.of(Count.STARS, 1, NOW));
  }

  @Test
  void popularityIsWhatThePlatformCountsAndWhatHappenedHere() {
    ItemStatistics statistics = ItemStatistics.empty(NOW, DAY, 1);
    statistics.add(Events.purchase("e", "u", "0", NOW), ItemStatisticsTest::row);
    EventWeights weights = EventWeights.DEFAULTS;

    assertEquals(1, statistics.popularity(Items.course("0", "t"), 0, weights, NOW), 1e-6);
    assertEquals(
        11,
        statistics.popularity(
            Items.of("{'id':'0','format':'COURSE','title':'t','learnerCount':10,'ratingCount':3}"),
            0,
            weights,
            NOW),
        1e-6);
  }

  @Test
  void whatHappensMoreThanUsualIsATrend() {
    ItemStatistics usual = ItemStatistics.empty(NOW, Duration.ofDays(10), 2);
    ItemStatistics recent = ItemStatistics.empty(NOW, DAY, 2);
    for (ItemStatistics statistics : List.of(usual, recent)) {
      for (int i = 0; i < 10; i++) {
        Instant lately = NOW.minusSeconds(i);
        Instant longAgo = NOW.minus(Duration.ofDays(20 + i));
        statistics.add(Events.purchase("a" + i, "u", "0", lately), ItemStatisticsTest::row);
        statistics.add(Events.purchase("b" + i, "u", "1", longAgo), ItemStatisticsTest::row);
      }
    }

    assertTrue(ItemStatistics.trend(recent, usual, 0, EventWeights.DEFAULTS, NOW) > 5);
    assertEquals(0, ItemStatistics.trend(recent, usual, 1, EventWeights.DEFAULTS, NOW));
  }

  @Test
  void itemsWithoutARowAndRowsWithoutEventsCountNothing() {
    ItemStatistics statistics = ItemStatistics.empty(NOW, DAY, 1);

    statistics.add(Events.purchase("e", "u", "0", NOW), _ -> OptionalInt.empty());

    assertEquals(0, statistics.of(Count.PURCHASES, 0, NOW));
    assertEquals(0, statistics.of(Count.PURCHASES, 99, NOW));
    assertEquals(0, statistics.of(Count.PURCHASES, -1, NOW));
    assertThrows(
        SegmentException.class, () -> ItemStatistics.from(MemorySegment.ofArray(new byte[64])));
  }

  private List<Event> randomEvents(int count) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at = NOW.minusSeconds(random.nextInt(1_000_000));
      String item = Integer.toString(random.nextInt(6));
      events.add(
          switch (random.nextInt(3)) {
            case 0 -> Events.purchase("e" + i, "u", item, at);
            case 1 -> Events.click("e" + i, "u", item, at);
            default -> Events.rating("e" + i, "u", item, 1 + random.nextInt(5), at);
          });
    }
    return events;
  }

  private static OptionalInt row(ItemId item) {
    return OptionalInt.of(Integer.parseInt(item.value()));
  }
}
