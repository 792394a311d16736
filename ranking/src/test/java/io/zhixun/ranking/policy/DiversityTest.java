package io.zhixun.ranking.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.policy.Diversity.Scored;
import io.zhixun.ranking.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiversityTest {
  @Test
  void withoutPenaltyTheOrderStays() {
    List<Scored<Integer>> ranked = ranked("a", "a", "b", "a", "c");

    List<Integer> order = arrange(new DiversitySettings(0, 100), ranked, 5);

    assertEquals(List.of(0, 1, 2, 3, 4), order);
  }

  @Test
  void anAuthorHasAtMostTheAllowedPlaces() {
    List<Scored<Integer>> ranked = ranked("a", "a", "a", "a", "b", "c");

    List<Integer> order = arrange(new DiversitySettings(0, 2), ranked, 6);

    assertEquals(List.of(0, 1, 4, 5), order);
  }

  @Test
  void aNearlyAsGoodItemOfAnotherAuthorOvertakes() {
    List<Scored<Integer>> ranked = new ArrayList<>();
    ranked.add(scored(0, "a", 10));
    ranked.add(scored(1, "a", 9.9));
    ranked.add(scored(2, "b", 9.8));
    ranked.add(scored(3, "c", 0));

    List<Integer> order = arrange(new DiversitySettings(0.08, 10), ranked, 4);

    assertEquals(List.of(0, 2, 1, 3), order);
  }

  @Test
  void theBestComesFirstWhateverThePenalty() {
    for (double penalty = 0; penalty < 1; penalty += 0.1) {
      List<Integer> order = arrange(new DiversitySettings(penalty, 3), ranked("a", "a", "b"), 3);

      assertEquals(0, order.getFirst());
      assertTrue(order.size() == 3, order.toString());
    }
  }

  private static List<Integer> arrange(
      DiversitySettings settings, List<Scored<Integer>> ranked, int places) {
    return new Diversity(settings).arrange(ranked, places).stream().map(Scored::item).toList();
  }

  private static List<Scored<Integer>> ranked(String... authors) {
    List<Scored<Integer>> ranked = new ArrayList<>();
    for (int i = 0; i < authors.length; i++) {
      ranked.add(scored(i, authors[i], authors.length - i));
    }
    return ranked;
  }

  private static Scored<Integer> scored(int n, String author, double score) {
    ItemFacts facts = Samples.item(n, author, "tag");
    return new Scored<>(n, facts, score);
  }
}
