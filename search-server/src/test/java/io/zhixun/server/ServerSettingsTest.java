package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.server.ServerSettings.Limits;
import io.zhixun.server.access.Access.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "LOCALHOST", "::1", "[::1]"})
  void loopbackAddressesNeedNoLeave(String host) {
    assertDoesNotThrow(
        () -> new ServerSettings(host, 0, false, Mode.OPEN_ON_LOOPBACK, Limits.DEFAULTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1", "example.org", "127.0.0.1.example.org", ""})
  void otherAddressesMustBeAllowed(String host) {
    assertEquals(
        "host must be a loopback address unless remote is true, got " + host,
        message(() -> new ServerSettings(host, 0, false, Mode.KEYS, Limits.DEFAULTS)));
  }

  @Test
  void aServerThatOthersReachAsksForKeys() {
    assertEquals(
        "host must be a loopback address when no keys are asked for, got 0.0.0.0",
        message(
            () -> new ServerSettings("0.0.0.0", 0, true, Mode.OPEN_ON_LOOPBACK, Limits.DEFAULTS)));
    assertDoesNotThrow(() -> new ServerSettings("0.0.0.0", 0, true, Mode.KEYS, Limits.DEFAULTS));
  }

  @Test
  void numbersHaveRanges() {
    assertEquals(
        "port must be 0..65535, got 65536",
        message(() -> ServerSettings.DEFAULTS.withPort(65_536)));
    assertEquals("inFlight must be 1..100000, got 0", message(() -> new Limits(0, 1, 1, 1)));
    assertEquals("perSecond must be 1..1000000, got -1", message(() -> new Limits(1, -1, 1, 1)));
    assertEquals("burst must be 1..1000000, got 0", message(() -> new Limits(1, 1, 0, 1)));
    assertEquals("stopSeconds must be 1..600, got 601", message(() -> new Limits(1, 1, 1, 601)));
  }

  private static String message(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }
}
