package io.zhixun.corpus.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Limits;
import io.zhixun.corpus.check.Problem;
import io.zhixun.corpus.check.Problem.Code;
import io.zhixun.corpus.jsonl.JsonlReader;
import io.zhixun.corpus.jsonl.LineProblem;
import io.zhixun.corpus.jsonl.TextLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MOOCCube: courses {@code {"id","intro","teachers","schools"}} and enrolments {@code user⇥course}.
 *
 * <ul>
 *   <li>The courses have no titles: the first 《…》 within the first 60 characters of the
 *       introduction is one, else its first clause, cut at 40 characters.
 *   <li>Authors are the teachers; the category is the school, so that it can be a facet and its
 *       other courses are related; the introduction is the summary; format COURSE, access FREE.
 *   <li>Courses whose introductions begin with the same 60 characters are runs of one work ({@code
 *       workId}): nothing is parsed out of ids.
 *   <li>A pair of learner and course counts once. For kind and time of the events see {@link
 *       Enrolments}.
 * </ul>
 *
 * <p>The courses are held in memory (there are hundreds), the enrolments are not.
 */
record MoocCube(List<Path> files) implements Dataset {
  private static final int TITLE_WITHIN = 60;
  private static final int MAX_CLAUSE = 40;
  private static final Pattern QUOTED = Pattern.compile("《([^《》]+)》");
  private static final Pattern CLAUSE_END = Pattern.compile("[，。！？；：、,!?;:\\n]");

  @Override
  public void read(
      Consumer<Item> items,
      Consumer<Event> events,
      Consumer<UserProfile> profiles,
      Consumer<LineProblem> problems) {
    JsonlReader<Item> reader =
        new JsonlReader<>(node -> course(Published.clean(node)), item -> item.id().value());
    List<Item> courses = new ArrayList<>();
    for (Path file : files) {
      if (!DatasetFiles.endsWith(file, ".tsv")) {
        reader.read(file, courses::add, problems);
      }
    }
    groupRuns(courses).forEach(items);
    Enrolled enrolled = new Enrolled(events, problems);
    for (Path file : files) {
      if (DatasetFiles.endsWith(file, ".tsv")) {
        TextLines.read(
            file,
            StandardCharsets.UTF_8,
            (number, text) -> enrolled.line(file, number, text),
            problems);
      }
    }
  }

  private static Checked<Item> course(JsonNode node) {
    FieldReader in = FieldReader.of(node).require("id", "intro");
    Optional<String> id = in.id("id");
    Optional<String> intro = in.text("intro", Limits.SUMMARY);
    List<String> teachers = in.texts("teachers", Limits.MAX_LIST, Limits.AUTHOR);
    List<String> schools = in.texts("schools", Limits.MAX_CATEGORY_LEVELS, Limits.CATEGORY);
    Optional<String> title = intro.map(MoocCube::title).filter(text -> !text.isBlank());
    if (intro.isPresent() && title.isEmpty()) {
      in.problem("intro", Code.BLANK, "must have a clause that can be the title");
    }
    return in.finish(
        () ->
            Published.item(
                new ItemId(id.orElseThrow()),
                Item.Format.COURSE,
                new Item.Text(
                    title.orElse(id.orElseThrow()),
                    Optional.empty(),
                    intro,
                    List.of(),
                    teachers,
                    schools,
                    List.of(),
                    "zh"),
                Item.Reception.UNKNOWN,
                Item.Dates.UNKNOWN));
  }

  /** The title that an introduction begins with, by the rule in the class comment. */
  static String title(String intro) {
    Matcher quoted = QUOTED.matcher(first(intro, TITLE_WITHIN));
    if (quoted.find()) {
      return quoted.group(1).strip();
    }
    for (String clause : CLAUSE_END.split(intro, -1)) {
      if (!clause.isBlank()) {
        return first(clause.strip(), MAX_CLAUSE);
      }
    }
    return "";
  }

  /** The first characters, counted as code points. */
  private static String first(String text, int count) {
    return text.codePointCount(0, text.length()) <= count
        ? text
        : text.substring(0, text.offsetByCodePoints(0, count));
  }

  private static List<Item> groupRuns(List<Item> courses) {
    Map<String, List<Item>> runs = new HashMap<>();
    courses.forEach(
        item -> runs.computeIfAbsent(beginning(item), _ -> new ArrayList<>()).add(item));
    return courses.stream()
        .map(
            item -> {
              List<Item> same = runs.get(beginning(item));
              return same.size() == 1 ? item : Published.inWork(item, same.getFirst().id().value());
            })
        .toList();
  }

  private static String beginning(Item item) {
    return first(item.text().summary().orElse(item.id().value()), TITLE_WITHIN);
  }

  /** The enrolments of all files of one reading. */
  private static final class Enrolled {
    private final Consumer<Event> events;
    private final Consumer<LineProblem> problems;
    private final Enrolments enrolments = new Enrolments("mooccube");
    private final Set<String> seen = new HashSet<>();

    Enrolled(Consumer<Event> events, Consumer<LineProblem> problems) {
      this.events = events;
      this.problems = problems;
    }

    void line(Path file, long number, String text) {
      if (text.isBlank()) {
        return;
      }
      String[] columns = text.split("\t", -1);
      Optional<Problem> wrong = wrong(columns);
      if (wrong.isPresent()) {
        problems.accept(new LineProblem(file.toString(), number, text, wrong.get()));
      } else if (seen.add(text)) {
        events.accept(enrolments.next(new UserId(columns[0]), new ItemId(columns[1])));
      }
    }

    private static Optional<Problem> wrong(String[] columns) {
      if (columns.length != 2) {
        String detail = "a line must be user and course separated by a tab, got " + columns.length;
        return Optional.of(new Problem("", Code.MALFORMED, detail + " columns"));
      }
      return idProblem("user", columns[0]).or(() -> idProblem("course", columns[1]));
    }

    private static Optional<Problem> idProblem(String column, String id) {
      return Ids.problem(id).map(rule -> new Problem("", Code.BAD_ID, column + " " + rule));
    }
  }
}
