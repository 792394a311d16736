package io.zhixun.endtoend.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixun.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code zhixun serve} in a process of its own. */
final class ServingProcess implements AutoCloseable {
  private static final String READY = "zhixun is ready: ";
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final String address;
  private final String key;

  private ServingProcess(Process process, String address, String key) {
    this.process = process;
    this.address = address;
    this.key = key;
  }

  /**
   * What a data folder is used with.
   *
   * @param log what processes say is appended there
   */
  record Place(Path data, String url, Path log) {
    private ProcessBuilder process(List<String> arguments) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "--enable-native-access=ALL-UNNAMED",
              "--add-modules=jdk.incubator.vector",
              "-Xmx384m",
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-cp",
              System.getProperty("java.class.path"),
              Main.class.getName()));
      command.addAll(arguments);
      command.addAll(List.of("--data", data.toString(), "--set", "store.url=" + url));
      command.addAll(List.of("--set", "text.enabled=false"));
      return new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** Runs a command to its end. */
    String run(String... arguments) throws IOException, InterruptedException {
      Process process = process(List.of(arguments)).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(
            String.join(" ", arguments) + " failed: " + out + Files.readString(log));
      }
      return out;
    }
  }

  /** Returns when it is ready; callers carry the key. */
  static ServingProcess start(Place place, String key) throws IOException {
    Process process =
        place
            .process(List.of("serve", "--port", "0"))
            .redirectError(ProcessBuilder.Redirect.PIPE)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        Thread.ofVirtual().start(() -> drain(lines, place.log()));
        return new ServingProcess(process, line.substring(READY.length()), key);
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("a start was refused:\n" + said);
  }

  private static void drain(BufferedReader lines, Path log) {
    try (lines) {
      Files.write(log, lines.lines().toList());
    } catch (IOException | java.io.UncheckedIOException ended) {
      // So has the process.
    }
  }

  /** What came back. */
  record Answer(int status, Optional<String> retryAfter, String body) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError("no JSON: " + body, e);
      }
    }

    long seq() {
      return json().path("seq").asLong();
    }
  }

  /** The same server, called with another key. */
  ServingProcess withKey(String other) {
    return new ServingProcess(process, address, other);
  }

  /** Where it answers, without a slash at the end. */
  String address() {
    return address;
  }

  Answer get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  Answer send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .timeout(PATIENCE);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(), answer.headers().firstValue("Retry-After"), answer.body());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** SIGKILL, to this process alone. */
  @Override
  public void close() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }
}
