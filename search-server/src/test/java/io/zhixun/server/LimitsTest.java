package io.zhixun.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.server.ServerSettings.Limits;
import io.zhixun.server.access.Access.Mode;
import io.zhixun.store.Role;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static ServerSettings settings(Mode mode, Limits limits) {
    return new ServerSettings("127.0.0.1", 0, false, mode, limits);
  }

  @Test
  void whatDoesNotFitIsRefusedAtOnceAndProbesStillAnswer() {
    Limits limits = new Limits(2, 1_000, 1_000, 5);
    try (TestServer server = TestServer.with(settings(Mode.OPEN_ON_LOOPBACK, limits))) {
      CountDownLatch hold = new CountDownLatch(1);
      server.discovery.hold = Optional.of(hold);
      Client client = server.client();
      CompletableFuture<Answer> first =
          CompletableFuture.supplyAsync(() -> client.get("/v1/search"));
      CompletableFuture<Answer> second =
          CompletableFuture.supplyAsync(() -> client.get("/v1/search"));
      server.discovery.awaitHeld(2);

      Answer third = client.get("/v1/search");
      Answer probe = client.get("/livez");
      hold.countDown();

      assertEquals("503 OVERLOADED", third.problem());
      assertEquals("1", third.header("Retry-After"));
      assertEquals(200, probe.status());
      assertEquals(200, first.join().status());
      assertEquals(200, second.join().status());
      server.discovery.hold = Optional.empty();
      assertEquals(200, client.get("/v1/search").status());
    }
  }

  @Test
  void eachKeyHasItsOwnRate() {
    Limits limits = new Limits(10, 1, 3, 5);
    try (TestServer server = TestServer.with(settings(Mode.KEYS, limits))) {
      Client one = server.client().withKey(server.key(Role.READER));
      Client other = server.client().withKey(server.key(Role.READER));
      for (int i = 0; i < 3; i++) {
        assertEquals(200, one.get("/v1/search").status());
      }

      Answer refused = one.get("/v1/search");

      assertEquals("429 RATE_LIMITED", refused.problem());
      assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 1);
      assertEquals(200, other.get("/v1/search").status());
      assertEquals(200, one.get("/livez").status());
    }
  }

  @Test
  void guessingKeysIsLimitedByAddress() {
    Limits limits = new Limits(10, 1, 3, 5);
    try (TestServer server = TestServer.with(settings(Mode.KEYS, limits))) {
      Client valid = server.client().withKey(server.key(Role.READER));
      for (int i = 0; i < 3; i++) {
        Client guess = server.client().withKey("k" + i + ".secret");
        assertEquals("401 UNAUTHORIZED", guess.get("/v1/search").problem());
      }

      Answer refused = server.client().withKey("k9.secret").get("/v1/search");

      assertEquals("429 RATE_LIMITED", refused.problem());
      assertEquals(200, valid.get("/v1/search").status());
    }
  }

  @Test
  void stoppingLetsRequestsUnderWayFinishAndRefusesNewOnes() {
    Limits limits = new Limits(10, 1_000, 1_000, 30);
    TestServer server = TestServer.with(settings(Mode.OPEN_ON_LOOPBACK, limits));
    int port = server.port();
    CountDownLatch hold = new CountDownLatch(1);
    server.discovery.hold = Optional.of(hold);
    Client client = server.client();
    CompletableFuture<Answer> underWay =
        CompletableFuture.supplyAsync(() -> client.get("/v1/search"));
    server.discovery.awaitHeld(1);

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
    Answer ready = client.get("/readyz");
    while (ready.status() == 200) {
      Thread.onSpinWait();
      ready = client.get("/readyz");
    }
    Answer refused = client.get("/v1/trending");
    hold.countDown();

    assertEquals("503 OVERLOADED", refused.problem());
    assertEquals(200, underWay.join().status());
    stopped.join();
    assertThrows(
        ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
  }

  @Test
  void aPortThatIsTakenIsSaidInOneSentence() {
    try (TestServer first = TestServer.open()) {
      ServerSettings same = ServerSettings.DEFAULTS.withPort(first.port());

      ServerException thrown =
          assertThrows(ServerException.class, () -> ZhixunServer.start(same, first.services()));

      assertEquals(ServerException.Code.PORT_IN_USE, thrown.code());
      assertEquals(
          "127.0.0.1:%d is in use: choose another port, or stop what listens there"
              .formatted(first.port()),
          thrown.getMessage());
    }
  }

  @Test
  void anAddressOfAnotherMachineIsSaidToo() {
    try (TestServer server = TestServer.open()) {
      for (String host : new String[] {"192.0.2.1", "no-such-host.invalid"}) {
        ServerSettings there = new ServerSettings(host, 0, true, Mode.KEYS, Limits.DEFAULTS);

        ServerException thrown =
            assertThrows(ServerException.class, () -> ZhixunServer.start(there, server.services()));

        assertEquals(ServerException.Code.HOST_NOT_HERE, thrown.code());
      }
    }
  }
}
