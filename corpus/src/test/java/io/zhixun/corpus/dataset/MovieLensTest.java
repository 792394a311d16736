package io.zhixun.corpus.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.corpus.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovieLensTest {
  @TempDir private Path folder;

  @Test
  void filmsPeopleAndRatingsAreReadInOrderOfTime() throws IOException {
    write(
        "u.item",
        "543|Misérables, Les (1995)|01-Jan-1995||http://x|0|0|0|0|0|0|0|0|1|0|0|0|1|0|0|0|0|0|0\n543|short\n");
    write("u.user", "7|16|F|student|55436\n8|65|M|retired|00000\n");
    write("u.data", "7\t543\t4\t900\n8\t543\t1\t800\n8\t543\t9\t800\n");

    Collected read = Collected.of(Dataset.Source.MOVIELENS.open(List.of(folder))).keepsTheRules();

    Item film = read.item("543");
    assertEquals("Misérables, Les (1995)", film.text().title());
    assertEquals(List.of("Drama", "Musical"), film.text().tags());
    assertEquals(Optional.of(Instant.parse("1995-01-01T00:00:00Z")), film.dates().published());
    UserProfile student = read.profiles().getFirst();
    assertEquals(Optional.of("0-17"), student.ageBand());
    assertEquals(Optional.of("f"), student.gender());
    assertEquals(true, student.minor());
    assertEquals(Optional.of("65+"), read.profiles().getLast().ageBand());
    assertEquals(
        List.of("movielens-8-543", "movielens-7-543"),
        read.events().stream().map(Event::id).toList());
    assertEquals(Instant.ofEpochSecond(800), read.events().getFirst().at());
    assertEquals(2, read.problems().size());
  }

  @ParameterizedTest
  @CsvSource({"17,0-17", "18,18-24", "24,18-24", "25,25-34", "34,25-34", "35,35-44", "64,55-64"})
  void agesFallIntoBands(int age, String band) {
    assertEquals(band, MovieLens.ageBand(age));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1\t2\t3",
        "1\t2\t3\t4\t5",
        "-1\t2\t3\t4",
        "1\t99999999999\t3\t4",
        "1\t2\t0\t4",
        "1\t2\t5.5\t4",
        "1\t2\tNaN\t4",
        "1\t2\t3\tx"
      })
  void aFileThatHoldsNoRatingsIsRefusedWithTheLine(String text) throws IOException {
    Path file = write("bad", text);

    CorpusFileException failure =
        assertThrows(CorpusFileException.class, () -> MovieLensFile.read(file));

    assertEquals(CorpusFileException.Code.WRONG_CONTENT, failure.code());
  }

  @Test
  void thePublishedDataIsReadWhole() {
    Path published = SharedData.path("recommendation/ml-100k");

    Collected read =
        Collected.of(Dataset.Source.MOVIELENS.open(List.of(published))).keepsTheRules();

    assertEquals(List.of(), read.problems());
    assertEquals(1_682, read.items().size());
    assertEquals(943, read.profiles().size());
    assertEquals(100_000, read.events().size());
    assertEquals(80_000, MovieLensFile.read(published.resolve("u1.base")).size());
  }

  private Path write(String file, String text) throws IOException {
    return Files.writeString(folder.resolve(file), text, StandardCharsets.ISO_8859_1);
  }
}
