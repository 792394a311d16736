package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixun.corpus.sample.BehaviourSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExportRecommendationsTest {
  @TempDir private Path folder;

  @Test
  void aLineForEachLearnerKnownOrNot() throws IOException {
    Path data = folder.resolve("data");
    Demo.start(data, 0, new BehaviourSettings(20, 2.2, 100, 7), InstantSource.fixed(Platform.NOW))
        .close();
    Path users = Files.writeString(folder.resolve("users"), "u-linxia\n\nu-stranger\n");
    Path out = folder.resolve("out.jsonl");

    int exit =
        run(
            "export",
            "recommendations",
            "--data",
            data.toString(),
            "--users",
            users.toString(),
            "--size",
            "5",
            "--out",
            out.toString());

    assertEquals(0, exit);
    List<String> lines = Files.readAllLines(out);
    assertEquals(2, lines.size());
    JsonNode known = new JsonMapper().readTree(lines.getFirst());
    JsonNode stranger = new JsonMapper().readTree(lines.getLast());
    assertEquals("u-linxia", known.path("user").asText());
    assertEquals(5, known.path("items").size());
    assertTrue(known.path("personalised").asBoolean());
    assertEquals(5, stranger.path("items").size());
    assertEquals(false, stranger.path("personalised").asBoolean());
  }

  @Test
  void aBadIdIsNamedWithItsLineAndAFolderIsStillNeededToExportAll() throws IOException {
    Path users = Files.writeString(folder.resolve("users"), "u-1\na b\n");
    String data = folder.resolve("data").toString();

    assertEquals(1, run("export", "recommendations", "--data", data, "--users", users.toString()));
    assertEquals(2, run("export", "--data", data));
  }

  private static int run(String... arguments) {
    CommandLine command = Main.commandLine();
    StringWriter ignored = new StringWriter();
    command.setOut(new PrintWriter(ignored, true)).setErr(new PrintWriter(ignored, true));
    return command.execute(arguments);
  }
}
