package io.zhixun.ranking.learner;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.interaction.Engagement;
import java.time.Instant;

/**
 * What a learner did with one item, summed up.
 *
 * @param done all of it, as training sees it too
 * @param last when the item was touched last
 */
public record Touch(ItemId item, Engagement done, Instant last) {
  /** The strongest thing done with an item: what a reason may truthfully name. */
  public enum Kind {
    CLICKED,
    STUDIED,
    FAVOURITED,
    RATED,
    PURCHASED,
    COMPLETED
  }

  /** The strongest thing done. */
  public Kind strongest() {
    if (isFinished()) {
      return Kind.COMPLETED;
    }
    if (isStudied()) {
      return Kind.STUDIED;
    }
    if (done.purchased()) {
      return Kind.PURCHASED;
    }
    if (done.rating().isPresent()) {
      return Kind.RATED;
    }
    return done.favourite() ? Kind.FAVOURITED : Kind.CLICKED;
  }

  /** Whether it was completed, by event or by progress. */
  public boolean isFinished() {
    return done.completed() || done.progress() >= 1;
  }

  /** Whether it was begun. */
  public boolean isStudied() {
    return done.studySeconds() > 0 || done.progress() > 0;
  }
}
