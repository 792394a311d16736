package io.zhixun.store;

/**
 * A key in the only moment in which its secret is known.
 *
 * @param presented what its holder sends: {@code keyId.secret}
 */
public record NewKey(String id, String presented) {
  /** Without the secret, so that it enters no log. */
  @Override
  public String toString() {
    return "NewKey[" + id + "]";
  }
}
