package io.zhixun.corpus.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.corpus.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightGcnTest {
  @TempDir private Path folder;

  @Test
  void aFileIsReadAsItStands() throws IOException {
    LightGcnFile file = LightGcnFile.read(write("f", "3 9 9 2\r\n\n 0\t5  6 \n7\n3 1"));

    assertEquals(4, file.size());
    assertEquals(6, file.pairs());
    assertEquals(3, file.user(0));
    assertEquals(List.of(9, 9, 2), file.items(0).boxed().toList());
    assertEquals(List.of(5, 6), file.items(1).boxed().toList());
    assertEquals(List.of(), file.items(2).boxed().toList());
    assertEquals(3, file.user(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 1 x          | line 1: item 2 must be a whole number 0..2147483647, got x
          -1 1           | line 1: user must be a whole number 0..2147483647, got -1
          0 2147483648   | line 1: item 1 must be a whole number 0..2147483647, got 2147483648
          0 99999999999999999999999 | line 1: item 1 must be a whole number 0..2147483647, got 99999999999999999999…
          0 1.0          | line 1: item 1 must be a whole number 0..2147483647, got 1.0
          0 课            | line 1: a line must be valid US-ASCII, got other bytes
          ''             | must hold a user and its items on each line, got no line
          """)
  void aBadFileIsRefusedWithTheLineAndTheToken(String text, String rule) throws IOException {
    Path file = write("bad", text);

    CorpusFileException failure =
        assertThrows(CorpusFileException.class, () -> LightGcnFile.read(file));

    assertEquals(CorpusFileException.Code.WRONG_CONTENT, failure.code());
    assertEquals(file + " " + rule, failure.getMessage());
  }

  @Test
  void trainAndTestBecomeOneCorpusInWhichAPairCountsOnce() throws IOException {
    write("train.txt", "0 5 6 5\n1 6\noops\n");
    write("test.txt", "0 6 7\n");

    Collected read = Collected.of(Dataset.Source.LIGHTGCN.open(List.of(folder))).keepsTheRules();

    assertEquals(List.of("5", "6", "7"), read.items().stream().map(i -> i.text().title()).toList());
    assertEquals(
        List.of("0:5", "0:6", "1:6", "0:7"),
        read.events().stream()
            .map(event -> event.user().orElseThrow() + ":" + event.items().getFirst())
            .toList());
    assertTrue(read.events().getFirst().at().isBefore(read.events().get(1).at()));
    assertEquals(1, read.problems().size());
    assertEquals(3, read.problems().getFirst().line());
  }

  @Test
  void aPublishedTestSplitIsReadWhole() {
    Path published = SharedData.path("recommendation/gowalla/test.txt");

    LightGcnFile file = LightGcnFile.read(published);
    Collected read = Collected.of(Dataset.Source.LIGHTGCN.open(List.of(published)));

    assertEquals(29_858, file.size());
    assertEquals(217_242, file.pairs());
    assertEquals(217_242, read.events().size());
    assertEquals(217_242, read.events().stream().map(Event::id).distinct().count());
  }

  private Path write(String file, String text) throws IOException {
    return Files.writeString(folder.resolve(file), text);
  }
}
