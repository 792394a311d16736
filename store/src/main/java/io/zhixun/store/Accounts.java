package io.zhixun.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * People who sign in, and the sessions they have open. How passwords are hashed is the caller's
 * affair; of a session only a peppered SHA-256 of its token is kept.
 */
public interface Accounts {
  /**
   * Makes an account.
   *
   * @param passwordHash slow and salted, since people choose passwords that can be guessed
   * @return false when the name is taken, also by an account that has ended
   */
  boolean create(String name, Role role, String passwordHash);

  /** The account of a name, also one that has ended. */
  Optional<Credentials> find(String name);

  /** All accounts ever made, by name. */
  List<Account> list();

  /** Gives a living account another password and ends its sessions; whether there was one. */
  boolean setPassword(String name, String passwordHash);

  /** Ends an account and its sessions for good; whether there was one that still lived. */
  boolean end(String name);

  /**
   * Opens a session.
   *
   * @return the token, known in this moment only
   */
  String open(String name, Duration lasts);

  /**
   * Whose session a token opens; empty when it is unknown, has run out or was closed, or the
   * account has ended. Always asks the database, so that closing acts at once everywhere.
   */
  Optional<Account> of(String token);

  /** Closes a session; one that is not open stays so. */
  void close(String token);

  /** An account with what its password is checked against. */
  record Credentials(Account account, String passwordHash) {
    /** Without the hash, so that it enters no log. */
    @Override
    public String toString() {
      return "Credentials[" + account + "]";
    }
  }
}
