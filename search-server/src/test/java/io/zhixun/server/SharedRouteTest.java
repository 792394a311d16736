package io.zhixun.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One open server with courses for all tests of a class, since they leave each other alone. */
abstract class SharedRouteTest {
  static TestServer server;
  static Client client;

  @BeforeAll
  static void startServer() {
    server = TestServer.open().withCourses();
    client = server.client();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }
}
