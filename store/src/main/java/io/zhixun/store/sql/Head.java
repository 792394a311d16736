package io.zhixun.store.sql;

/**
 * How far the record goes: the last number of each kind that was issued plus what comes next.
 *
 * @param seq the last change; the next one gets one more
 * @param itemRows the next row of an item
 * @param learnerRows the next row of a learner
 */
record Head(long seq, int itemRows, int learnerRows) {
  Head withSeq(long next) {
    return new Head(next, itemRows, learnerRows);
  }

  Head withItemRows(int next) {
    return new Head(seq, next, learnerRows);
  }

  Head withLearnerRows(int next) {
    return new Head(seq, itemRows, next);
  }
}
