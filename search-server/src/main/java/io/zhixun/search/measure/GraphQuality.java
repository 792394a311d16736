package io.zhixun.search.measure;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Noise;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.recipe.History;
import io.zhixun.ranking.recipe.ServedEmbedding;
import io.zhixun.ranking.vector.VectorIndex;
import java.util.BitSet;

/**
 * How much of the exact answer the served index of item vectors finds, asked with learners'
 * vectors.
 *
 * @param recallAt10 of the ten nearest
 * @param recallAt100 of the hundred nearest
 * @param filtered of the ten nearest among a random tenth of the items
 */
public record GraphQuality(double recallAt10, double recallAt100, double filtered) {
  private static final int MOST_QUESTIONS = 2_000;
  private static final int TENTH = 10;
  private static final long SEED = 29;

  static GraphQuality of(ServedEmbedding served, Interactions train) {
    VectorIndex exact = VectorIndex.exact(served.items());
    BitSet some = new BitSet();
    for (int row = 0; row < train.items(); row++) {
      some.set(row, Noise.below(SEED, row, TENTH) == 0);
    }
    int step = Math.max(1, train.users() / MOST_QUESTIONS);
    double[] sums = new double[3];
    int count = 0;
    for (int user = 0; user < train.users(); user += step) {
      if (train.userDegree(user) > 0) {
        float[] query =
            served.learner(History.of(train.itemsOf(user), train.weightsOf(user)).ofLearner(user));
        ScoredRows truth = exact.nearest(query, 100);
        sums[0] += share(truth.first(10), served.index().nearest(query, 10));
        sums[1] += share(truth, served.index().nearest(query, 100));
        sums[2] += share(exact.nearest(query, 10, some), served.index().nearest(query, 10, some));
        count++;
      }
    }
    int asked = Math.max(1, count);
    return new GraphQuality(sums[0] / asked, sums[1] / asked, sums[2] / asked);
  }

  private static double share(ScoredRows truth, ScoredRows found) {
    BitSet rows = new BitSet();
    for (int rank = 0; rank < found.size(); rank++) {
      rows.set(found.row(rank));
    }
    int hits = 0;
    for (int rank = 0; rank < truth.size(); rank++) {
      hits += rows.get(truth.row(rank)) ? 1 : 0;
    }
    return truth.size() == 0 ? 1 : (double) hits / truth.size();
  }
}
