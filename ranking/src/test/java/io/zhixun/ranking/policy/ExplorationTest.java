package io.zhixun.ranking.policy;

import static io.zhixun.ranking.testing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item.Dates;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.policy.Exploration.Candidate;
import io.zhixun.ranking.policy.Exploration.Draw;
import io.zhixun.ranking.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplorationTest {
  private static final int PLACES = 20;

  private final Exploration exploration =
      new Exploration(new ExploreSettings(0.1, Duration.ofDays(30), 20, 0.5, 7));

  @Test
  void newItemsGetTheirShareOfThePlacesAndTheOthersKeepTheirOrder() {
    List<Candidate<Integer>> order = order(0);

    var result = exploration.explore(order, PLACES, new Draw("u1", NOW));

    List<Integer> shown = result.order().subList(0, PLACES).stream().map(Candidate::item).toList();
    assertEquals(2, shown.stream().filter(n -> n >= 40).count(), shown.toString());
    assertEquals(2, result.moved().size());
    List<Integer> others = new ArrayList<>(shown);
    others.removeIf(n -> n >= 40);
    assertEquals(others.stream().sorted().toList(), others);
    assertEquals(order.size(), new HashSet<>(result.order()).size());
    assertTrue(shown.getFirst() < 40, "the first place is never a matter of chance");
  }

  @Test
  void aLearnerSeesTheSameAllDayAndAnotherChoiceOnOtherDays() {
    Set<Set<ItemId>> choices = new HashSet<>();
    for (int day = 0; day < 10; day++) {
      Instant morning = NOW.plus(Duration.ofDays(day));
      var one = exploration.explore(order(day), PLACES, new Draw("u1", morning));
      var later =
          exploration.explore(order(day), PLACES, new Draw("u1", morning.plusSeconds(3_600)));

      assertEquals(one.moved(), later.moved());
      choices.add(one.moved());
    }

    assertTrue(choices.size() > 3, choices.toString());
    assertNotEquals(
        exploration.explore(order(0), PLACES, new Draw("u1", NOW)).moved(),
        exploration.explore(order(0), PLACES, new Draw("u2", NOW)).moved());
  }

  @Test
  void whatIsKnownWellOrOldHasNoQuota() {
    ItemFacts fresh = dated(1, NOW.minus(Duration.ofDays(3)));

    assertTrue(exploration.isNew(fresh, 0, NOW));
    assertEquals(false, exploration.isNew(fresh, 20, NOW));
    assertEquals(false, exploration.isNew(dated(1, NOW.minus(Duration.ofDays(31))), 0, NOW));
    assertEquals(false, exploration.isNew(Samples.item(1, "周行"), 0, NOW));
  }

  @Test
  void newItemsThatCameByThemselvesFillTheQuota() {
    List<Candidate<Integer>> order = new ArrayList<>(order(0));
    order.addFirst(candidate(100, dated(100, NOW), 2));
    order.addFirst(candidate(101, dated(101, NOW), 2));

    assertEquals(Set.of(), exploration.explore(order, PLACES, new Draw("u1", NOW)).moved());
  }

  /** Forty known items, then forty new ones of lower scores. */
  private static List<Candidate<Integer>> order(int day) {
    Instant published = NOW.plus(Duration.ofDays(day)).minus(Duration.ofDays(2));
    List<Candidate<Integer>> order = new ArrayList<>();
    for (int n = 0; n < 80; n++) {
      ItemFacts facts = n < 40 ? Samples.item(n, "周行") : dated(n, published);
      order.add(candidate(n, facts, 1 - n / 80.0));
    }
    return order;
  }

  private static Candidate<Integer> candidate(int n, ItemFacts facts, double score) {
    return new Candidate<>(n, facts, score, 0);
  }

  private static ItemFacts dated(int row, Instant published) {
    ItemFacts item = Samples.item(row, "周行");
    return new ItemFacts(
        item.row(),
        item.id(),
        item.status(),
        item.format(),
        item.title(),
        item.authors(),
        item.category(),
        item.tags(),
        item.language(),
        item.level(),
        item.prerequisites(),
        item.sensitiveToMinors(),
        item.minutes(),
        item.offer(),
        item.reception(),
        new Dates(Optional.of(published), Optional.empty()),
        item.work());
  }
}
