package io.zhixun.corpus.sample;

import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Level;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.sample.Habits.Purse;
import io.zhixun.corpus.sample.Learner.Taste;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws learners: the named ones as their profiles say, the others at random. */
final class Crowd {
  private static final double TOLD_A_PROFILE = 0.4;
  private static final double HAS_A_GOAL = 0.6;
  private static final double MINOR = 0.02;

  private static final List<String> OCCUPATIONS =
      List.of(
          "工程师", "学生", "教师", "会计", "产品经理", "设计师", "运营", "销售", "医生", "护士", "律师", "公务员", "自由职业",
          "全职父母", "退休", "创业者", "人力资源", "研究员", "记者", "厨师");

  private static final List<String> AGE_BANDS =
      List.of("18-24", "25-34", "25-34", "25-34", "35-44", "35-44", "45-54", "55-64");

  private static final List<String> DEVICES =
      List.of("phone", "phone", "phone", "desktop", "tablet");

  private final Shelf shelf;

  Crowd(Shelf shelf) {
    this.shelf = shelf;
  }

  /** A learner, and the profile that the platform was told, if any. */
  record Member(Learner learner, Optional<UserProfile> profile) {}

  Member named(Persona persona, Dice dice) {
    UserProfile profile = persona.profile();
    Optional<String> goal =
        shelf.goals().stream()
            .filter(tag -> profile.goals().stream().anyMatch(text -> text.contains(tag)))
            .findFirst();
    Taste taste =
        new Taste(
            persona.subjects(), goal, profile.level().orElse(Level.BEGINNER), profile.minor());
    Purse purse = profile.membership().isPresent() ? Purse.MEMBER : Purse.OPEN;
    Habits drawn = habits(dice);
    Habits habits =
        new Habits(
            profile.usualHours().isEmpty() ? drawn.hours() : profile.usualHours(),
            drawn.devices(),
            profile.preferredFormats(),
            purse,
            0.9,
            drawn.searches());
    return new Member(new Learner(profile.id(), taste, habits), Optional.of(profile));
  }

  Member drawn(int number, Dice dice) {
    UserId id = new UserId(String.format(Locale.ROOT, "u-%04d", number));
    List<String> subjects = subjects(dice);
    Optional<String> goal =
        shelf.goals().isEmpty() || !dice.chance(HAS_A_GOAL)
            ? Optional.empty()
            : Optional.of(dice.pick(goalsNear(subjects)));
    double level = dice.unit();
    Taste taste =
        new Taste(
            subjects,
            goal,
            level < 0.75 ? Level.BEGINNER : level < 0.95 ? Level.INTERMEDIATE : Level.ADVANCED,
            dice.chance(MINOR));
    Habits habits = habits(dice);
    Learner learner = new Learner(id, taste, habits);
    return new Member(
        learner,
        dice.chance(TOLD_A_PROFILE) ? Optional.of(profile(learner, dice)) : Optional.empty());
  }

  /** One to three subjects; the big ones of the catalogue draw more. */
  private List<String> subjects(Dice dice) {
    List<String> subjects = new ArrayList<>();
    int wanted = 1 + dice.below(3);
    for (int tries = 0; tries < 10 && subjects.size() < wanted; tries++) {
      String subject = dice.pick(shelf.subjects(), name -> shelf.ofSubject(name).size());
      if (!subjects.contains(subject)) {
        subjects.add(subject);
      }
    }
    return subjects;
  }

  /** Goals whose last step is of one of the subjects; all of them when there is none. */
  private List<String> goalsNear(List<String> subjects) {
    List<String> near =
        shelf.goals().stream()
            .filter(goal -> subjects.contains(Shelf.subject(shelf.pathTo(goal).getLast())))
            .toList();
    return near.isEmpty() ? shelf.goals() : near;
  }

  private static Habits habits(Dice dice) {
    int hour = dice.pick(List.of(7, 8, 12, 13, 18, 19, 20, 21, 21, 22, 22, 23));
    List<Format> formats =
        dice.chance(0.4) ? List.of() : List.of(dice.pick(List.of(Format.values())));
    Purse purse =
        dice.pick(
            List.of(
                Purse.SHUT, Purse.SHUT, Purse.CAREFUL, Purse.CAREFUL, Purse.OPEN, Purse.MEMBER));
    return new Habits(
        List.of(hour, (hour + 1) % 24),
        List.of(dice.pick(DEVICES), dice.pick(DEVICES)),
        formats,
        purse,
        dice.between(0.3, 1),
        dice.between(0.45, 0.9));
  }

  private UserProfile profile(Learner learner, Dice dice) {
    Taste taste = learner.taste();
    Habits habits = learner.habits();
    List<String> interests =
        taste.subjects().stream()
            .flatMap(subject -> dice.pick(shelf.ofSubject(subject)).text().tags().stream().limit(2))
            .distinct()
            .toList();
    return new UserProfile(
        learner.id(),
        Optional.of(taste.minor() ? "0-17" : dice.pick(AGE_BANDS)),
        dice.chance(0.7) ? Optional.of(dice.chance(0.5) ? "f" : "m") : Optional.empty(),
        dice.chance(0.8)
            ? Optional.of(taste.minor() ? "学生" : dice.pick(OCCUPATIONS))
            : Optional.empty(),
        interests,
        taste.goal().stream().toList(),
        habits.formats(),
        dice.chance(0.5) ? habits.hours() : List.of(),
        dice.chance(0.6) ? Optional.of(taste.level()) : Optional.empty(),
        habits.purse() == Purse.MEMBER ? Optional.of("SVIP") : Optional.empty(),
        List.of(),
        taste.minor());
  }
}
