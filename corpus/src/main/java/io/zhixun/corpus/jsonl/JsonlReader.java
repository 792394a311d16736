package io.zhixun.corpus.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.EventCheck;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.Problem;
import io.zhixun.corpus.check.Problem.Code;
import io.zhixun.corpus.check.ProfileCheck;
import io.zhixun.corpus.check.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads files of JSON lines to their end, whatever is wrong with some of the lines.
 *
 * <p>Strict UTF-8; blank lines are skipped; a line over {@link TextLines#MAX_LINE_BYTES} is refused
 * without being held in memory. An id that was seen before, in this file or in one that the same
 * reader read earlier, is a problem that names its first place. Memory grows with the number of
 * ids, not with the file. For one thread.
 */
public final class JsonlReader<T> {
  private static final int MAX_SHOWN_VALUE = 200;

  private final Function<JsonNode, Checked<T>> check;
  private final Function<T, String> id;
  private final Map<String, Place> seen = new HashMap<>();

  /**
   * @param check the rules of a line
   * @param id what must be there only once
   */
  public JsonlReader(Function<JsonNode, Checked<T>> check, Function<T, String> id) {
    this.check = check;
    this.id = id;
  }

  public static JsonlReader<Item> items() {
    return new JsonlReader<>(ItemCheck::read, item -> item.id().value());
  }

  public static JsonlReader<Event> events() {
    return new JsonlReader<>(EventCheck::read, Event::id);
  }

  public static JsonlReader<UserProfile> profiles() {
    return new JsonlReader<>(ProfileCheck::read, profile -> profile.id().value());
  }

  /**
   * What became of the lines of one file.
   *
   * @param lines that were not blank: {@code accepted + refused}
   * @param problems at least one for each refused line
   */
  public record Counts(long lines, long accepted, long refused, long problems) {}

  private record Place(String file, long line) {}

  /**
   * Reads one file.
   *
   * @throws CorpusFileException when it cannot be read
   */
  public Counts read(Path file, Consumer<T> values, Consumer<LineProblem> problems) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), values, problems);
    } catch (IOException e) {
      throw CorpusFileException.reading(file.toString(), e);
    }
  }

  /**
   * Reads a stream to its end and leaves it open.
   *
   * @param name of the source in messages
   */
  public Counts read(
      InputStream in, String name, Consumer<T> values, Consumer<LineProblem> problems)
      throws IOException {
    Pass pass = new Pass(name, values, problems);
    TextLines.read(in, name, StandardCharsets.UTF_8, pass::line, pass::unreadable);
    return new Counts(pass.accepted + pass.refused, pass.accepted, pass.refused, pass.found);
  }

  /** One reading of one source. */
  private final class Pass {
    private final String file;
    private final Consumer<T> values;
    private final Consumer<LineProblem> problems;
    private long accepted;
    private long refused;
    private long found;

    Pass(String file, Consumer<T> values, Consumer<LineProblem> problems) {
      this.file = file;
      this.values = values;
      this.problems = problems;
    }

    void line(long number, String text) {
      if (text.isBlank()) {
        return;
      }
      Checked<JsonNode> json = StrictJson.read(text);
      switch (json.then(check).then(value -> once(number, value))) {
        case Checked.Valid<T>(T value) -> {
          accepted++;
          values.accept(value);
        }
        case Checked.Invalid<T>(List<Problem> found) -> refuse(number, text, json.valid(), found);
      }
    }

    void unreadable(LineProblem problem) {
      refused++;
      found++;
      problems.accept(problem);
    }

    private Checked<T> once(long number, T value) {
      String key = id.apply(value);
      Place first = seen.putIfAbsent(key, new Place(file, number));
      if (first == null) {
        return new Checked.Valid<>(value);
      }
      String where =
          first.file.equals(file) ? "line " + first.line : first.file + " line " + first.line;
      String detail = "id must occur once, got it in " + where + " already";
      return new Checked.Invalid<>(List.of(new Problem("/id", Code.DUPLICATE, detail)));
    }

    private void refuse(
        long number, String text, Optional<JsonNode> json, List<Problem> whatIsWrong) {
      refused++;
      for (Problem problem : whatIsWrong) {
        found++;
        String value = json.map(node -> valueAt(node, problem.pointer())).orElse(shorten(text));
        problems.accept(new LineProblem(file, number, value, problem));
      }
    }
  }

  private static String valueAt(JsonNode node, String pointer) {
    JsonNode value = node.at(pointer);
    return value.isMissingNode() ? "" : shorten(value.toString());
  }

  private static String shorten(String text) {
    if (text.length() <= MAX_SHOWN_VALUE) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_SHOWN_VALUE - 1));
    return text.substring(0, MAX_SHOWN_VALUE - (splitsPair ? 1 : 0)) + "…";
  }
}
