package io.zhixun.corpus.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Limits;
import io.zhixun.corpus.check.ProfileCheck;
import io.zhixun.corpus.check.TextRule;
import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.corpus.jsonl.JsonlReader;
import io.zhixun.corpus.jsonl.TextLines;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The files of the sample, which are bundled as resources beside this class: {@code
 * catalogue.jsonl}, {@code personas.jsonl} and {@code queries.tsv} ({@code id⇥text⇥kind}). They are
 * ours, so a line that is wrong is a failure and not a problem to report.
 */
public final class SampleCatalogue {
  private static final int MAX_SUBJECTS = 10;
  private static final int MAX_SESSIONS = 200;

  private SampleCatalogue() {}

  /**
   * The items, of every status, in the order of the file.
   *
   * @throws CorpusFileException when the bundled file is missing or wrong
   */
  public static List<Item> items() {
    return lines("catalogue.jsonl", JsonlReader.items());
  }

  /** The learners with a story. */
  static List<Persona> personas() {
    return lines(
        "personas.jsonl",
        new JsonlReader<>(SampleCatalogue::persona, persona -> persona.id().value()));
  }

  /** What people type. */
  static List<String> queries() {
    String file = "queries.tsv";
    List<String> queries = new ArrayList<>();
    try (InputStream in = open(file)) {
      TextLines.read(
          in,
          file,
          StandardCharsets.UTF_8,
          (number, text) -> {
            String[] columns = text.split("\t", -1);
            if (columns.length < 2 || columns[1].isBlank()) {
              throw CorpusFileException.wrongContent(
                  file, "line " + number + " must be id, query and kind, got " + text);
            }
            queries.add(columns[1]);
          },
          problem -> {
            throw CorpusFileException.wrongContent(file, problem.message());
          });
    } catch (IOException e) {
      throw CorpusFileException.reading(file, e);
    }
    return List.copyOf(queries);
  }

  private static <T> List<T> lines(String file, JsonlReader<T> reader) {
    List<T> values = new ArrayList<>();
    try (InputStream in = open(file)) {
      reader.read(
          in,
          file,
          values::add,
          problem -> {
            throw CorpusFileException.wrongContent(file, problem.message());
          });
    } catch (IOException e) {
      throw CorpusFileException.reading(file, e);
    }
    return List.copyOf(values);
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = SampleCatalogue.class.getResourceAsStream(file);
    if (in == null) {
      throw new FileNotFoundException("not bundled: " + file);
    }
    return in;
  }

  private static Checked<Persona> persona(JsonNode node) {
    FieldReader in = FieldReader.of(node).require("description", "subjects", "sessions", "profile");
    Optional<String> description = in.text("description", TextRule.line(200));
    List<String> subjects = in.texts("subjects", MAX_SUBJECTS, Limits.CATEGORY);
    OptionalInt sessions = in.wholeInt("sessions", 1, MAX_SESSIONS);
    in.ignore("profile");
    return ProfileCheck.read(node.path("profile"))
        .then(
            (UserProfile profile) ->
                in.finish(
                    () ->
                        new Persona(
                            profile, description.orElseThrow(), subjects, sessions.orElseThrow())));
  }
}
