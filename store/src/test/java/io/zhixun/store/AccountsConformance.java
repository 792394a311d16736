package io.zhixun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who sign in, and their sessions. */
abstract class AccountsConformance extends StoreFixture {
  private static final Duration LASTS = Duration.ofHours(8);

  private Instant now = Samples.NOON;

  @BeforeEach
  void useAClockThatMoves() {
    store.close();
    store = open(StoreSettings.DEFAULTS, () -> now);
  }

  @Test
  void anAccountIsFoundByItsNameAndANameIsTakenOnce() {
    assertTrue(store.accounts().create("林编辑", Role.EDITOR, "hash-1"));
    assertFalse(store.accounts().create("林编辑", Role.ADMIN, "hash-2"));

    reopen();

    Accounts.Credentials found = store.accounts().find("林编辑").orElseThrow();
    Account account = new Account("林编辑", Role.EDITOR, Samples.NOON, Optional.empty());
    assertEquals(new Accounts.Credentials(account, "hash-1"), found);
    assertFalse(found.toString().contains("hash-1"));
    assertEquals(List.of(account), store.accounts().list());
    assertEquals(Optional.empty(), store.accounts().find("somebody"));
  }

  @Test
  void namesAndRolesThatCannotBeAreRefused() {
    for (String name : List.of("", " a", "a\n", "x".repeat(65))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> store.accounts().create(name, Role.EDITOR, "h"),
          name);
    }
    assertThrows(
        IllegalArgumentException.class, () -> store.accounts().create("r", Role.READER, "h"));
  }

  @Test
  void aSessionOpensUntilItRunsOut() {
    store.accounts().create("a", Role.EDITOR, "h");
    String token = store.accounts().open("a", LASTS);
    assertNotEquals(token, store.accounts().open("a", LASTS));

    now = Samples.NOON.plus(LASTS).minusMillis(1);
    assertEquals("a", store.accounts().of(token).orElseThrow().name());
    now = Samples.NOON.plus(LASTS);
    assertEquals(Optional.empty(), store.accounts().of(token));
    assertEquals(Optional.empty(), store.accounts().of("nonsense"));
  }

  @Test
  void closingOneSessionLeavesTheOthersOpen() {
    store.accounts().create("a", Role.EDITOR, "h");
    String one = store.accounts().open("a", LASTS);
    String two = store.accounts().open("a", LASTS);

    store.accounts().close(one);

    assertEquals(Optional.empty(), store.accounts().of(one));
    assertTrue(store.accounts().of(two).isPresent());
  }

  @Test
  void anotherPasswordAndTheEndOfAnAccountCloseItsSessions() {
    store.accounts().create("a", Role.ADMIN, "h");
    String before = store.accounts().open("a", LASTS);

    assertTrue(store.accounts().setPassword("a", "h2"));

    assertEquals(Optional.empty(), store.accounts().of(before));
    assertEquals("h2", store.accounts().find("a").orElseThrow().passwordHash());
    String after = store.accounts().open("a", LASTS);
    assertTrue(store.accounts().end("a"));
    assertEquals(Optional.empty(), store.accounts().of(after));
    assertFalse(store.accounts().find("a").orElseThrow().account().isLive());
    assertFalse(store.accounts().end("a"));
    assertFalse(store.accounts().setPassword("a", "h3"));
  }
}
