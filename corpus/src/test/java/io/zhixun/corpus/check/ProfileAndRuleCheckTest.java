package io.zhixun.corpus.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.check.Problem.Code;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileAndRuleCheckTest {
  @Test
  void theProfileOfTheContractIsRead() {
    UserProfile profile =
        profile(
                """
                {"id":"u7","ageBand":"25-34","gender":"f","occupation":"工程师","interests":["机器学习"],"goals":["成为数据分析师"],"preferredFormats":["COURSE"],"usualHours":[20,21,22],"level":"BEGINNER","membership":"SVIP","owned":["c-0101"],"minor":false}""")
            .valid()
            .orElseThrow();

    assertEquals(new UserId("u7"), profile.id());
    assertEquals(List.of(20, 21, 22), profile.usualHours());
    assertEquals(List.of(new ItemId("c-0101")), profile.owned());
    assertEquals(Optional.of("SVIP"), profile.membership());
  }

  @Test
  void anIdAloneIsAProfile() {
    assertEquals(
        new Checked.Valid<>(UserProfile.unknown(new UserId("u1"))), profile("{\"id\":\"u1\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":"u","usualHours":[24]}                     | /usualHours/0       | OUT_OF_RANGE
          {"id":"u","usualHours":[1,1]}                    | /usualHours         | DUPLICATE
          {"id":"u","preferredFormats":["FILM"]}           | /preferredFormats/0 | NOT_ALLOWED
          {"id":"u","owned":["a","a"]}                     | /owned              | DUPLICATE
          {"id":"u","minor":1}                             | /minor              | WRONG_TYPE
          {"id":"u","job":"x"}                             | /job                | UNKNOWN_FIELD
          {"interests":[]}                                 | /id                 | MISSING
          """)
  void aWrongProfileFieldIsOneProblemAtItsPointer(String json, String pointer, Code code) {
    expectOne(profile(json), pointer, code);
  }

  @Test
  void aRuleIsReadWithItsConditionAndWindow() {
    Rule rule =
        rule("""
                {"id":"r-1","kind":"BOOST","items":["c-1"],"when":{"query":"机器学习"},"window":{"from":"2026-11-01T00:00:00Z"},"factor":2}""")
            .valid()
            .orElseThrow();

    assertEquals(
        new Rule(
            "r-1",
            Rule.Kind.BOOST,
            List.of(new ItemId("c-1")),
            new Rule.Condition(Optional.of("机器学习"), Optional.empty(), Optional.empty()),
            new Rule.Window(Optional.of(Instant.parse("2026-11-01T00:00:00Z")), Optional.empty()),
            2),
        rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":"r","kind":"LIFT","items":["a"]}                     | /kind         | NOT_ALLOWED
          {"id":"r","kind":"PIN","items":[]}                         | /items        | BLANK
          {"id":"r","kind":"PIN"}                                    | /items        | MISSING
          {"id":"r","kind":"PIN","items":["a","a"]}                  | /items        | DUPLICATE
          {"id":"r","kind":"BURY","items":["a"],"factor":0}          | /factor       | OUT_OF_RANGE
          {"id":"r","kind":"BURY","items":["a"],"factor":1e400}      | /factor       | OUT_OF_RANGE
          {"id":"r","kind":"PIN","items":["a"],"when":{"qurey":"x"}} | /when/qurey   | UNKNOWN_FIELD
          {"id":"r","kind":"PIN","items":["a"],"window":{"from":"2026-11-01T00:00:00Z","until":"2026-11-01T00:00:00Z"}} | /window/until | INCONSISTENT
          """)
  void aWrongRuleFieldIsOneProblemAtItsPointer(String json, String pointer, Code code) {
    expectOne(rule(json), pointer, code);
  }

  private static void expectOne(Checked<?> checked, String pointer, Code code) {
    List<Problem> problems = checked.problems();
    assertEquals(1, problems.size(), problems::toString);
    assertEquals(pointer, problems.getFirst().pointer(), problems::toString);
    assertEquals(code, problems.getFirst().code(), problems::toString);
  }

  private static Checked<UserProfile> profile(String json) {
    return ProfileCheck.read(StrictJson.read(json).valid().orElseThrow());
  }

  private static Checked<Rule> rule(String json) {
    return RuleCheck.read(StrictJson.read(json).valid().orElseThrow());
  }
}
