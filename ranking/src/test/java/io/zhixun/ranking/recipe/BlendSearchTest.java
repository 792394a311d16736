package io.zhixun.ranking.recipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.ranking.evaluate.Split;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.InteractionsBuilder;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.neighbour.LearnerLists;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Blends of parts of which it is known beforehand how good they are: a part either puts a learner's
 * one wanted item first or behind so many others that it counts for nothing. So a part's ndcg is
 * the share of the learners for whom it does.
 */
class BlendSearchTest {
  /** Of each slice; the second slice's learners follow those of the first. */
  private static final int LEARNERS = 40;

  private static final int OTHERS = ValidationTable.K + 5;
  private static final int USERS = 2 * LEARNERS;
  private static final int WANTED = USERS + OTHERS; // behind the others, with whom it ties
  private static final int ITEMS = WANTED + 1;
  private static final BlendSearch.Aim EQUALLY = new BlendSearch.Aim(0.5, 0.95);

  private final Workers workers = Workers.of(2);

  @AfterEach
  void stop() {
    workers.close();
  }

  /** One that finds what some learners want. */
  private static Part finder(IntPredicate found) {
    InteractionsBuilder lists = Interactions.builder(ITEMS, ITEMS);
    for (int learner = 0; learner < USERS; learner++) {
      for (int other = 0; other < OTHERS; other++) {
        lists.add(learner, USERS + other);
      }
      lists.add(learner, WANTED, found.test(learner) ? 10 : 1);
    }
    return new NeighbourPart(LearnerLists.of(lists.build(), 0, 0), 0, 10);
  }

  /** The first so many learners of each slice. */
  private static Part finder(int inFirst, int inSecond) {
    return finder(
        learner -> learner < LEARNERS ? learner < inFirst : learner - LEARNERS < inSecond);
  }

  private static Method.Offer offer(String family, Part part) {
    return new Method.Offer(family, family, Method.NO_SPACE, part);
  }

  /** Each learner took an item of their own, and is asked for the one that is wanted. */
  private List<ValidationTable> tables(List<Method.Offer> offers, int slices) {
    InteractionsBuilder train = Interactions.builder(USERS, ITEMS);
    for (int learner = 0; learner < USERS; learner++) {
      train.add(learner, learner);
    }
    Interactions known = train.build();
    List<ValidationTable> tables = new ArrayList<>();
    for (int slice = 0; slice < slices; slice++) {
      InteractionsBuilder asked = Interactions.builder(USERS, ITEMS);
      for (int at = 0; at < LEARNERS; at++) {
        asked.add(slice * LEARNERS + at, WANTED);
      }
      tables.add(
          ValidationTable.of(
              new Split(known, asked.build()),
              offers.stream().map(Method.Offer::part).toList(),
              new ValidationTable.Sample(USERS, 10, 7),
              workers));
    }
    return tables;
  }

  private BlendSearch search(int slices, BlendSearch.Aim aim, Method.Offer... offers) {
    List<Method.Offer> all = List.of(offers);
    return new BlendSearch(all, tables(all, slices), aim, workers);
  }

  @Test
  void partsThatFindWhatTheOtherMissesAreBlendedUntilNothingIsMissed() {
    Method.Offer even = offer("even", finder(learner -> learner % 2 == 0));
    Method.Offer odd = offer("odd", finder(learner -> learner % 2 == 1));
    Method.Offer none = offer("none", finder(_ -> false));
    BlendSearch search = search(1, EQUALLY, none, even, odd);

    float[] weights = search.run();

    assertEquals(0, weights[0], "what adds nothing stays out");
    assertTrue(weights[1] > 0 && weights[2] > 0, weights[1] + " and " + weights[2]);
    assertEquals(
        List.of(0.0, 0.5, 0.5),
        search.trials().stream().limit(3).map(Choice.Trial::ndcg).toList(),
        "each alone, as it is known to be");
    assertEquals(1, search.trials().getLast().ndcg());
    assertEquals(1, search.trials().getLast().recall());
  }

