package io.zhixun.ranking.policy;

import static io.zhixun.ranking.testing.Samples.NOW;
import static io.zhixun.ranking.testing.Samples.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.Rule.Condition;
import io.zhixun.corpus.Rule.Kind;
import io.zhixun.corpus.Rule.Window;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final Rules NONE = Rules.none(text -> text.toLowerCase(Locale.ROOT).strip());
  private static final ItemId A = id("a");
  private static final ItemId B = id("b");

  private final Occasion search = new Occasion(Optional.of(" PYTHON"), Set.of("编程"), "search", NOW);
  private final Occasion home = new Occasion(Optional.empty(), Set.of(), "home", NOW);

  @Test
  void aRuleWithoutConditionsAppliesEverywhere() {
    Rules rules = NONE.with(rule("r", Kind.HIDE, Condition.ALWAYS, Window.ALWAYS));

    assertTrue(rules.on(search).hides(A));
    assertTrue(rules.on(home).hides(A));
    assertFalse(rules.on(home).hides(id("c")));
    assertFalse(rules.without("r").on(home).hides(A));
  }

  @Test
  void everyPartOfAConditionMustHold() {
    assertTrue(hides(when("python", "编程", "search"), search));
    assertTrue(hides(when("Python ", "编程", "search"), search), "the same in another spelling");
    assertFalse(hides(when("java", "编程", "search"), search));
    assertFalse(hides(when("python", "历史", "search"), search));
    assertFalse(hides(when("python", "编程", "home"), search));
    assertFalse(hides(when("python", "编程", "search"), home));
  }

  @Test
  void aRuleHoldsFromTheFirstInstantUpToTheSecond() {
    Window window = new Window(Optional.of(NOW), Optional.of(NOW.plusSeconds(60)));
    Rules rules = NONE.with(rule("r", Kind.HIDE, Condition.ALWAYS, window));

    assertFalse(rules.on(at(-1)).hides(A));
    assertTrue(rules.on(at(0)).hides(A));
    assertTrue(rules.on(at(59)).hides(A));
    assertFalse(rules.on(at(60)).hides(A));
  }

  @Test
  void boostsAndBuryingsAddUpAndAreNamed() {
    Rules rules =
        NONE.with(rule("r1", Kind.BOOST, Condition.ALWAYS, Window.ALWAYS, 2))
            .with(rule("r2", Kind.BURY, Condition.ALWAYS, Window.ALWAYS, 0.5));

    ActiveRules.Lift lift = rules.on(home).lift(A);

    assertEquals(1.5, lift.steps());
    assertEquals(List.of("boost:r1", "bury:r2"), lift.names());
    assertEquals(0, rules.on(home).lift(id("c")).steps());
  }

  @Test
  void pinsOfTheSmallerRuleComeFirstAndHidingWins() {
    Rules rules =
        NONE.with(new Rule("r2", Kind.PIN, List.of(A), Condition.ALWAYS, Window.ALWAYS, 1))
            .with(new Rule("r1", Kind.PIN, List.of(B, A), Condition.ALWAYS, Window.ALWAYS, 1));

    assertEquals(List.of(B, A), List.copyOf(rules.on(home).pinned().keySet()));
    assertEquals("pin:r1", rules.on(home).pinned().get(A));

    Rules hiding = rules.with(rule("r3", Kind.HIDE, Condition.ALWAYS, Window.ALWAYS));

    assertEquals(Set.of(), hiding.on(home).pinned().keySet());
    assertEquals(Optional.of("hide:r3"), hiding.on(home).hiding(A));
  }

  private boolean hides(Condition when, Occasion occasion) {
    return NONE.with(rule("r", Kind.HIDE, when, Window.ALWAYS)).on(occasion).hides(A);
  }

  private static Condition when(String query, String category, String scenario) {
    return new Condition(Optional.of(query), Optional.of(category), Optional.of(scenario));
  }

  private static Occasion at(long seconds) {
    return new Occasion(Optional.empty(), Set.of(), "home", NOW.plusSeconds(seconds));
  }

  private static Rule rule(String id, Kind kind, Condition when, Window window) {
    return rule(id, kind, when, window, 1);
  }

  private static Rule rule(String id, Kind kind, Condition when, Window window, double factor) {
    return new Rule(id, kind, List.of(A, B), when, window, factor);
  }
}
