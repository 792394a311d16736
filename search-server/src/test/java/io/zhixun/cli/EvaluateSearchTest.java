package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateSearchTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeTexts() throws IOException {
    Files.writeString(folder.resolve("corpus"), "p1\t苹果树的修剪\np2\t失眠的自我调节\n");
    Files.writeString(folder.resolve("queries"), "q1\t苹果\n");
    Files.writeString(folder.resolve("qrels"), "q1 0 p1 1\n");
  }

  private Ran search(String... more) {
    Stream<String> given =
        Stream.of(
            "evaluate",
            "search",
            "--corpus",
            folder.resolve("corpus").toString(),
            "--queries",
            folder.resolve("queries").toString(),
            "--qrels",
            folder.resolve("qrels").toString());
    return Ran.of(Stream.concat(given, Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void theMeasuresOfTheAskedQueriesAreOneObject() {
    for (String mode : new String[] {"lexical", "hybrid"}) {
      Ran ran = search("--mode", mode);

      assertEquals(1, ran.json().path("queries").asInt(), ran.err());
      assertEquals(1, ran.json().at("/metrics/ndcg@10").asDouble(), ran.out());
    }
  }

  @Test
  void whatWordsFindIsNeverGivenOutAsWhatMeaningFinds() {
    String off = "text.enabled=false";

    assertTrue(search("--mode", "hybrid", "--set", off).refuses("text.enabled is false"));
    assertTrue(search("--mode", "semantic", "--set", off).refuses("--mode lexical"));
    assertEquals(0, search("--mode", "lexical", "--set", off).exit());
  }
}
