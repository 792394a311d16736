package io.zhixun.ranking.policy;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Gives new items a part of the places, those first of which it is least certain that they are
 * worse: Thompson sampling (Thompson, Biometrika 1933) with a normal draw around the score, {@code
 * s + range · spread · z / √(1 + n)}, where n is the interest an item has met so far.
 *
 * <p>z depends on the seed, the learner, the day and the item alone: a learner sees the same all
 * day, and another choice on the next.
 */
public final class Exploration {
  private static final long SECONDS_A_DAY = 86_400;

  private final ExploreSettings settings;

  public Exploration(ExploreSettings settings) {
    this.settings = settings;
  }

  /** Whose chance it is: the same learner on the same day draws the same. */
  public record Draw(String learner, Instant now) {}

  /**
   * A candidate.
   *
   * @param interest it has met so far, in purchases
   */
  public record Candidate<T>(T item, ItemFacts facts, double score, double interest) {}

  /** Whether an item is new and not yet known well enough. */
  public boolean isNew(ItemFacts item, double interest, Instant now) {
    return interest < settings.enough()
        && item.dates()
            .published()
            .filter(date -> !date.isAfter(now) && !date.plus(settings.newFor()).isBefore(now))
            .isPresent();
  }

  /** How many of so many places belong to new items. */
  public int quota(int places) {
    return (int) Math.floor(places * settings.share());
  }

  /**
   * The order with new items at evenly spaced places, as many as the quota has left after those
   * that came by themselves.
   *
   * @param order best first
   * @param places how many of it are shown at first
   * @return those that were moved forward, to the places where they now stand, are told by {@code
   *     moved}
   */
  public <T> Result<T> explore(List<Candidate<T>> order, int places, Draw draw) {
    int shown = Math.min(places, order.size());
    int quota = quota(places);
    List<Candidate<T>> head = new ArrayList<>(order.subList(0, shown));
    for (Candidate<T> candidate : head) {
      if (isNew(candidate.facts(), candidate.interest(), draw.now())) {
        quota--;
      }
    }
    List<Candidate<T>> waiting = new ArrayList<>();
    for (Candidate<T> candidate : order.subList(shown, order.size())) {
      if (isNew(candidate.facts(), candidate.interest(), draw.now())) {
        waiting.add(candidate);
      }
    }
    if (quota <= 0 || waiting.isEmpty()) {
      return new Result<>(order, Set.of());
    }
    double range = order.getFirst().score() - order.getLast().score();
    waiting.sort(
        Comparator.comparingDouble((Candidate<T> candidate) -> -drawn(candidate, range, draw))
            .thenComparing(candidate -> candidate.facts().id()));
    List<Candidate<T>> chosen = waiting.subList(0, Math.min(quota, waiting.size()));
    return placed(order, chosen, places);
  }

  /**
   * An order after exploring.
   *
   * @param moved the items that exploring put forward
   */
  public record Result<T>(List<Candidate<T>> order, Set<ItemId> moved) {
    public Result {
      order = List.copyOf(order);
      moved = Set.copyOf(moved);
    }
  }

  private static <T> Result<T> placed(
      List<Candidate<T>> order, List<Candidate<T>> chosen, int places) {
    Set<ItemId> moved = new HashSet<>();
    chosen.forEach(candidate -> moved.add(candidate.facts().id()));
    List<Candidate<T>> result = new ArrayList<>();
    for (Candidate<T> candidate : order) {
      if (!moved.contains(candidate.facts().id())) {
        result.add(candidate);
      }
    }
    int gap = places / (chosen.size() + 1);
    for (int i = 0; i < chosen.size(); i++) {
      int at = Math.max(1, gap) * (i + 1) + i;
      result.add(Math.min(at, result.size()), chosen.get(i));
    }
    return new Result<>(result, moved);
  }

  private double drawn(Candidate<?> candidate, double range, Draw draw) {
    long day = Math.floorDiv(draw.now().getEpochSecond(), SECONDS_A_DAY);
    long seed = settings.seed();
    seed = seed * 0x9E3779B97F4A7C15L + draw.learner().hashCode();
    seed = seed * 0x9E3779B97F4A7C15L + day;
    seed = seed * 0x9E3779B97F4A7C15L + candidate.facts().id().value().hashCode();
    double z = new SplittableRandom(seed).nextGaussian();
    return candidate.score()
        + range * settings.spread() * z / Math.sqrt(1 + Math.max(0, candidate.interest()));
  }
}
