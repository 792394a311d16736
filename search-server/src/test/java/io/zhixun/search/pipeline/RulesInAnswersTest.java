package io.zhixun.search.pipeline;

import static io.zhixun.search.pipeline.Asked.by;
import static io.zhixun.search.pipeline.Asked.home;
import static io.zhixun.search.pipeline.Asked.ids;
import static io.zhixun.search.pipeline.Asked.nobody;
import static io.zhixun.search.pipeline.Asked.search;
import static io.zhixun.search.pipeline.Asked.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.Rule.Condition;
import io.zhixun.corpus.Rule.Kind;
import io.zhixun.corpus.Rule.Window;
import io.zhixun.ranking.blend.Part;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.store.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Editors' rules act on the very next request and are named where they act. */
class RulesInAnswersTest {
  private final Platform platform = Platform.shared();
  private final List<String> put = new ArrayList<>();

  @AfterEach
  void undo() {
    put.forEach(id -> platform.accept(new Change.DeleteRule(id)));
  }

  @Test
  void aPinnedItemComesFirstAndTheOthersKeepTheirOrder() {
    List<ItemId> before = ids(found("机器学习").hits());
    ItemId wanted = before.get(4);

    rule(Kind.PIN, wanted, query("机器学习"), 1);

    Answers.Search after = found(" 机器學習");
    List<ItemId> rest = new ArrayList<>(before);
    rest.remove(wanted);
    assertEquals(wanted, after.hits().getFirst().item().id());
    assertEquals(List.of("pin:r-0"), after.hits().getFirst().policy());
    assertEquals(rest, ids(after.hits()).subList(1, before.size()));
  }

  @Test
  void anItemThatDoesNotMatchCanBePinnedAndIsCounted() {
    Answers.Search before = found("机器学习");
    ItemId other = found("失眠").hits().getFirst().item().id();

    rule(Kind.PIN, other, query("机器学习"), 1);

    Answers.Search after = found("机器学习");
    assertEquals(other, after.hits().getFirst().item().id());
    assertEquals(before.total() + 1, after.total());
    assertEquals(
        ids(before.hits()).subList(0, after.hits().size() - 1),
        ids(after.hits()).subList(1, after.hits().size()));
  }

  @Test
  void aHiddenItemIsNowhereAndNotCounted() {
    Answers.Search before = found("机器学习");
    ItemId hidden = before.hits().getFirst().item().id();
    ItemId ofHome = ids(home(24, nobody())).getFirst();

    rule(Kind.HIDE, hidden, Condition.ALWAYS, 1);
    rule(Kind.HIDE, ofHome, Condition.ALWAYS, 1);

    assertFalse(ids(found("机器学习").hits()).contains(hidden));
    assertEquals(before.total() - 1, found("机器学习").total());
    assertFalse(ids(home(24, nobody())).contains(ofHome));
    assertFalse(ids(home(24, by("u-linxia"))).contains(ofHome));
  }

  @Test
  void boostAndBuryMoveScoresByAPartThatIsShown() {
    List<Hit> before = section(home(12, by("u-linxia")), "for-you");
    ItemId up = before.getLast().item().id();
    ItemId down = before.getFirst().item().id();

    rule(Kind.BOOST, up, scenario("home"), 4);
    rule(Kind.BURY, down, scenario("home"), 4);

    List<Hit> after = section(home(12, by("u-linxia")), "for-you");
    assertEquals(up, after.getFirst().item().id());
    assertEquals(List.of("boost:r-0"), after.getFirst().policy());
    assertFalse(ids(after).contains(down));
    double sum = after.getFirst().parts().stream().mapToDouble(Part::contribution).sum();
    assertEquals(after.getFirst().score(), sum, 1e-9);
    assertTrue(after.getFirst().parts().stream().anyMatch(part -> part.feature().equals("rule")));
  }

  @Test
  void aSponsoredItemHasItsOwnSlotAndChangesNoOrder() {
    Answers.Feed before = home(24, by("u-linxia"));
    Answers.Search searched = found("机器学习");
    ItemId paid = found("失眠").hits().getFirst().item().id();

    rule(Kind.SPONSOR, paid, Condition.ALWAYS, 1);

    Answers.Feed after = home(24, by("u-linxia"));
    assertEquals("广告", after.sections().getLast().title());
    assertEquals(List.of(paid), ids(section(after, "sponsored")));
    List<ItemId> natural = ids(after).subList(0, ids(after).size() - 1);
    assertEquals(ids(before).subList(0, natural.size()), natural);
    assertTrue(ids(after).size() <= 24);
    Answers.Search again = found("机器学习");
    assertEquals(ids(searched.hits()), ids(again.hits()));
    assertEquals(List.of(paid), ids(again.sponsored()));
    assertEquals(List.of("sponsor:r-0"), again.sponsored().getFirst().policy());
  }

  @Test
  void aWindowOpensAndClosesByTheRequestsTime() {
    ItemId item = found("机器学习").hits().getFirst().item().id();
    Instant end = Platform.NOW.plus(Duration.ofHours(1));
    Window window = new Window(Optional.of(Platform.NOW), Optional.of(end));
    accept(new Rule("r-0", Kind.HIDE, List.of(item), Condition.ALWAYS, window, 1));

    assertFalse(ids(found("机器学习").hits()).contains(item));
    assertTrue(
        ids(platform.discovery().search(search("机器学习", 20, nobody()), end).hits()).contains(item));
  }

  @Test
  void rankFollowsRulesOnlyWhenItIsAskedTo() {
    List<String> items = List.of("c-3301", "c-1201", "c-1202");
    String first = ranked(items, true).items().getFirst().id();

    rule(Kind.HIDE, new ItemId(first), scenario("rank"), 1);

    assertEquals(first, ranked(items, false).items().getFirst().id());
    Answers.Rank ruled = ranked(items, true);
    assertEquals(2, ruled.items().size());
    assertEquals(List.of(new Answers.Removed(first, "hide:r-0")), ruled.removed());
  }

  private Answers.Rank ranked(List<String> items, boolean policy) {
    return platform
        .discovery()
        .rank(new Requests.Rank(items, Optional.empty(), policy, nobody()), Platform.NOW);
  }

  private Answers.Search found(String query) {
    return platform.discovery().search(search(query, 20, nobody()), Platform.NOW);
  }

  private void rule(Kind kind, ItemId item, Condition when, double factor) {
    accept(new Rule("r-" + put.size(), kind, List.of(item), when, Window.ALWAYS, factor));
  }

  private void accept(Rule rule) {
    put.add(rule.id());
    platform.accept(new Change.PutRule(rule));
  }

  private static Condition query(String query) {
    return new Condition(Optional.of(query), Optional.empty(), Optional.empty());
  }

  private static Condition scenario(String scenario) {
    return new Condition(Optional.empty(), Optional.empty(), Optional.of(scenario));
  }
}
