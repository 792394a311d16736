package io.zhixun.ranking.recipe;

import io.zhixun.ranking.embed.SequenceTrainer;
import io.zhixun.ranking.embed.SsmTrainer;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.Interactions.Sequence;
import io.zhixun.ranking.neighbour.Ease;

/**
 * What training takes of the memory that is allowed.
 *
 * <p>Regression holds a matrix of items × items and is the one method that a catalogue can outgrow
 * soon; without it there is still a recipe. It takes part when all of training fits into half of
 * the memory: in the other half lie the corpus and, on a server, what answers are made from.
 */
record Affordable(Interactions interactions, RecipeSettings settings) {
  private static final long SHARE_WITH_REGRESSION = 2;

  /** Whether regression takes part. */
  boolean regression() {
    return fewItems() && needed(true) <= settings.memoryBytes() / SHARE_WITH_REGRESSION;
  }

  private boolean fewItems() {
    return interactions.items() <= settings.lists().denseItems();
  }

  /** What is to be said of a choice that was made without regression for want of memory. */
  String note() {
    return fewItems() && !regression()
        ? "; without regression, which this memory does not allow"
        : "";
  }

  /**
   * Throws when even the least does not fit.
   *
   * @throws RecipeException NOT_ENOUGH_MEMORY
   */
  void require() {
    long needed = needed(regression());
    if (needed > settings.memoryBytes()) {
      throw RecipeException.notEnoughMemory(needed, settings.memoryBytes());
    }
  }

  /** About how many bytes training takes at its peak, the interactions themselves not counted. */
  long needed(boolean withRegression) {
    int items = interactions.items();
    long lists = 8L * items * Math.min(settings.lists().neighbours(), items);
    long embedding = new SsmTrainer(settings.ssm()).memoryNeeded(interactions);
    long sequence =
        items <= settings.sequence().mostItems() && interactions.sequence() != Sequence.NONE
            ? new SequenceTrainer(settings.sequence()).memoryNeeded(interactions)
            : 0;
    long dense =
        withRegression
            ? Ease.memoryNeeded(items)
                + 8L * items * Math.min(settings.lists().denseNeighbours(), items)
            : 0;
    long copies = 3L * 24 * interactions.entries();
    long judged = 8_000L * 4 * Math.min(settings.trials().learners(), interactions.users());
    return 5 * lists + 2 * embedding + 2 * sequence + dense + copies + judged;
  }
}
