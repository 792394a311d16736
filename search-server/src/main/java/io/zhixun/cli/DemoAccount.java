package io.zhixun.cli;

import io.zhixun.server.access.Passwords;
import io.zhixun.server.console.ConsoleSettings.DemoEditor;
import io.zhixun.store.Role;
import io.zhixun.store.Store;
import java.util.random.RandomGenerator;

/**
 * The editor of a demo. The password is another one at every start and is shown on the sign-in page
 * of the running demo alone, so that nobody gets in with it when the same data folder is served.
 */
final class DemoAccount {
  private static final String NAME = "演示编辑";
  private static final String NO_PASSWORD = "none";

  /** Without what is easily mistaken for something else. */
  private static final String LETTERS = "abcdefghkmnpqrstuvwxyz23456789";

  private static final int LENGTH = 12;

  private DemoAccount() {}

  /** Makes the account, or gives it a new password. */
  static DemoEditor ready(Store store, RandomGenerator random) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    String hash = new Passwords(random).hash(password.toString());
    if (!store.accounts().setPassword(NAME, hash)) {
      store.accounts().create(NAME, Role.EDITOR, hash);
    }
    return new DemoEditor(NAME, password.toString());
  }

  /** Lets nobody in under that name, and signs out whoever is. */
  static void lock(Store store) {
    if (store.accounts().find(NAME).isPresent()) {
      store.accounts().setPassword(NAME, NO_PASSWORD);
    }
  }
}
