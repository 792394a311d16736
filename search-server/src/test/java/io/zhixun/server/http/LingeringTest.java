package io.zhixun.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Senders that go on although they are refused. */
final class LingeringTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private Server server;

  /** A server that refuses every request without looking at its body. */
  private Socket connected(long mostBytes, Duration atMost) throws Exception {
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    server.addConnector(connector);
    Lingering lingering = new Lingering(mostBytes, atMost);
    lingering.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            request.consumeAvailable(); // as a servlet container does before it answers
            response.setStatus(413);
            response.write(true, ByteBuffer.wrap("no".getBytes(StandardCharsets.UTF_8)), callback);
            return true;
          }
        });
    server.setHandler(lingering);
    server.start();
    int port = ((NetworkConnector) server.getConnectors()[0]).getLocalPort();
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) LONG.toMillis());
    return socket;
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** Reads one answer with a body of two letters. */
  private static String answer(BufferedReader in) throws IOException {
    String first = in.readLine();
    for (String line = in.readLine(); !line.isEmpty(); ) {
      line = in.readLine();
    }
    return first + " " + (char) in.read() + (char) in.read();
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String head(String bodyHeader) {
    return "POST / HTTP/1.1\r\nHost: localhost\r\n" + bodyHeader + "\r\n\r\n";
  }

  @Test
  void theAnswerIsReadThoughSendingGoesOnAndTheConnectionServesTheNext() throws Exception {
    try (Socket socket = connected(10_000_000, LONG)) {
      BufferedReader in = reader(socket);
      for (int request = 0; request < 3; request++) {
        send(socket, head("Content-Length: 9000000"));
        assertEquals("HTTP/1.1 413 Payload Too Large no", answer(in));
        for (int part = 0; part < 9; part++) {
          send(socket, "x".repeat(1_000_000));
        }
      }
    }
  }

  @Test
  void chunksAreReadToTheirEnd() throws Exception {
    try (Socket socket = connected(10_000_000, LONG)) {
      BufferedReader in = reader(socket);
      for (int request = 0; request < 2; request++) {
        send(socket, head("Transfer-Encoding: chunked"));
        assertEquals("HTTP/1.1 413 Payload Too Large no", answer(in));
        send(socket, ("186A0\r\n" + "x".repeat(100_000) + "\r\n").repeat(30) + "0\r\n\r\n");
      }
    }
  }

  /** Neither for a body that does not come, nor for one that is longer than is thrown away. */
  @ParameterizedTest
  @CsvSource({"10000000, 100, 9000000", "1000, 30000, 1001"})
  void nobodyLingersForLong(long mostBytes, long millis, long length) throws Exception {
    try (Socket socket = connected(mostBytes, Duration.ofMillis(millis))) {
      BufferedReader in = reader(socket);
      send(socket, head("Content-Length: " + length) + "x");
      assertEquals("HTTP/1.1 413 Payload Too Large no", answer(in));
      assertEquals(-1, in.read(), "it is closed");
    }
  }

  @Test
  void endlessChunksAreCutOff() throws Exception {
    try (Socket socket = connected(100_000, LONG)) {
      BufferedReader in = reader(socket);
      send(socket, head("Transfer-Encoding: chunked"));
      assertEquals("HTTP/1.1 413 Payload Too Large no", answer(in));
      int sent = 0;
      try {
        for (; sent < 10_000; sent++) {
          send(socket, "2710\r\n" + "x".repeat(10_000) + "\r\n");
        }
      } catch (IOException cutOff) {
        // the connection is gone, as it should be
      }
      assertTrue(sent < 10_000, "sent " + sent + " chunks");
    }
  }
}
