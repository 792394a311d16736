package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Titles of which each is the beginning of another one that the learners' tag is on. */
class EvaluateTitlesTest {
  private static final String[] SUBJECTS = {"天文", "园艺", "会计", "书法", "航海", "烘焙"};

  @TempDir private Path folder;
  private String catalogue;
  private String queries;

  @BeforeEach
  void writeBooks() throws IOException {
    StringBuilder items = new StringBuilder();
    StringBuilder asked = new StringBuilder();
    for (int book = 0; book < 60; book++) {
      String title = SUBJECTS[book % 6] + "第" + (100 + book) + "讲";
      items.append(line("plain-" + book, title, "冷门"));
      items.append(line("tagged-" + book, title + "：" + title, "热门"));
      asked.append("whole\t").append(title).append("\tplain-").append(book).append('\n');
    }
    catalogue = Files.writeString(folder.resolve("catalogue.jsonl"), items).toString();
    queries = Files.writeString(folder.resolve("queries.tsv"), asked).toString();
  }

  private static String line(String id, String title, String tag) {
    return """
    {"id":"%s","format":"EBOOK","title":"%s","tags":["%s"]}
    """
        .formatted(id, title, tag);
  }

  private Ran titles(String... more) {
    return Ran.of(
        Stream.concat(
                Stream.of("evaluate", "titles", "--catalogue", catalogue, "--queries", queries),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void noTasteOfALearnerPutsAnotherTitleFirst() {
    JsonNode nobody = titles().json();
    JsonNode learners = titles("--learners", "20").json();

    assertEquals(1, nobody.at("/metrics/whole/success@1").asDouble());
    assertEquals(nobody.path("metrics"), learners.path("metrics"));
  }

  @Test
  void absurdInputIsNamedAndLeavesNoFolderBehind() throws IOException {
    long before = leftBehind();

    assertTrue(titles("--learners", "-1").refuses("--learners must be 0..1000, got -1"));
    Files.writeString(folder.resolve("queries.tsv"), "whole\t天文\tno-such-book\n");
    assertTrue(titles().refuses("no-such-book"));
    assertEquals(1, titles("--set", "recipe.memoryBytes=1", "--learners", "2").exit());

    assertEquals(before, leftBehind());
  }

  private static long leftBehind() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("zhixun-evaluate"))
          .count();
    }
  }
}
