package io.zhixun.ranking.neighbour;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import java.util.ArrayList;
import java.util.List;

/**
 * What each learner took, weighted so that the lists of learners alike can be summed: R_vj · d_v^−b
 * · d_j^−c, with d the sums of weights.
 */
public final class LearnerLists {
  private LearnerLists() {}

  /**
   * One list for each user of the matrix.
   *
   * @param user b, damping those who took much
   * @param item c, damping what many took
   */
  public static ItemNeighbours of(Interactions all, double user, double item) {
    WalkExponents exponents = new WalkExponents(0, user, item);
    float[] users = exponents.ofUsers(all);
    float[] items = exponents.ofTargets(all);
    List<ScoredRows> lists = new ArrayList<>(all.users());
    for (int row = 0; row < all.users(); row++) {
      TopRows list = new TopRows(all.userDegree(row));
      for (int entry = all.userStart(row); entry < all.userStart(row + 1); entry++) {
        list.offer(all.item(entry), all.weight(entry) * users[row] * items[all.item(entry)]);
      }
      lists.add(list.drain());
    }
    return ItemNeighbours.of(lists);
  }
}
