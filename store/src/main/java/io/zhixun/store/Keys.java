package io.zhixun.store;

import java.util.List;
import java.util.Optional;

/**
 * Access keys. Of a secret only a peppered SHA-256 is kept: secrets are random and long, so they
 * cannot be guessed, and the hash must be fast, because it is made on every request.
 */
public interface Keys {
  NewKey create(Key.Grant grant);

  /**
   * The key of what somebody presented; empty when there is none, the secret is wrong, it has
   * expired or was revoked. Always asks the database, so that a revocation acts at once everywhere.
   */
  Optional<Key> find(String presented);

  /** All keys ever made, the oldest first. */
  List<Key> list();

  /** Ends a key for good; whether there was one that still lived. */
  boolean revoke(String id);
}
