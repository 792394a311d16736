package io.zhixun.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who signs in to the console.
 *
 * @param name by which they sign in, and under which their changes stand in the {@link Audit}
 * @param role {@link Role#EDITOR} or {@link Role#ADMIN}
 * @param endedAt from when on they cannot sign in any more
 */
public record Account(String name, Role role, Instant createdAt, Optional<Instant> endedAt) {
  private static final int MAX_NAME = 64;

  public Account {
    requireName(name);
    if (role != Role.EDITOR && role != Role.ADMIN) {
      throw new IllegalArgumentException("role must be EDITOR or ADMIN, got " + role);
    }
  }

  private static void requireName(String name) {
    boolean isPlain = name.equals(name.strip()) && name.chars().noneMatch(Character::isISOControl);
    if (name.isEmpty() || name.length() > MAX_NAME || !isPlain) {
      throw new IllegalArgumentException(
          "name must have 1.." + MAX_NAME + " visible characters, got \"" + name + "\"");
    }
  }

  public boolean isLive() {
    return endedAt.isEmpty();
  }
}
