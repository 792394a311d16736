package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.Vectors;
import java.util.Optional;

/** Sets the members of a pooled embedding side by side; rows without entries stay zero. */
final class PooledSpace {
  private final Interactions all;
  private final int members;
  private final int width;
  private final Vectors own;
  private final Vectors items;
  private final float[] lengths; // [items × members]

  PooledSpace(Interactions all, int members, int width) {
    this.all = all;
    this.members = members;
    this.width = width;
    this.own = Vectors.zeros(all.users(), members * width);
    this.items = Vectors.zeros(all.items(), members * width);
    this.lengths = new float[all.items() * members];
  }

  /** Takes a member's vectors in: e of the users and v of the items. */
  void put(int member, Vectors memberOwn, Vectors memberItems) {
    for (int user = 0; user < all.users(); user++) {
      if (all.userDegree(user) > 0) {
        System.arraycopy(
            memberOwn.data(),
            memberOwn.offset(user),
            own.data(),
            own.offset(user) + member * width,
            width);
      }
    }
    float root = (float) Math.sqrt(members);
    for (int item = 0; item < all.items(); item++) {
      if (all.itemDegree(item) > 0) {
        int to = items.offset(item) + member * width;
        System.arraycopy(memberItems.data(), memberItems.offset(item), items.data(), to, width);
        lengths[item * members + member] = root * Simd.normalise(items.data(), to, width);
        Simd.scale(items.data(), to, width, 1 / root);
      }
    }
  }

  Embeddings embeddings(float[] factors, double pull) {
    PooledFoldIn foldIn = PooledFoldIn.of(items, factors, lengths, pull);
    Vectors users = Vectors.zeros(all.users(), members * width);
    float[] vector = new float[members * width];
    for (int user = 0; user < all.users(); user++) {
      if (all.userDegree(user) > 0) {
        foldIn.fold(all.itemsOf(user), all.weightsOf(user), own.row(user), vector);
        System.arraycopy(vector, 0, users.data(), users.offset(user), vector.length);
      }
    }
    return new Embeddings(users, items, foldIn, Optional.of(own));
  }
}
