package io.zhixun.corpus.sample;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import java.util.Optional;

/**
 * One stretch of studying one item: time spent, how far it went, and whether it was finished or
 * given up.
 *
 * <p>A long item takes up to six sittings. After each unfinished one the learner may give it up:
 * more likely when it is above (or well below) the learner's level or long, less likely with
 * patience, and seldom when it is a step towards the learner's goal.
 */
final class Sitting {
  private static final String SCENE = "study";
  private static final double MINUTES_A_SITTING = 160;
  private static final int MAX_SITTINGS = 6;
  private static final double MAX_SECONDS = 5_400;
  private static final double KEEPS_TO_THE_GOAL = 0.2;
  private static final double RATES = 0.5;
  private static final double DISAPPOINTED = 0.05;
  private static final double KEEPS_AS_FAVOURITE = 0.3;

  private final Shelf shelf;
  private final Learner learner;
  private final Diary diary;
  private final Dice dice;

  Sitting(Shelf shelf, Learner learner, Diary diary, Dice dice) {
    this.shelf = shelf;
    this.learner = learner;
    this.diary = diary;
    this.dice = dice;
  }

  /** Studies for a while; true when the item is finished with that. */
  boolean study(Item item) {
    double minutes = minutes(item);
    double sittings = Math.clamp(minutes / MINUTES_A_SITTING, 1, MAX_SITTINGS);
    double gain = dice.between(0.7, 1.4) / sittings;
    double progress = Math.min(1, learner.progress(item) + gain);
    progress = progress > 0.95 ? 1 : StrictMath.rint(progress * 100) / 100;
    double longest = dice.between(0.2, 1) * MAX_SECONDS;
    double seconds = Math.clamp(gain * minutes * 60 * dice.between(0.5, 1), 120, longest);
    diary.pass(seconds);
    long spent = (long) seconds;
    double reached = progress;
    diary.write(SCENE, Optional.empty(), header -> new Event.Study(header, item.id(), spent));
    diary.pass(0);
    diary.write(SCENE, Optional.empty(), header -> new Event.Progress(header, item.id(), reached));
    if (progress < 1) {
      learner.advance(item, progress);
      if (dice.chance(givingUp(item, minutes))) {
        learner.giveUp(item);
      }
      return false;
    }
    finish(item);
    return true;
  }

  private double givingUp(Item item, double minutes) {
    double misfit =
        switch (learner.stepsAbove(item)) {
          case 0 -> 0.1;
          case -1 -> 0.2;
          default -> 0.4;
        };
    double tooLong = minutes > 600 ? 0.1 : 0;
    boolean onPath = shelf.isOnPath(item, learner.taste().goal());
    return (misfit + tooLong)
        * (1.4 - learner.habits().patience())
        * (onPath ? KEEPS_TO_THE_GOAL : 1);
  }

  private void finish(Item item) {
    diary.pass(5);
    diary.write(SCENE, Optional.empty(), header -> new Event.Completion(header, item.id()));
    int stars = stars(item);
    learner.finish(item, stars >= 4);
    if (dice.chance(RATES)) {
      diary.pass(30);
      diary.write(SCENE, Optional.empty(), header -> new Event.Rating(header, item.id(), stars));
    }
    if (stars == 5 && dice.chance(KEEPS_AS_FAVOURITE)) {
      diary.pass(5);
      diary.write(SCENE, Optional.empty(), header -> new Event.Favourite(header, item.id()));
    }
  }

  /** What the learner thinks of it: the platform's mean, one's own mood, the fit, bad luck. */
  private int stars(Item item) {
    double mean = item.reception().rating().orElse(4.3);
    double mood = dice.between(-0.8, 0.8) + dice.between(-0.8, 0.8);
    double misfit = learner.stepsAbove(item) == 0 ? 0 : 0.6;
    double disappointed = dice.chance(DISAPPOINTED) ? 2 : 0;
    return (int) Math.clamp(StrictMath.rint(mean + mood - misfit - disappointed), 1, 5);
  }

  /** Study time of a whole item, by whatever measure of length it has. */
  private static double minutes(Item item) {
    Item.Length length = item.length();
    if (length.minutes().isPresent()) {
      return Math.max(1, length.minutes().getAsInt());
    }
    if (length.pages().isPresent()) {
      return Math.max(1, length.pages().getAsInt() * 1.5);
    }
    return Math.max(1, length.lessons().orElse(10) * 12.0);
  }
}
