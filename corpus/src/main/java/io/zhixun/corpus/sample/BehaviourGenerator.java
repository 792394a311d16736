package io.zhixun.corpus.sample;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes up what learners do with a catalogue in the time before an instant.
 *
 * <p><b>How often</b> a learner comes by is Pareto distributed (shape {@value #ACTIVITY_SHAPE}):
 * most come a few times, some almost daily. Each has usual hours and devices. <b>What</b> is wanted
 * is a decision list ({@code Choice}): a step towards a goal, a wish, an author, else a subject and
 * in it what draws, gated by level and prerequisites. About half of the sessions begin with a
 * search. <b>Whether it is taken</b> depends on price, purse and membership; <b>whether it is
 * finished</b> on level, length and patience ({@code Sitting}); what was liked makes learners loyal
 * to its author, and what was finished lifts their level.
 *
 * <p>Each learner draws from dice of their own, so that a smaller crowd is the beginning of a
 * larger one. Events refer only to items that are visible at their time.
 */
public final class BehaviourGenerator {
  private static final double ACTIVITY_SHAPE = 1.4;
  private static final int MAX_SESSIONS = 150;

  /** A session is over before the next may begin, and before the instant asked for. */
  private static final Duration LONGEST_SESSION = Duration.ofHours(6);

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private final BehaviourSettings settings;

  public BehaviourGenerator(BehaviourSettings settings) {
    this.settings = settings;
  }

  /**
   * What learners did, and what some of them told about themselves.
   *
   * @param events in order of time
   */
  public record Behaviour(List<Event> events, List<UserProfile> profiles) {
    public Behaviour {
      events = List.copyOf(events);
      profiles = List.copyOf(profiles);
    }
  }

  /**
   * What the generator works with.
   *
   * @param queries what learners type; for items that none of these fits, queries are made up
   * @param personas the first learners; the others are drawn
   */
  public record Setting(List<Item> catalogue, List<String> queries, List<Persona> personas) {
    public Setting {
      catalogue = List.copyOf(catalogue);
      queries = List.copyOf(queries);
      personas = List.copyOf(personas);
    }
  }

  /** Behaviour up to {@code now}; empty when the catalogue has nothing published. */
  public Behaviour generate(Setting setting, Instant now) {
    Shelf shelf = new Shelf(setting.catalogue());
    List<Event> events = new ArrayList<>();
    List<UserProfile> profiles = new ArrayList<>();
    if (shelf.all().isEmpty()) {
      return new Behaviour(events, profiles);
    }
    Visit.Market market =
        new Visit.Market(
            shelf, new Choice(shelf), new Queries(shelf, setting.queries()), new Display(shelf));
    Crowd crowd = new Crowd(shelf);
    for (int number = 0; number < settings.learners(); number++) {
      Dice dice = Dice.forPart(settings.seed(), number);
      boolean named = number < setting.personas().size();
      Crowd.Member member =
          named ? crowd.named(setting.personas().get(number), dice) : crowd.drawn(number, dice);
      List<Instant> starts =
          named
              ? starts(setting.personas().get(number).sessions(), 0.9, member.learner(), now, dice)
              : starts(sessions(dice), tenure(dice), member.learner(), now, dice);
      events.addAll(live(member.learner(), starts, market, dice));
      member.profile().ifPresent(profiles::add);
    }
    events.sort(Comparator.comparing(Event::at)); // stable: what a learner did stays in order
    return new Behaviour(events, profiles);
  }

  private int sessions(Dice dice) {
    double drawn = dice.pareto(settings.leastSessions(), ACTIVITY_SHAPE);
    return (int) Math.clamp(StrictMath.rint(drawn), 1, MAX_SESSIONS);
  }

  /** Half of the learners were there before the time begins. */
  private static double tenure(Dice dice) {
    return dice.chance(0.5) ? 1 : dice.unit();
  }

  private static List<Event> live(
      Learner learner, List<Instant> starts, Visit.Market market, Dice dice) {
    Diary diary = new Diary(learner.id());
    for (Instant start : starts) {
      diary.beginSession(start, dice.pick(learner.habits().devices()));
      new Visit(learner, market, diary, dice).live();
    }
    return diary.events();
  }

  /**
   * When sessions begin: on random days since the learner joined, four times out of five at a usual
   * hour, far enough apart, and over before {@code now}.
   *
   * @param tenure share of the time that the learner has been there
   */
  private List<Instant> starts(
      int sessions, double tenure, Learner learner, Instant now, Dice dice) {
    double daysSinceJoining = Math.max(1, settings.days() * tenure);
    List<Instant> drawn = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      Instant day = now.minus(Duration.ofMinutes((long) (daysSinceJoining * dice.unit() * 1_440)));
      int hour = dice.chance(0.8) ? dice.pick(learner.habits().hours()) : 7 + dice.below(17);
      drawn.add(
          day.atOffset(BEIJING)
              .with(LocalTime.of(hour, dice.below(60), dice.below(60)))
              .toInstant());
    }
    drawn.sort(Comparator.naturalOrder());
    Instant free = now.minus(Duration.ofDays(settings.days()));
    List<Instant> starts = new ArrayList<>();
    for (Instant start : drawn) {
      if (!start.isBefore(free) && !start.isAfter(now.minus(LONGEST_SESSION))) {
        starts.add(start);
        free = start.plus(LONGEST_SESSION);
      }
    }
    return starts;
  }
}
