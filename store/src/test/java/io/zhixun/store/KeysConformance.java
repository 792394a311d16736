package io.zhixun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.UserId;
import io.zhixun.store.Key.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access keys. */
abstract class KeysConformance extends StoreFixture {
  private static final Grant EDITOR =
      new Grant("编辑部", Role.EDITOR, Optional.empty(), Optional.empty());

  private Instant now = Samples.NOON;

  @BeforeEach
  void useAClockThatMoves() {
    store.close();
    store = open(StoreSettings.DEFAULTS, () -> now);
  }

  @Test
  void aKeyIsFoundByWhatWasShownOnce() {
    NewKey made = store.keys().create(EDITOR);

    Key found = store.keys().find(made.presented()).orElseThrow();

    assertEquals(
        new Key(made.id(), EDITOR, Samples.NOON, Optional.empty(), Optional.empty()), found);
    assertTrue(made.presented().startsWith(made.id() + "."));
    assertFalse(made.toString().contains(made.presented()));
    reopen();
    assertTrue(store.keys().find(made.presented()).isPresent());
  }

  @Test
  void nothingElseIsFound() {
    NewKey one = store.keys().create(EDITOR);
    NewKey two = store.keys().create(EDITOR);
    String secret = two.presented().substring(two.presented().indexOf('.') + 1);

    assertNotEquals(one.presented(), two.presented());
    for (String wrong :
        List.of(
            "", ".", one.id(), one.id() + ".", one.id() + "." + secret, "x." + secret, secret)) {
      assertEquals(Optional.empty(), store.keys().find(wrong), wrong);
    }
  }

  @Test
  void aKeyMayBeBoundToALearnerAndExpire() {
    Grant grant =
        new Grant(
            "u7",
            Role.READER,
            Optional.of(new UserId("u7")),
            Optional.of(Samples.NOON.plusSeconds(60)));
    NewKey made = store.keys().create(grant);

    assertEquals(grant, store.keys().find(made.presented()).orElseThrow().grant());
    now = Samples.NOON.plusMillis(59_999);
    assertTrue(store.keys().find(made.presented()).isPresent());
    now = Samples.NOON.plusSeconds(60);
    assertEquals(Optional.empty(), store.keys().find(made.presented()));
  }

  @Test
  void aRevokedKeyIsGoneAtOnceAlsoForOtherStores() {
    NewKey made = store.keys().create(EDITOR);
    try (Store other = open(StoreSettings.DEFAULTS, () -> now)) {
      assertTrue(other.keys().find(made.presented()).isPresent());

      assertTrue(store.keys().revoke(made.id()));

      assertEquals(Optional.empty(), other.keys().find(made.presented()));
      assertEquals(Optional.empty(), store.keys().find(made.presented()));
    }
    assertFalse(store.keys().revoke(made.id()));
    assertFalse(store.keys().revoke("never"));
    assertEquals(Optional.of(Samples.NOON), store.keys().list().getFirst().revokedAt());
  }

  @Test
  void useIsNotedToTheMinute() {
    NewKey made = store.keys().create(EDITOR);

    now = Samples.NOON.plusSeconds(5);
    assertTrue(store.keys().find(made.presented()).isPresent());
    assertEquals(Optional.of(now), lastUsed());
    now = Samples.NOON.plusSeconds(50);
    assertTrue(store.keys().find(made.presented()).isPresent());
    assertEquals(Optional.of(Samples.NOON.plusSeconds(5)), lastUsed());
    now = Samples.NOON.plus(Duration.ofMinutes(2));
    assertTrue(store.keys().find(made.presented()).isPresent());
    assertEquals(Optional.of(now), lastUsed());
  }

  /** After a write that queues behind the note. */
  private Optional<Instant> lastUsed() {
    put(new Change.DeleteRule("none"));
    return store.keys().list().getFirst().lastUsed();
  }

  @Test
  void keysAreListedInTheOrderOfTheirMaking() {
    NewKey first = store.keys().create(EDITOR);
    now = Samples.NOON.plusSeconds(1);
    NewKey second = store.keys().create(EDITOR);

    assertEquals(
        List.of(first.id(), second.id()), store.keys().list().stream().map(Key::id).toList());
    assertEquals(0, store.lastSeq());
  }

  @Test
  void rolesIncludeWhatLiesBelowThem() {
    assertTrue(Role.ADMIN.includes(Role.EDITOR));
    assertTrue(Role.EDITOR.includes(Role.RANKER) && Role.EDITOR.includes(Role.EVENTS));
    assertTrue(Role.RANKER.includes(Role.READER) && Role.EVENTS.includes(Role.READER));
    assertFalse(Role.RANKER.includes(Role.EVENTS) || Role.EVENTS.includes(Role.RANKER));
    assertFalse(Role.EDITOR.includes(Role.ADMIN) || Role.READER.includes(Role.EVENTS));
  }

  @Test
  void aKeyNeedsAName() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Grant(" ", Role.READER, Optional.empty(), Optional.empty()));
  }
}
