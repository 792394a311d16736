package io.zhixun.search.measure;

import io.zhixun.ranking.evaluate.Recommender;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.ranking.neighbour.WalkExponents;
import io.zhixun.ranking.neighbour.WalkScorer;
import io.zhixun.ranking.popularity.Popularity;
import java.util.BitSet;

/** What any recommender must beat. */
final class Baselines {
  private Baselines() {}

  /** What most took, less what the user has. */
  static Recommender popular(Interactions train) {
    Popularity popularity = Popularity.counts(train, train.items());
    return (user, k) -> popularity.top(k, known(train, user));
  }

  /** The untruncated three-step walk over all items, less what the user has. */
  static Recommender walk(Interactions train) {
    WalkScorer scorer = new WalkScorer(train, WalkExponents.PLAIN);
    return (user, k) -> walk(train, scorer, new Asked(train, user, known(train, user)), k);
  }

  /** The same for a history that training need not have had. */
  static ScoredRows walk(Interactions train, WalkScorer scorer, Asked asked, int k) {
    float[] scores = new float[train.items()];
    scorer.addScores(
        asked.histories().itemsOf(asked.user()), asked.histories().weightsOf(asked.user()), scores);
    TopRows top = new TopRows(Math.min(k, train.items()));
    for (int row = 0; row < scores.length; row++) {
      if (!asked.out().get(row) && train.itemDegree(row) > 0) {
        top.offer(row, scores[row]);
      }
    }
    return top.drain();
  }

  /** Whose history it is, where it stands, and what is left out. */
  record Asked(Interactions histories, int user, BitSet out) {}

  /** The items that the user has in training. */
  static BitSet known(Interactions train, int user) {
    BitSet known = new BitSet();
    for (int e = train.userStart(user); e < train.userStart(user + 1); e++) {
      known.set(train.item(e));
    }
    return known;
  }
}
