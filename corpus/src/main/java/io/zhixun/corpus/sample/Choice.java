package io.zhixun.corpus.sample;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a learner wants next: a decision list, read from the top until something is found.
 *
 * <ol>
 *   <li>with chance {@value #PATH}: the next open step towards the goal;
 *   <li>with chance {@value #WISH}: something wished for earlier;
 *   <li>with chance {@value #AUTHOR}: another work of the author liked last, or of one before;
 *   <li>else a subject: any with chance {@value #ANY}; otherwise the dearest with chance {@value
 *       #DEAREST}, the next with the same chance of what is left, and so on, and the dearest again
 *       after the last; in it, items by their pull (learners, novelty), in two out of three cases
 *       only of a preferred format.
 * </ol>
 *
 * <p>An item more than one level above the learner is never chosen, one level above seldom. Whoever
 * wants something whose prerequisites are not met takes the first of those instead, unless short of
 * patience. What lies below the level at which a learner started counts as known.
 */
final class Choice {
  static final double PATH = 0.55;
  static final double WISH = 0.15;
  static final double AUTHOR = 0.25;
  static final double ANY = 0.1;
  static final double DEAREST = 0.6;

  private static final double TRIES_ABOVE_LEVEL = 0.25;
  private static final double TRIES_BELOW_LEVEL = 0.5;

  /** Below this patience a learner is tempted to skip what should come first. */
  private static final double IMPATIENT = 0.4;

  private static final int TRIES = 3;
  private static final double PREFERRED_FORMAT = 0.66;

  private final Shelf shelf;

  Choice(Shelf shelf) {
    this.shelf = shelf;
  }

  /** The item wanted now; empty when nothing on the shelf suits. */
  Optional<Item> next(Learner learner, Instant now, Dice dice) {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<Item> wanted =
          goalStep(learner, now, dice)
              .or(() -> wish(learner, now, dice))
              .or(() -> sameAuthor(learner, now, dice))
              .or(() -> ofSubject(learner, now, dice))
              .flatMap(item -> firstThingsFirst(item, learner, now, dice));
      if (wanted.isPresent()) {
        return wanted;
      }
    }
    return Optional.empty();
  }

  private Optional<Item> goalStep(Learner learner, Instant now, Dice dice) {
    Optional<String> goal = learner.taste().goal();
    if (goal.isEmpty() || !dice.chance(PATH)) {
      return Optional.empty();
    }
    return shelf.pathTo(goal.get()).stream()
        .filter(item -> isOpen(item, learner, now) && !learner.knewBefore(item))
        .filter(item -> unmet(item, learner).isEmpty())
        .findFirst();
  }

  private Optional<Item> wish(Learner learner, Instant now, Dice dice) {
    List<ItemId> wished = learner.wished();
    if (wished.isEmpty() || !dice.chance(WISH)) {
      return Optional.empty();
    }
    return shelf.item(dice.pick(wished)).filter(item -> isOpen(item, learner, now));
  }

  private Optional<Item> sameAuthor(Learner learner, Instant now, Dice dice) {
    if (!dice.chance(AUTHOR)) {
      return Optional.empty();
    }
    return learner.loyalTo().reversed().stream()
        .flatMap(author -> shelf.ofAuthor(author).stream())
        .filter(item -> isOpen(item, learner, now))
        .findFirst();
  }

  private Optional<Item> ofSubject(Learner learner, Instant now, Dice dice) {
    List<Item> subject = shelf.ofSubject(subject(learner, dice));
    List<Item> open =
        subject.stream()
            .filter(item -> isOpen(item, learner, now))
            .filter(item -> suitsLevel(item, learner, dice))
            .toList();
    List<Item> preferred =
        open.stream().filter(item -> learner.habits().formats().contains(item.format())).toList();
    List<Item> from = !preferred.isEmpty() && dice.chance(PREFERRED_FORMAT) ? preferred : open;
    return from.isEmpty()
        ? Optional.empty()
        : Optional.of(dice.pick(from, item -> shelf.pull(item, now)));
  }

  private String subject(Learner learner, Dice dice) {
    if (dice.chance(ANY)) {
      return dice.pick(shelf.subjects());
    }
    for (String subject : learner.taste().subjects()) {
      if (dice.chance(DEAREST)) {
        return subject;
      }
    }
    return learner.taste().subjects().getFirst();
  }

  /**
   * The item, or mostly the first step that leads to it when something before it is missing; mostly
   * nothing when that step is under way or was given up.
   */
  private Optional<Item> firstThingsFirst(Item wanted, Learner learner, Instant now, Dice dice) {
    double careful = learner.habits().patience() < IMPATIENT ? 0.5 : 0.98;
    Item item = wanted;
    List<Item> missing = unmet(item, learner);
    while (!missing.isEmpty() && dice.chance(careful)) {
      item = missing.getFirst();
      if (!isOpen(item, learner, now)) {
        return Optional.empty();
      }
      missing = unmet(item, learner);
    }
    return Optional.of(item);
  }

  private List<Item> unmet(Item item, Learner learner) {
    return item.audience().prerequisites().stream()
        .filter(id -> !learner.hasFinished(id))
        .flatMap(id -> shelf.item(id).stream())
        .filter(before -> !learner.knewBefore(before))
        .toList();
  }

  /** Whether the learner could take it up now. */
  private static boolean isOpen(Item item, Learner learner, Instant now) {
    return item.isVisibleAt(now)
        && !learner.hasTaken(item)
        && !learner.refuses(item)
        && learner.stepsAbove(item) <= 1
        && !(learner.taste().minor() && item.audience().sensitiveToMinors());
  }

  private static boolean suitsLevel(Item item, Learner learner, Dice dice) {
    int steps = learner.stepsAbove(item);
    if (steps == 0) {
      return true;
    }
    return dice.chance(steps > 0 ? TRIES_ABOVE_LEVEL : TRIES_BELOW_LEVEL);
  }
}
