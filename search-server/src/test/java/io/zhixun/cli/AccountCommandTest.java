package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.config.SettingsFile;
import io.zhixun.server.access.Passwords;
import io.zhixun.store.Account;
import io.zhixun.store.Store;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts of the console, made and ended from the command line. */
class AccountCommandTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String OTHER = "another horse entirely";

  @TempDir private Path folder;
  private InputStream before;

  @BeforeEach
  void rememberTheInput() {
    before = System.in;
  }

  @AfterEach
  void giveTheInputBack() {
    System.setIn(before);
  }

  /** Runs the command with something typed into its input. */
  private Ran account(String typed, String... arguments) {
    System.setIn(new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.UTF_8)));
    String[] all = new String[arguments.length + 3];
    all[0] = "account";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--data";
    all[all.length - 1] = folder.toString();
    return Ran.of(all);
  }

  private <T> T inStore(Function<Store, T> question) {
    try (Store store =
        Product.openStore(new DataFolder(folder), Settings.of(SettingsFile.shipped()))) {
      return question.apply(store);
    }
  }

  private boolean opens(String name, String password) {
    return inStore(store -> store.accounts().find(name))
        .filter(found -> found.account().endedAt().isEmpty())
        .filter(found -> Passwords.matches(password, found.passwordHash()))
        .isPresent();
  }

  @Test
  void anAccountIsMadeListedAndEnded() {
    Ran made = account(PASSWORD, "create", "--name", "lin", "--role", "editor", "--json");

    assertEquals(0, made.exit(), made.err());
    assertEquals("editor", made.json().path("role").asText());
    assertFalse(made.out().contains(PASSWORD));
    assertTrue(opens("lin", PASSWORD));
    JsonNode listed = account("", "list", "--json").json().path("accounts");
    assertEquals(1, listed.size());
    assertEquals("lin", listed.at("/0/name").asText());
    assertFalse(listed.at("/0").has("endedAt"));

    assertEquals(0, account("", "end", "lin").exit());

    assertTrue(account("", "list", "--json").json().at("/accounts/0").has("endedAt"));
    assertFalse(opens("lin", PASSWORD));
    assertTrue(account("", "end", "lin").refuses("no living account"));
  }

  @Test
  void anotherPasswordTakesThePlaceOfTheOldAndSignsOutEverywhere() {
    assertEquals(0, account(PASSWORD, "create", "--name", "lin", "--role", "admin").exit());
    String session = inStore(store -> store.accounts().open("lin", Duration.ofDays(3_650)));

    Ran changed = account(OTHER, "password", "--name", "lin");

    assertEquals(0, changed.exit(), changed.err());
    assertFalse(opens("lin", PASSWORD));
    assertTrue(opens("lin", OTHER));
    Optional<Account> still = inStore(store -> store.accounts().of(session));
    assertTrue(still.isEmpty(), "the open session is closed");
    assertTrue(account(OTHER, "password", "--name", "nobody").refuses("no living account"));
  }

  @Test
  void whatCannotBeIsRefusedInOneSentence() {
    account(PASSWORD, "create", "--name", "lin", "--role", "editor");

    assertTrue(
        account(PASSWORD, "create", "--name", "lin", "--role", "editor").refuses("is taken"));
    assertTrue(
        account(PASSWORD, "create", "--name", "x", "--role", "reader")
            .refuses("role must be editor or admin"));
    assertTrue(account("short", "create", "--name", "y", "--role", "editor").refuses("password"));
    assertEquals(2, account(PASSWORD, "create", "--name", "z").exit(), "no role");
    assertEquals(1, account("", "list", "--json").json().path("accounts").size());
  }
}
