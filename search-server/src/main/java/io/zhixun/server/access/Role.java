package io.zhixun.server.access;

import java.util.Set;

/** What a key is for: admin ⊃ editor ⊃ {ranker, events} ⊃ reader. */
public enum Role {
  READER,
  RANKER(READER),
  EVENTS(READER),
  EDITOR(READER, RANKER, EVENTS),
  ADMIN(READER, RANKER, EVENTS, EDITOR);

  private final Set<Role> contained;

  Role(Role... contained) {
    this.contained = Set.of(contained);
  }

  /** Whether whoever has this role may do what another is for. */
  public boolean includes(Role other) {
    return this == other || contained.contains(other);
  }
}
