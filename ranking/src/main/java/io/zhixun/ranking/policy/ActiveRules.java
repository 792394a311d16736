package io.zhixun.ranking.policy;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What the editors want done with one answer.
 *
 * <p>Hiding wins over everything else, pinning over boosting. Where several rules pin, those of the
 * smaller id come first, each in its own order. {@link #lift} says how far an item moves: +1 for a
 * boost of factor 1 is {@link #STEP} of the range of scores in the answer; boosts and buryings of
 * one item add up.
 */
public final class ActiveRules {
  /** What a factor of 1 is worth, as a share of the range of the answer's scores. */
  public static final double STEP = 0.25;

  /** Nothing applies. */
  public static final ActiveRules NONE = new ActiveRules(List.of());

  private final SequencedMap<ItemId, String> pinned = new LinkedHashMap<>();
  private final SequencedMap<ItemId, String> sponsored = new LinkedHashMap<>();
  private final Map<ItemId, Lift> lifts = new HashMap<>();
  private final Map<ItemId, String> hidden = new HashMap<>();

  /**
   * How rules move one item's score.
   *
   * @param steps of {@link #STEP}, negative downwards
   * @param names of the moves, such as {@code boost:spring-sale}
   */
  public record Lift(double steps, List<String> names) {
    static final Lift NONE = new Lift(0, List.of());

    public Lift {
      names = List.copyOf(names);
    }

    Lift and(double more, String name) {
      List<String> all = new ArrayList<>(names);
      all.add(name);
      return new Lift(steps + more, all);
    }
  }

  ActiveRules(List<Rule> rules) {
    for (Rule rule : rules) {
      for (ItemId item : rule.items()) {
        switch (rule.kind()) {
          case PIN -> pinned.putIfAbsent(item, "pin:" + rule.id());
          case SPONSOR -> sponsored.putIfAbsent(item, "sponsor:" + rule.id());
          case HIDE -> hidden.putIfAbsent(item, "hide:" + rule.id());
          case BOOST -> lift(item, rule.factor(), "boost:" + rule.id());
          case BURY -> lift(item, -rule.factor(), "bury:" + rule.id());
        }
      }
    }
    pinned.keySet().removeAll(hidden.keySet());
    sponsored.keySet().removeAll(hidden.keySet());
  }

  private void lift(ItemId item, double steps, String name) {
    lifts.put(item, lifts.getOrDefault(item, Lift.NONE).and(steps, name));
  }

  /** Whether the item must not be in the answer. */
  public boolean hides(ItemId item) {
    return hidden.containsKey(item);
  }

  /** The move that keeps the item out of the answer; empty when none does. */
  public Optional<String> hiding(ItemId item) {
    return Optional.ofNullable(hidden.get(item));
  }

  /** Items that come first, in order, with the name of the move. */
  public SequencedMap<ItemId, String> pinned() {
    return pinned;
  }

  /** Items that somebody pays for, in order, with the name of the move. */
  public SequencedMap<ItemId, String> sponsored() {
    return sponsored;
  }

  /** How far the item's score is moved. */
  public Lift lift(ItemId item) {
    return lifts.getOrDefault(item, Lift.NONE);
  }

  /** Whether no score is moved. */
  public boolean liftsNothing() {
    return lifts.isEmpty();
  }
}
