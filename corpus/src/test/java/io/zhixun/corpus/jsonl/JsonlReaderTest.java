package io.zhixun.corpus.jsonl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.check.Problem.Code;
import io.zhixun.corpus.jsonl.JsonlReader.Counts;
import io.zhixun.corpus.testing.RandomValues;
import io.zhixun.corpus.testing.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonlReaderTest {
  private final List<Item> items = new ArrayList<>();
  private final List<LineProblem> problems = new ArrayList<>();

  @Test
  void readingGoesOnAfterBadLinesAndSaysWhereTheyAre() throws IOException {
    Counts counts =
        read(
            good("a")
                + "\r\n\n   \n{\"id\":\"b\",\"format\":\"EBOOK\",\"title\":\"t\",\"rating\":9,\"autors\":[]}\nnot json\n"
                + good("c"));

    assertEquals(new Counts(4, 2, 2, 3), counts);
    assertEquals(List.of("a", "c"), items.stream().map(item -> item.id().value()).toList());
    assertEquals(
        List.of(
            "f.jsonl:4: OUT_OF_RANGE /rating: rating must be 1..5, got 9",
            "f.jsonl:4: UNKNOWN_FIELD /autors: unknown field autors: did you mean authors?"),
        problems.stream().limit(2).map(LineProblem::message).toList());
    assertEquals("9", problems.getFirst().value());
    assertEquals(5, problems.getLast().line());
    assertEquals(Code.NOT_JSON, problems.getLast().problem().code());
    assertEquals("not json", problems.getLast().value());
  }

  @Test
  void brokenUtf8SpoilsItsOwnLineOnly() throws IOException {
    byte[] bytes =
        (good("a") + "\n" + good("@") + "\n" + good("c")).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '@') {
        bytes[i] = (byte) 0xFF;
      }
    }

    read(new ByteArrayInputStream(bytes));

    assertEquals(2, items.size());
    assertEquals(2, problems.getFirst().line());
    assertEquals(Code.BAD_TEXT, problems.getFirst().problem().code());
  }

  @Test
  void theSecondUseOfAnIdNamesTheFirst() throws IOException {
    JsonlReader<Item> reader = JsonlReader.items();
    reader.read(stream(good("a") + "\n" + good("a")), "f.jsonl", items::add, problems::add);
    reader.read(stream(good("a")), "g.jsonl", items::add, problems::add);

    assertEquals(1, items.size());
    assertEquals(
        List.of(
            "id must occur once, got it in line 1 already",
            "id must occur once, got it in f.jsonl line 1 already"),
        problems.stream().map(problem -> problem.problem().detail()).toList());
  }

  @Test
  void aBadLineDoesNotReserveItsId() throws IOException {
    read("{\"id\":\"a\",\"format\":\"EBOOK\"}\n" + good("a"));

    assertEquals(1, items.size());
    assertEquals(1, problems.size());
  }

  @Test
  void aByteOrderMarkBeforeTheFirstLineIsNotPartOfIt() throws IOException {
    read("\ufeff" + good("a"));

    assertEquals(List.of(), problems);
    assertEquals(1, items.size());
  }

  @Test
  void aLineMayHaveAMillionBytesAndNotOneMore() throws IOException {
    String filler = good("a");
    String most = filler + " ".repeat(TextLines.MAX_LINE_BYTES - filler.length());

    read(most.replace("\"a\"", "\"b\"") + " \n" + most + "\n" + good("c"));

    assertEquals(List.of("a", "c"), items.stream().map(item -> item.id().value()).toList());
    assertEquals(
        "a line must have at most 1000000 bytes, got 1000001",
        problems.getFirst().problem().detail());
  }

  @Test
  void aLineOfAGigabyteIsRefusedWithoutBeingHeld() throws IOException {
    long gigabyte = 1L << 30;
    read(new Endless(gigabyte));

    assertEquals(1, problems.size());
    assertEquals(Code.TOO_LONG, problems.getFirst().problem().code());
    assertTrue(problems.getFirst().problem().detail().endsWith("got " + gigabyte));
  }

  @Test
  void whatTheWriterWritesTheReaderReads(@TempDir Path folder) throws IOException {
    long seed = Seeds.next();
    RandomValues values = new RandomValues(new Random(seed));
    List<Item> written = Stream.generate(values::item).limit(200).toList();
    Path file = folder.resolve("items.jsonl");
    try (JsonlWriter out = JsonlWriter.create(file)) {
      written.forEach(item -> out.write(ItemJson.write(item)));
    }

    JsonlReader.items().read(file, items::add, problems::add);

    assertEquals(List.of(), problems, () -> "-Dzhixun.seed=" + seed);
    assertEquals(written, items, () -> "-Dzhixun.seed=" + seed);
  }

  @Test
  void aFileThatIsNotThereIsAFailureOfTheWholeReading(@TempDir Path folder) {
    CorpusFileException failure =
        assertThrows(
            CorpusFileException.class,
            () -> JsonlReader.items().read(folder.resolve("none"), items::add, problems::add));

    assertEquals(CorpusFileException.Code.NO_SUCH_FILE, failure.code());
  }

  private static String good(String id) {
    return "{\"id\":\"" + id + "\",\"format\":\"EBOOK\",\"title\":\"t\"}";
  }

  private Counts read(String text) throws IOException {
    return read(stream(text));
  }

  private Counts read(InputStream in) throws IOException {
    return JsonlReader.items().read(in, "f.jsonl", items::add, problems::add);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** So many bytes without a line end, in uneven pieces. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      int count = (int) Math.min(left, Math.min(length, 60_001));
      Arrays.fill(target, from, from + count, (byte) 'x');
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
