package io.zhixun.server;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server of its own for each test, since the tests write. */
abstract class RouteTest {
  TestServer server;

  /** Trusted as everybody on the machine is. */
  Client client;

  @BeforeEach
  final void startServer() {
    server = newServer();
    client = server.client();
  }

  @AfterEach
  final void stopServer() {
    server.close();
  }

  /** Empty and open; others say so. */
  TestServer newServer() {
    return TestServer.open();
  }
}
