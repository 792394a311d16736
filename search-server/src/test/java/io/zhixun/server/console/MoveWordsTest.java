package io.zhixun.server.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every move that policy makes is told in Chinese. */
class MoveWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "author-cap",
        "shown-often",
        "diversity",
        "explore",
        "exact-title",
        "named-title",
        "pin:r-1",
        "boost:r-1",
        "bury:r-1",
        "hide:r-1",
        "sponsor:r-1"
      })
  void aMoveIsToldInChinese(String move) {
    String name = move.split(":", 2)[0];

    String told = Words.move(move);

    assertFalse(told.contains(name), told);
    assertEquals(move.contains(":"), told.endsWith("（r-1）"), told);
  }
}
