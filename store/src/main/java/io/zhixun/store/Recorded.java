package io.zhixun.store;

/** What an entry of the record says now: the change that was accepted, or what is left of it. */
public sealed interface Recorded
    permits Change, Recorded.Erased, Recorded.LearnerErased, Recorded.EventsForgotten {

  /**
   * A change whose content is gone, because its learner was erased or its time was over. Whoever
   * follows the record passes over it; its number stays.
   */
  record Erased() implements Recorded {}

  /**
   * A learner was erased: nothing of them is in the record any more, not even which identifier had
   * this row. Whoever keeps anything by learner forgets it now.
   *
   * @param row never issued again
   */
  record LearnerErased(int row) implements Recorded {}

  /**
   * A learner had events forgotten: their changes have no content any more. Whoever keeps anything
   * made of this learner's events makes it anew.
   */
  record EventsForgotten(int row) implements Recorded {}
}
