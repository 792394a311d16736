package io.zhixun.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.config.SettingsException.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values given beside the file, and what a file can tell of the values it was bound to. */
class OverridesAndOriginsTest {
  record Limits(int size, long bytes, double share) {}

  record Section(
      Limits limits,
      boolean explain,
      String title,
      Duration deadline,
      List<String> fields,
      Map<String, Double> weights) {}

  private static final Section DEFAULTS =
      new Section(
          new Limits(20, 1_000, 0.5),
          true,
          "知寻",
          Duration.ofSeconds(2),
          List.of("title"),
          Map.of("title", 2.0, "tags", 1.0));

  private static SettingsFile parse(String... lines) {
    return SettingsFile.parse("a.yaml", String.join("\n", lines));
  }

  @Test
  void overridesWinAndTheLastOneMost() {
    SettingsFile file =
        parse("search:", "  title: file", "  weights: {title: 5}")
            .with(
                List.of(
                    "search.title=first",
                    "search.title=a=b * c",
                    "search.limits.size=3",
                    "search.weights.tags=0.5",
                    "search.fields=[a, b]"));

    Section bound = file.bind("search", Section.class, DEFAULTS);

    assertEquals("a=b * c", bound.title());
    assertEquals(3, bound.limits().size());
    assertEquals(Map.of("title", 5.0, "tags", 0.5), bound.weights());
    assertEquals(List.of("a", "b"), bound.fields());
  }

  @Test
  void aWrongOverrideIsNamed() {
    SettingsFile file = parse("search: {title: x}");

    assertEquals(
        List.of("override search", "override .x=1", "override search.title.x=1"),
        assertThrows(
                SettingsException.class,
                () -> file.with(List.of("search", ".x=1", "search.title.x=1")))
            .problems()
            .stream()
            .map(Problem::where)
            .toList());
    SettingsFile typo = file.with(List.of("search.titel=y"));
    assertEquals(
        "override search.titel=y: search.titel: is not a known key; did you mean search.title?",
        assertThrows(SettingsException.class, () -> typo.bind("search", Section.class, DEFAULTS))
            .getMessage());
  }

  @Test
  void everyValueKnowsWhereItCameFrom() {
    SettingsFile file =
        parse("search:", "  title: x", "  limits:", "    size: 3")
            .with(List.of("search.explain=false"));
    file.bind("search", Section.class, DEFAULTS);

    assertEquals(new Origin.InFile("a.yaml", 4), file.origin("search.limits.size"));
    assertEquals("override search.explain=false", file.origin("search.explain").toString());
    assertEquals(new Origin.Default(), file.origin("search.limits.bytes"));
    assertEquals(
        List.of("search.deadline", "search.explain", "search.fields"),
        file.effective().stream().map(SettingsFile.Setting::key).limit(3).toList());
    assertEquals("\"PT2S\"", file.effective().getFirst().value());
  }

  @Test
  void theDigestDependsOnEffectiveValuesAlone() {
    SettingsFile written = parse("search:", "  title: 知寻", "  limits: {share: 0.50, size: 20}");
    SettingsFile absent = SettingsFile.defaults();
    SettingsFile changed = parse("search: {title: 知尋}");
    for (SettingsFile file : List.of(written, absent, changed)) {
      file.bind("search", Section.class, DEFAULTS);
    }

    assertEquals(absent.digest(), written.digest());
    assertEquals(absent.digest("search"), written.digest());
    assertNotEquals(absent.digest(), changed.digest());
    assertEquals(absent.digest("search.limits"), changed.digest("search.limits"));
    assertEquals(64, absent.digest().length());
  }
}