  @Test
  void theSameIsFoundAgainWhateverTheNumberOfThreads() {
    List<Method.Offer> offers = new ArrayList<>();
    for (int part = 0; part < 5; part++) {
      int from = part * 7;
      offers.add(
          offer("part" + part, finder(at -> at % LEARNERS >= from && at % LEARNERS < from + 12)));
    }
    List<ValidationTable> tables = tables(offers, 2);
    BlendSearch first = new BlendSearch(offers, tables, EQUALLY, workers);
    float[] weights = first.run();

    try (Workers alone = Workers.of(1)) {
      BlendSearch second = new BlendSearch(offers, tables, EQUALLY, alone);

      assertArrayEquals(weights, second.run());
      assertEquals(first.trials(), second.trials());
    }
  }

  /** Of the two candidates the first gains more over both slices, and neglects the second one. */
  @Test
  void whatNeglectsASliceIsNotTakenHoweverMuchItGainsElsewhere() {
    Method.Offer plain = new Method.Offer("one", "plain", Method.NO_SPACE, finder(10, 10));
    Method.Offer lopsided = new Method.Offer("one", "lopsided", Method.NO_SPACE, finder(30, 12));
    Method.Offer fair = new Method.Offer("one", "fair", Method.NO_SPACE, finder(17, 20));

    assertArrayEquals(new float[] {0, 0, 1}, search(2, EQUALLY, plain, lopsided, fair).run());

    BlendSearch.Aim careless = new BlendSearch.Aim(0.5, 0);
    assertArrayEquals(new float[] {0, 1, 0}, search(2, careless, plain, lopsided, fair).run());
  }

  @Test
  void nothingFallsBelowThePlainWalkOnAnySlice() {
    Method.Offer plain = new Method.Offer("one", "plain", Method.NO_SPACE, finder(10, 40));
    Method.Offer other = new Method.Offer("one", "other", Method.NO_SPACE, finder(40, 20));
    BlendSearch.Aim careless = new BlendSearch.Aim(0.5, 0);

    assertArrayEquals(new float[] {1, 0}, search(2, careless, plain, other).run());
    assertArrayEquals(
        new float[] {0, 1},
        search(1, careless, plain, other).run(),
        "where it is all that is asked");
  }

  @Test
  void partsOfOneFamilyAndPartsOfTwoSpacesAreNeverTogether() {
    Part even = finder(learner -> learner % 2 == 0);
    Part odd = finder(learner -> learner % 2 == 1);
    Method.Offer inFamily = new Method.Offer("walk", "even", Method.NO_SPACE, even);
    Method.Offer besideIt = new Method.Offer("walk", "odd", Method.NO_SPACE, odd);
    Method.Offer inSpace = new Method.Offer("als", "even", "s1", even);
    Method.Offer inAnother = new Method.Offer("ssm", "odd", "s2", odd);

    assertArrayEquals(new float[] {1, 0}, search(1, EQUALLY, inFamily, besideIt).run());
    assertArrayEquals(new float[] {1, 0}, search(1, EQUALLY, inSpace, inAnother).run());
  }

  @Test
  void oneMethodIsTakenAsItIs() {
    BlendSearch search = search(1, EQUALLY, offer("plain", finder(10, 10)));

    assertArrayEquals(new float[] {1}, search.run());
    assertEquals(List.of(new Choice.Trial("plain", 0.25, 0.25)), search.trials());
  }

  @Test
  void ofMethodsThatAreEqualTheFirstIsTakenAlone() {
    for (int slices = 1; slices <= 2; slices++) {
      BlendSearch search =
          search(
              slices,
              EQUALLY,
              offer("first", finder(20, 20)),
              offer("second", finder(20, 20)),
              offer("third", finder(20, 20)));

      assertArrayEquals(new float[] {1, 0, 0}, search.run(), slices + " slices");
    }
  }

  @Test
  void whereNobodyCanJudgeThePlainWalkIsTaken() {
    List<Method.Offer> offers =
        List.of(offer("plain", finder(10, 10)), offer("other", finder(40, 40)));

    assertArrayEquals(
        new float[] {1, 0}, new BlendSearch(offers, List.of(), EQUALLY, workers).run());
  }

  @Test
  void withoutAnyMethodThereIsNothingToChoose() {
    List<Method.Offer> none = List.of();

    assertThrows(
        IllegalArgumentException.class, () -> new BlendSearch(none, List.of(), EQUALLY, workers));
  }
}
