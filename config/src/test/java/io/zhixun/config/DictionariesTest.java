package io.zhixun.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.config.SettingsException.Code;
import io.zhixun.config.SettingsException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionariesTest {
  @TempDir private Path folder;

  @Test
  void theShippedListsAreWholeAndFreeOfProblems() {
    Dictionaries shipped = Dictionaries.shipped();

    assertTrue(shipped.domainWords().size() >= 150, "domain words");
    assertTrue(shipped.synonyms().size() >= 60, "synonyms");
    assertTrue(shipped.domainWords().containsAll(List.of("机器学习", "C++", ".NET", "C#")));
    assertTrue(shipped.questionWords().containsAll(List.of("什么", "怎么", "如何", "哪些", "为什么")));
    assertTrue(
        shipped.synonyms().contains(SynonymRule.parse("here", "机器学习, ML, machine learning")));
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    Dictionaries shipped = Dictionaries.shipped();

    shipped.write(folder);

    assertEquals(shipped, Dictionaries.read(folder));
  }

  @Test
  void linesAreTrimmedAndCommentsLeftOut() throws IOException {
    write("domain-words.txt", "# all\n\n  机器学习  # as in ML\r\nC#\nF# # a language\n");
    write("synonyms.txt", "a ， b\nk8s => kubernetes, 容器编排\n");

    Dictionaries read = Dictionaries.read(folder);

    assertEquals(List.of("机器学习", "C#", "F#"), read.domainWords());
    assertEquals(
        List.of(
            new SynonymRule(List.of("a", "b"), List.of("a", "b")),
            new SynonymRule(List.of("k8s"), List.of("kubernetes", "容器编排"))),
        read.synonyms());
    assertTrue(read.synonyms().get(0).isMutual());
    assertEquals("k8s => kubernetes, 容器编排", read.synonyms().get(1).line());
  }

  @Test
  void allProblemsAreNamedWithFileAndLine() throws IOException {
    write("domain-words.txt", "Python\nx, y\npython\n" + "长".repeat(65) + "\n");
    write("synonyms.txt", "alone\na, , b\na, A\nb => c => d\ne, f\ng, E\n=> h\n");

    List<Problem> problems =
        assertThrows(SettingsException.class, () -> Dictionaries.read(folder)).problems();

    assertEquals(
        List.of(
            "domain-words.txt:2 BAD_ENTRY",
            "domain-words.txt:3 DUPLICATE_ENTRY",
            "domain-words.txt:4 BAD_ENTRY",
            "synonyms.txt:1 BAD_ENTRY",
            "synonyms.txt:2 BAD_ENTRY",
            "synonyms.txt:3 DUPLICATE_ENTRY",
            "synonyms.txt:4 BAD_ENTRY",
            "synonyms.txt:6 DUPLICATE_ENTRY",
            "synonyms.txt:7 BAD_ENTRY"),
        problems.stream().map(p -> Path.of(p.where()).getFileName() + " " + p.code()).toList());
    assertTrue(
        problems.get(1).detail().endsWith("domain-words.txt:1 already"), problems.get(1).detail());
  }

  @Test
  void aMissingFileIsNamed() {
    Dictionaries.EMPTY.write(folder);
    folder.resolve("stop-words.txt").toFile().delete();

    SettingsException thrown =
        assertThrows(SettingsException.class, () -> Dictionaries.read(folder));

    assertEquals(Code.UNREADABLE, thrown.code());
    assertTrue(thrown.getMessage().contains("stop-words.txt: does not exist"));
  }

  @Test
  void shippedSettingsCanBeRead() {
    SettingsFile shipped = SettingsFile.shipped();

    assertTrue(
        shipped.origin("server.port") instanceof Origin.InFile(String file, int line)
            && file.equals("shipped zhixun.yaml")
            && line > 1);
  }

  private void write(String name, String text) throws IOException {
    if (!Files.exists(folder.resolve("stop-words.txt"))) {
      Dictionaries.EMPTY.write(folder);
    }
    Files.writeString(folder.resolve(name), text);
  }
}
