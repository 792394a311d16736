package io.zhixun.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.config.SettingsException.Code;
import io.zhixun.config.SettingsException.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SettingsFileTest {
  enum Mode {
    LEXICAL,
    LEARNED_RANKER
  }

  record Limits(int size, long bytes, double share, float floor) {
    Limits {
      if (size < 1 || size > 100) {
        throw new IllegalArgumentException("size must be 1..100, got " + size);
      }
      if (share > 1) {
        throw new IllegalArgumentException("the share is above one: " + share);
      }
    }
  }

  record Step(String name, int times) {}

  record Search(
      Limits limits,
      boolean explain,
      String title,
      Mode mode,
      Duration deadline,
      Path folder,
      List<String> fields,
      Map<String, Double> weights,
      Optional<String> model,
      List<Step> steps) {}

  record Optionals(OptionalInt i, OptionalLong l, OptionalDouble d, Optional<Duration> span) {}

  private static final Search DEFAULTS =
      new Search(
          new Limits(20, 1_000, 0.5, 0.25f),
          true,
          "知寻",
          Mode.LEXICAL,
          Duration.ofSeconds(2),
          Path.of("data"),
          List.of("title"),
          Map.of("title", 2.0, "tags", 1.0),
          Optional.of("bge"),
          List.of());

  private static Search bind(String... lines) {
    return parse(lines).bind("search", Search.class, DEFAULTS);
  }

  private static SettingsFile parse(String... lines) {
    return SettingsFile.parse("a.yaml", String.join("\n", lines));
  }

  private static List<Problem> problems(String... lines) {
    return assertThrows(SettingsException.class, () -> bind(lines)).problems();
  }

  private static Problem problem(String... lines) {
    List<Problem> problems = problems(lines);
    assertEquals(1, problems.size(), problems.toString());
    return problems.getFirst();
  }

  @Test
  void everyKindOfValueIsBound() {
    Search bound =
        bind(
            "search:",
            "  limits: {size: 7, bytes: 1_000_000_000_000, share: 1e-3, floor: -.5}",
            "  explain: false",
            "  title: \"007\"",
            "  mode: learnedRanker",
            "  deadline: 250ms",
            "  folder: /var/zhixun",
            "  fields: [summary, 'tags']",
            "  weights:",
            "    title: 3",
            "    outline: 0.5",
            "  model: ~",
            "  steps:",
            "    - name: 1.10",
            "      times: 2");

    assertEquals(
        new Search(
            new Limits(7, 1_000_000_000_000L, 0.001, -0.5f),
            false,
            "007",
            Mode.LEARNED_RANKER,
            Duration.ofMillis(250),
            Path.of("/var/zhixun"),
            List.of("summary", "tags"),
            Map.of("title", 3.0, "tags", 1.0, "outline", 0.5),
            Optional.empty(),
            List.of(new Step("1.10", 2))),
        bound);
  }

  @Test
  void whatIsLeftOutKeepsTheDefault() {
    assertEquals(DEFAULTS, bind("other: {}"));
    assertEquals(DEFAULTS, bind("search:", "# all of it commented out", "other: 1"));
    assertEquals(DEFAULTS, SettingsFile.defaults().bind("search", Search.class, DEFAULTS));

    Search bound = bind("search:", "  limits:", "    size: 9");

    assertEquals(new Limits(9, 1_000, 0.5, 0.25f), bound.limits());
    assertEquals(DEFAULTS.weights(), bound.weights());
  }

  @Test
  void optionalsOfAllKindsMayBeGivenOrNot() {
    Optionals none =
        new Optionals(
            OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty(), Optional.empty());

    Optionals bound = parse("o: {i: 1, l: 2, d: 3.5, span: 1h}").bind("o", Optionals.class, none);

    assertEquals(
        new Optionals(
            OptionalInt.of(1),
            OptionalLong.of(2),
            OptionalDouble.of(3.5),
            Optional.of(Duration.ofHours(1))),
        bound);
    assertEquals(none, parse("o: {i: ~, d: null}").bind("o", Optionals.class, bound(bound)));
    assertEquals(bound, parse("p: 1").bind("o", Optionals.class, bound));
  }

  private static Optionals bound(Optionals given) {
    return new Optionals(given.i(), OptionalLong.empty(), given.d(), Optional.empty());
  }

  @Test
  void anUnknownKeyNamesTheNearestKnownOneWithFileAndLine() {
    Problem problem = problem("search:", "  title: x", "  dead_line: 3s");

    assertEquals(Code.UNKNOWN_KEY, problem.code());
    assertEquals("a.yaml:3", problem.where());
    assertEquals("search.dead_line", problem.key());
    assertEquals("is not a known key; did you mean search.deadline?", problem.detail());
  }

  @Test
  void anUnknownKeyThatResemblesNothingListsWhatIsKnown() {
    Problem problem = problem("search:", "  limits:", "    colour: 3");

    assertEquals("is not a known key; known here: bytes, floor, share, size", problem.detail());
  }

  @Test
  void allProblemsAreReportedTogether() {
    List<Problem> problems =
        problems(
            "search:",
            "  limits:",
            "    size: many",
            "    bites: 1",
            "  explain: yes",
            "  deadline: 5",
            "  mode: fuzzy",
            "  fields: title",
            "  weights: {title: heavy}",
            "  model: [1]",
            "  steps: [{name: a}]");

    assertEquals(
        List.of(
            "a.yaml:3: search.limits.size: must be a whole number, got many",
            "a.yaml:4: search.limits.bites: is not a known key; did you mean search.limits.bytes?",
            "a.yaml:5: search.explain: must be true or false, got yes",
            "a.yaml:7: search.mode: must be one of lexical, learnedRanker, got fuzzy",
            "a.yaml:6: search.deadline: must be a duration with its unit (250ms, 5s, 10m, 2h, 7d"
                + " or PT1H30M), got 5",
            "a.yaml:8: search.fields: must be a list, got title",
            "a.yaml:9: search.weights.title: must be a number, got heavy",
            "a.yaml:10: search.model: must be a single value, got a list",
            "a.yaml:11: search.steps[0].times: must be given, it has no default"),
        problems.stream().map(Problem::toString).toList());
  }

  @Test
  void numbersOfTheWrongSizeOrFormAreRefused() {
    for (String size : List.of("3000000000", "2.0", "010", "0x10", "\"5\"", "1:30", "٣", "1_0")) {
      assertEquals(Code.WRONG_TYPE, problem("search: {limits: {size: " + size + "}}").code(), size);
    }
    for (String share : List.of(".nan", ".inf", "1e999", "0x1p3", "1.5f", "'1'")) {
      assertEquals(
          Code.WRONG_TYPE, problem("search: {limits: {share: " + share + "}}").code(), share);
    }
  }

  @Test
  void aRefusalOfTheRecordGetsKeyFileAndLine() {
    Problem problem = problem("search:", "  limits:", "    bytes: 1", "    size: 101");

    assertEquals(Code.REFUSED_VALUE, problem.code());
    assertEquals("a.yaml:4: search.limits.size: must be 1..100, got 101", problem.toString());
  }

  @Test
  void aRefusalThatNamesNoComponentGetsTheGroup() {
    Problem problem = problem("search:", "  limits:", "    share: 2");

    assertEquals("a.yaml:2: search.limits: the share is above one: 2.0", problem.toString());
  }

  @Test
  void aKeyWithoutAValueIsNotSilentlyTheDefault() {
    assertEquals(Code.MISSING_VALUE, problem("search:", "  title:").code());
    assertEquals(Code.WRONG_TYPE, problem("search: 5").code());
  }

  @Test
  void unknownSectionsAreReportedOnceEverythingIsBound() {
    SettingsFile file = parse("search: {}", "serach: {}", "deep: {a: {b: 1}, c: 2}", "z: 1");
    file.bind("search", Search.class, DEFAULTS);
    file.bind("deep.a", Inner.class, new Inner(0));

    List<Problem> problems =
        assertThrows(SettingsException.class, file::requireNoOthers).problems();

    assertEquals(
        List.of(
            "a.yaml:2: serach: is not a known key; did you mean search?",
            "a.yaml:3: deep.c: is not a known key; did you mean deep.a?",
            "a.yaml:4: z: is not a known key; known here: deep, search"),
        problems.stream().map(Problem::toString).toList());
  }

  record Inner(int b) {}

  record Tree(Inner one, Inner two) {}

  @Test
  void aWholeTreeIsBoundWithTheProblemsOfAllItsSections() {
    Tree defaults = new Tree(new Inner(1), new Inner(2));

    SettingsFile good = parse("two: {b: 5}");
    assertEquals(new Tree(new Inner(1), new Inner(5)), good.bindAll(Tree.class, defaults));
    good.requireNoOthers();

    SettingsFile bad = parse("one: {b: x}", "two: {c: 1}", "three: 3");
    assertEquals(
        3,
        assertThrows(SettingsException.class, () -> bad.bindAll(Tree.class, defaults))
            .problems()
            .size());
  }

  @Test
  void aComponentOfAnUnknownTypeIsAMistakeOfTheRecord() {
    record Odd(Thread thread) {}
    SettingsFile file = parse("odd: {thread: x}");

    IllegalArgumentException mistake =
        assertThrows(
            IllegalArgumentException.class,
            () -> file.bind("odd", Odd.class, new Odd(Thread.currentThread())));
    assertEquals(
        "odd.thread has the type class java.lang.Thread, which is not bound", mistake.getMessage());
  }
}
