package io.zhixun.ranking.embed;

import io.zhixun.ranking.interaction.Interactions;

/** The interactions seen from the users or from the items: rows with their entries. */
interface Side {
  /** Where the entries of a row start; they end where those of the next start. */
  int start(int row);

  /** The row of the other side that an entry is about. */
  int other(int entry);

  float weight(int entry);

  /** Rows are users, the other side items. */
  static Side users(Interactions all) {
    return new Users(all);
  }

  /** Rows are items, the other side users. */
  static Side items(Interactions all) {
    return new Items(all);
  }

  /** Rows are users. */
  record Users(Interactions all) implements Side {
    @Override
    public int start(int row) {
      return all.userStart(row);
    }

    @Override
    public int other(int entry) {
      return all.item(entry);
    }

    @Override
    public float weight(int entry) {
      return all.weight(entry);
    }
  }

  /** Rows are items. */
  record Items(Interactions all) implements Side {
    @Override
    public int start(int row) {
      return all.itemStart(row);
    }

    @Override
    public int other(int entry) {
      return all.columnUser(entry);
    }

    @Override
    public float weight(int entry) {
      return all.columnWeight(entry);
    }
  }
}
