/**
 * From item to item: which items go with which, as short weighted lists.
 *
 * <p>Start at {@link io.zhixun.ranking.neighbour.ItemNeighbours}, what every method here makes, and
 * {@link io.zhixun.ranking.neighbour.Accumulator}, the sum of the lists of a learner's history. The
 * methods: {@link io.zhixun.ranking.neighbour.Walks} (random walks and the classic cosine), {@link
 * io.zhixun.ranking.neighbour.Transitions} (what comes after what); {@link
 * io.zhixun.ranking.neighbour.WalkScorer} is the walk without cutting lists off, the oracle and the
 * baseline.
 *
 * <p>Depends on: {@code interaction}, {@code math}, {@code persist}.
 */
package io.zhixun.ranking.neighbour;
