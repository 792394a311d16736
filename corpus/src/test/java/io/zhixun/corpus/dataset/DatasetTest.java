package io.zhixun.corpus.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.dataset.Dataset.Source;
import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.corpus.jsonl.EventJson;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.corpus.jsonl.JsonlWriter;
import io.zhixun.corpus.jsonl.ProfileJson;
import io.zhixun.corpus.testing.RandomValues;
import io.zhixun.corpus.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {
  @TempDir private Path folder;

  @Test
  void anExportOfEverythingInOneFileComesBackEqual() {
    long seed = Seeds.next();
    RandomValues values = new RandomValues(new Random(seed));
    List<Item> items = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    List<UserProfile> profiles = new ArrayList<>();
    try (JsonlWriter out = JsonlWriter.create(folder.resolve("export.jsonl"))) {
      for (int i = 0; i < 50; i++) {
        items.add(values.item());
        events.add(values.event());
        profiles.add(values.profile());
        out.write(ItemJson.write(items.getLast()))
            .write(EventJson.write(events.getLast()))
            .write(ProfileJson.write(profiles.getLast()));
      }
    }

    List<String> problems = new ArrayList<>();
    Corpus corpus =
        Source.JSONL.open(List.of(folder)).corpus(problem -> problems.add(problem.message()));

    assertEquals(List.of(), problems, () -> "-Dzhixun.seed=" + seed);
    assertEquals(Corpus.of(items, events, profiles), corpus, () -> "-Dzhixun.seed=" + seed);
  }

  @Test
  void aFileIsRecognisedByItsFirstLine() throws IOException {
    Path ours = write("\ufeff\n{\"id\":\"a\",\"format\":\"EBOOK\",\"title\":\"t\"}\n");
    assertEquals(1, Collected.of(Dataset.catalogue(ours)).items().size());

    Path events =
        write(
            "{\"event\":\"search\",\"id\":\"e\",\"timestamp\":\"2026-11-24T10:00:00Z\",\"user\":\"u\",\"query\":\"a\"}");
    assertEquals(1, Collected.of(Dataset.interactions(events)).events().size());

    Path pairs = folder.resolve("pairs.tsv");
    Files.writeString(pairs, "u1\tc1\n");
    assertEquals(1, Collected.of(Dataset.interactions(pairs)).events().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "[]", "{\"a\":1}", "a b c", "{"})
  void whatIsNoneOfTheKnownShapesIsRefused(String text) throws IOException {
    Path file = write(text);

    assertEquals(
        CorpusFileException.Code.WRONG_CONTENT,
        assertThrows(CorpusFileException.class, () -> Dataset.catalogue(file)).code());
    assertEquals(
        CorpusFileException.Code.WRONG_CONTENT,
        assertThrows(CorpusFileException.class, () -> Dataset.interactions(file)).code());
  }

  @ParameterizedTest
  @EnumSource
  void anAbsentPathAndAnEmptyFolderAreRefusedAtOnce(Source source) {
    List<Path> absent = List.of(folder.resolve("absent"));
    List<Path> empty = List.of(folder);

    assertEquals(
        CorpusFileException.Code.NO_SUCH_FILE,
        assertThrows(CorpusFileException.class, () -> source.open(absent)).code());
    assertEquals(
        CorpusFileException.Code.WRONG_CONTENT,
        assertThrows(CorpusFileException.class, () -> source.open(empty)).code());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("file.jsonl"), text);
  }
}
