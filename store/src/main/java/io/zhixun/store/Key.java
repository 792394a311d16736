package io.zhixun.store;

import io.zhixun.corpus.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * An access key without its secret.
 *
 * @param id the public part
 * @param lastUsed to the minute
 */
public record Key(
    String id,
    Grant grant,
    Instant createdAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsed) {

  /**
   * What a key is for.
   *
   * @param name what people call it
   * @param learner the only learner it may act for; empty for all
   * @param expires from when on it no longer works
   */
  public record Grant(String name, Role role, Optional<UserId> learner, Optional<Instant> expires) {
    public Grant {
      if (name.isBlank() || name.length() > 200) {
        throw new IllegalArgumentException(
            "name must have 1..200 characters, got \"" + name + "\"");
      }
    }
  }

  /** Whether it opens anything at an instant. */
  public boolean worksAt(Instant now) {
    return revokedAt.isEmpty() && grant.expires().map(now::isBefore).orElse(true);
  }
}
