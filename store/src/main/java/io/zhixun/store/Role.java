package io.zhixun.store;

/** What the holder of a key may do: admin ⊃ editor ⊃ {ranker, events} ⊃ reader. */
public enum Role {
  ADMIN,
  EDITOR,
  RANKER,
  EVENTS,
  READER;

  /** Whether a holder of this role may do what asks for the other. */
  public boolean includes(Role other) {
    return switch (this) {
      case ADMIN -> true;
      case EDITOR -> other != ADMIN;
      case RANKER -> other == RANKER || other == READER;
      case EVENTS -> other == EVENTS || other == READER;
      case READER -> other == READER;
    };
  }
}
