package io.zhixun.server.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Hashes passwords with Argon2id (RFC 9106) at the cost that OWASP names as the least: 19 MiB, two
 * passes, one lane; some tens of milliseconds. The hash carries its salt and its cost.
 */
public final class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int MIN_LENGTH = 10;
  private static final int MAX_LENGTH = 200;

  private final RandomGenerator random;

  /**
   * @param random unpredictable: salts come from it
   */
  public Passwords(RandomGenerator random) {
    this.random = random;
  }

  /** What keeps a password from being used; empty for a good one. */
  public static Optional<String> problem(String password) {
    int length = password.codePointCount(0, password.length());
    return length < MIN_LENGTH || length > MAX_LENGTH
        ? Optional.of(
            "password must have " + MIN_LENGTH + ".." + MAX_LENGTH + " characters, got " + length)
        : Optional.empty();
  }

  /** The hash to keep. */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID)
        .hash(password.getBytes(StandardCharsets.UTF_8), salt)
        .getResult();
  }

  /** Whether a hash is of this password; false for what is no hash. */
  public static boolean matches(String password, String hash) {
    if (!hash.startsWith("$argon2id$") || password.length() > MAX_LENGTH) {
      return false;
    }
    return Argon2Function.getInstanceFromHash(hash).check(password, hash);
  }
}
