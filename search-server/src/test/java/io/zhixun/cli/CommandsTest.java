package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as somebody at a terminal meets them: exit codes, and one clear message. */
class CommandsTest {
  @TempDir private Path folder;

  private String data() {
    return folder.resolve("data").toString();
  }

  private Path catalogue() throws IOException {
    return Files.writeString(
        folder.resolve("catalogue.jsonl"),
        """
        {"id":"a","format":"COURSE","title":"机器学习入门"}
        {"id":"b","format":"COURSE","title":"Python 入门","rating":9}
        {"id":"a","format":"COURSE","title":"又一个"}
        {"id":"c","format":"EBOOK","title":"财报"
        {"id":"d","format":"EBOOK","title":"三张表看懂公司"}
        """);
  }

  @Test
  void badLinesAreNamedAndLeftOut() throws IOException {
    Ran ran = Ran.of("import", "jsonl", catalogue().toString(), "--data", data(), "--json");

    assertEquals(0, ran.exit(), ran.err());
    assertEquals(2, ran.json().path("accepted").asInt());
    assertEquals(3, ran.json().path("problems").asInt());
    assertTrue(ran.err().contains("catalogue.jsonl:2: OUT_OF_RANGE /rating"), ran.err());
    assertTrue(ran.err().contains("catalogue.jsonl:3: DUPLICATE /id"), ran.err());
    assertTrue(ran.err().contains("catalogue.jsonl:4: NOT_JSON"), ran.err());
  }

  @Test
  void strictAcceptsNothingWhenALineIsBad() throws IOException {
    Ran ran = Ran.of("import", "jsonl", catalogue().toString(), "--data", data(), "--strict");

    assertEquals(1, ran.exit());
    Ran export = Ran.of("export", folder.resolve("out").toString(), "--data", data(), "--json");
    assertEquals(0, export.json().path("items").asInt());
  }

  @Test
  void wrongUsageIsTwoAndSaysHow() {
    assertEquals(2, Ran.of("import", "jsonl").exit());
    assertEquals(2, Ran.of("no-such-command").exit());
    assertEquals(2, Ran.of().exit());
    assertEquals(0, Ran.of("--help").exit());
  }

  @Test
  void anUnknownSettingsKeyNamesTheNearestOne() throws IOException {
    Path settings = Files.writeString(folder.resolve("bad.yaml"), "server:\n  prot: 1\n");

    Ran ran = Ran.of("key", "list", "--data", data(), "--settings", settings.toString());

    assertEquals(1, ran.exit());
    assertTrue(ran.err().contains("bad.yaml:2"), ran.err());
    assertTrue(ran.err().contains("port"), ran.err());
    assertFalse(ran.err().contains("\tat "), "no stack trace: " + ran.err());
  }

  @Test
  void buildListVerifyAndRollBack() throws IOException {
    Ran.of("import", "jsonl", catalogue().toString(), "--data", data());

    Ran first = Ran.of("index", "build", "--data", data(), "--json");
    Ran second = Ran.of("index", "build", "--data", data(), "--json");
    Ran verified = Ran.of("index", "verify", "--data", data(), "--json");
    Ran rolledBack = Ran.of("index", "rollback", "--data", data(), "--json");

    assertEquals(0, first.exit(), first.err());
    assertEquals(2, first.json().path("counts").path("items").asInt());
    assertTrue(verified.json().path("good").asBoolean());
    assertEquals(first.json().path("snapshot"), rolledBack.json().path("snapshot"));
    Ran list = Ran.of("index", "list", "--data", data(), "--json");
    assertEquals(2, list.json().path("snapshots").size());
    assertFalse(second.json().path("snapshot").equals(first.json().path("snapshot")));
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Ran.of("import", "jsonl", catalogue().toString(), "--data", data());
    String id =
        Ran.of("index", "build", "--data", data(), "--json").json().path("snapshot").asText();
    Path victim;
    try (Stream<Path> files = Files.walk(Path.of(data(), "snapshots", id, "learned"))) {
      victim = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(victim);
    bytes[bytes.length / 2] ^= 1;
    victim.toFile().setWritable(true);
    Files.write(victim, bytes);

    Ran verified = Ran.of("index", "verify", "--data", data());

    assertEquals(1, verified.exit());
    assertTrue(verified.out().contains(victim.getFileName().toString()), verified.out());
  }

  @Test
  void keysAreShownOnceListedAndRevoked() {
    Ran created =
        Ran.of("key", "create", "--role", "reader", "--name", "site", "--data", data(), "--json");
    String id = created.json().path("id").asText();

    Ran listed = Ran.of("key", "list", "--data", data());

    assertTrue(listed.out().contains(id), listed.out());
    String secret = created.json().path("key").asText().substring(id.length() + 1);
    assertFalse(listed.out().contains(secret));
    assertEquals(0, Ran.of("key", "revoke", id, "--data", data()).exit());
    assertEquals(1, Ran.of("key", "revoke", id, "--data", data()).exit());
  }

  @Test
  void servingNeedsDataAndAnAdminKey() throws IOException {
    Ran nothing = Ran.of("serve", "--data", data(), "--port", "0");
    Ran.of("import", "jsonl", catalogue().toString(), "--data", data());
    Ran noKey = Ran.of("serve", "--data", data(), "--port", "0");

    assertEquals(1, nothing.exit());
    assertTrue(nothing.err().contains("does not exist"), nothing.err());
    assertEquals(1, noKey.exit());
    assertTrue(noKey.err().contains("key create --role admin"), noKey.err());
  }

  @Test
  void aPortInUseIsSaid() throws IOException {
    Ran.of("import", "jsonl", catalogue().toString(), "--data", data());
    Ran.of("key", "create", "--role", "admin", "--data", data());
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Ran ran = Ran.of("serve", "--data", data(), "--port", port);

      assertEquals(1, ran.exit());
      assertTrue(ran.err().contains(port), ran.err());
      assertFalse(ran.err().contains("\tat "), "no stack trace: " + ran.err());
    }
  }

  @Test
  void evaluateSaysWhatIsWrongWithAFile() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    Path words = Files.writeString(folder.resolve("words.txt"), "0 eins zwei\n");

    for (Path file : List.of(empty, words, folder.resolve("missing.txt"))) {
      Ran ran =
          Ran.of(
              "evaluate", "recommendation", "--train", file.toString(), "--test", file.toString());

      assertEquals(1, ran.exit(), file.toString());
      assertTrue(ran.err().contains(file.getFileName().toString()), ran.err());
      assertFalse(ran.err().contains("\tat "), "no stack trace: " + ran.err());
    }
  }
}
