package io.zhixun.ranking.interaction;

import io.zhixun.corpus.Event;
import java.util.OptionalDouble;

/**
 * All that one learner did with one item, as facts: a fold of events.
 *
 * @param clicks how often it was opened from a list
 * @param studySeconds the sum of study times
 * @param progress the farthest point reached, 0..1
 * @param rating the last judgement in stars
 * @param notInterested whether the learner said "less of this" about the item itself, and has not
 *     bought or marked it since
 */
public record Engagement(
    long clicks,
    long studySeconds,
    double progress,
    boolean purchased,
    boolean completed,
    boolean favourite,
    OptionalDouble rating,
    boolean notInterested) {
  /** Nothing happened yet. */
  public static final Engagement NONE =
      new Engagement(0, 0, 0, false, false, false, OptionalDouble.empty(), false);

  /** The facts after one more event about this learner and this item. */
  public Engagement after(Event.OnItem event) {
    return switch (event) {
      case Event.Click _ -> with(clicks + 1, studySeconds, progress);
      case Event.Study study -> with(clicks, studySeconds + study.seconds(), progress);
      case Event.Progress to -> with(clicks, studySeconds, Math.max(progress, to.progress()));
      case Event.Purchase _ ->
          new Engagement(clicks, studySeconds, progress, true, completed, favourite, rating, false);
      case Event.Completion _ ->
          new Engagement(
              clicks, studySeconds, 1, purchased, true, favourite, rating, notInterested);
      case Event.Favourite _ ->
          new Engagement(clicks, studySeconds, progress, purchased, completed, true, rating, false);
      case Event.Rating judged -> withRating(judged.rating());
      case Event.NotInterested less -> lessOf(less.scope());
    };
  }

  private Engagement with(long newClicks, long newStudySeconds, double newProgress) {
    return new Engagement(
        newClicks,
        newStudySeconds,
        newProgress,
        purchased,
        completed,
        favourite,
        rating,
        notInterested);
  }

  private Engagement withRating(double stars) {
    return new Engagement(
        clicks,
        studySeconds,
        progress,
        purchased,
        completed,
        favourite,
        OptionalDouble.of(stars),
        notInterested);
  }

  /** Authors and tags are the business of policy; only the item itself changes the facts here. */
  private Engagement lessOf(Event.Scope scope) {
    return scope == Event.Scope.ITEM
        ? new Engagement(
            clicks, studySeconds, progress, purchased, completed, favourite, rating, true)
        : this;
  }
}
