package io.zhixun.search.pipeline;

import static io.zhixun.search.pipeline.Asked.by;
import static io.zhixun.search.pipeline.Asked.complete;
import static io.zhixun.search.pipeline.Asked.header;
import static io.zhixun.search.pipeline.Asked.home;
import static io.zhixun.search.pipeline.Asked.ids;
import static io.zhixun.search.pipeline.Asked.nobody;
import static io.zhixun.search.pipeline.Asked.profile;
import static io.zhixun.search.pipeline.Asked.search;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.ranking.blend.Part;
import io.zhixun.ranking.feature.Feature;
import io.zhixun.ranking.feature.FeatureSet;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Answers.Ranked;
import io.zhixun.search.pipeline.Answers.Reason;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.search.pipeline.Requests.Mode;
import io.zhixun.search.pipeline.Requests.Page;
import io.zhixun.store.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What may depend on who asks, on what and when, and what may not. */
class WhoAsksTest {
  private final Platform platform = Platform.shared();

  @Test
  void atWeightZeroSearchAndRankAreTheSameForEverybody() {
    List<String> items = ids(found("入门", nobody())).stream().map(ItemId::value).toList();
    List<Hit> anonymous = found("入门", nobody());
    Answers.Rank order = rank(items, by("u-nobody-knows", OptionalDouble.of(0)), Platform.NOW);

    for (UserId user : adults(40)) {
      Audience audience = by(user.value(), OptionalDouble.of(0));

      assertEquals(anonymous, found("入门", audience), user.value());
      assertEquals(order.items(), rank(items, audience, Platform.NOW).items(), user.value());
    }
  }

  @Test
  void atWeightZeroNoPartOfAFeedIsAboutTheLearner() {
    Set<String> personal = new HashSet<>();
    FeatureSet.ALL.stream().filter(Feature::isPersonal).map(Feature::name).forEach(personal::add);
    for (UserId user : adults(20)) {
      Answers.Feed feed = home(24, by(user.value(), OptionalDouble.of(0)));

      assertFalse(feed.facts().personalised());
      for (Hit hit : feed.sections().getFirst().items()) {
        assertTrue(hit.parts().stream().noneMatch(p -> personal.contains(p.feature())));
        assertTrue(hit.reasons().stream().allMatch(reason -> reason.item().isEmpty()));
      }
    }
  }

  @Test
  void aTitleIsFoundFirstWhateverTheLearnerLikes() {
    List<Item> all = platform.store().corpus().items();
    List<UserId> users = adults(12);
    for (int i = 0; i < all.size(); i += 7) {
      String title = all.get(i).text().title();
      if (all.get(i).isVisibleAt(Platform.NOW)) {
        String user = users.get(i % users.size()).value();

        Item first = found(title, by(user, OptionalDouble.of(1))).getFirst().item();

        assertEquals(title, first.text().title(), user);
      }
    }
  }

  @Test
  void pricesAndPlainOrdersDependOnNobody() {
    List<Hit> anonymous = cheapest(nobody());
    for (UserId user : adults(20)) {
      List<Hit> theirs = cheapest(by(user.value(), OptionalDouble.of(1)));

      assertEquals(ids(anonymous), ids(theirs));
      assertEquals(
          anonymous.stream().map(hit -> hit.item().offer()).toList(),
          theirs.stream().map(hit -> hit.item().offer()).toList());
    }
  }

  @Test
  void aReasonGoesWithItsCause() {
    int named = 0;
    for (String cause : List.of("c-3301", "c-1201", "c-1202")) {
      String with = "u-with-" + cause;
      String without = "u-without-" + cause;
      complete(with, "c-1001", cause);
      complete(without, "c-1001");

      named += naming(home(24, by(with)), cause).size();

      assertEquals(List.of(), naming(home(24, by(without)), cause), cause);
    }
    assertTrue(named > 0, "some reason must name a cause, or this test says nothing");
  }

  @Test
  void aMemberSeesWhatIsIncluded() {
    Item included =
        platform.store().corpus().items().stream()
            .filter(item -> item.offer().access() == Item.Access.MEMBER)
            .filter(item -> item.isVisibleAt(Platform.NOW))
            .findFirst()
            .orElseThrow();
    profile("u-member", true, false);
    profile("u-no-member", false, false);

    Ranked member =
        rank(List.of(included.id().value()), by("u-member"), Platform.NOW).items().getFirst();
    Ranked other =
        rank(List.of(included.id().value()), by("u-no-member"), Platform.NOW).items().getFirst();

    assertEquals(1, value(member, "entitlement").orElseThrow());
    assertEquals(0, value(other, "entitlement").orElseThrow());
    assertTrue(member.score() > other.score());
    assertTrue(member.reasons().stream().anyMatch(reason -> reason.code() == Reason.Code.INCLUDED));
    assertTrue(other.reasons().stream().noneMatch(r -> r.code() == Reason.Code.INCLUDED));
  }

  @Test
  void anEarlyBirdPriceSpeaksUpToItsEnd() {
    Item early =
        platform.store().corpus().items().stream()
            .filter(item -> item.offer().earlyBird().isPresent())
            .filter(item -> item.offer().earlyBird().get().until().isAfter(Platform.NOW))
            .filter(item -> item.isVisibleAt(Platform.NOW))
            .findFirst()
            .orElseThrow();
    Instant end = early.offer().earlyBird().orElseThrow().until();
    List<String> one = List.of(early.id().value());

    double before =
        value(rank(one, nobody(), end.minusSeconds(1)).items().getFirst(), "early_bird")
            .orElseThrow();
    double after = value(rank(one, nobody(), end).items().getFirst(), "early_bird").orElseThrow();

    assertTrue(before > 0, "saves something");
    assertEquals(0, after);
  }

  @Test
  void onAPhoneAndOutsideUsualHoursShortItemsGain() {
    profile("u-evening", false, false);
    List<String> one = List.of("c-3301");
    Context phone = new Context(Optional.of("phone"), Optional.of("commute"), OptionalInt.of(9));
    Context evening = new Context(Optional.empty(), Optional.empty(), OptionalInt.of(22));

    Ranked there = rank(one, in("u-evening", phone), Platform.NOW).items().getFirst();
    Ranked here = rank(one, in("u-evening", evening), Platform.NOW).items().getFirst();

    for (String feature : List.of("device_fit", "scene_fit", "hour_affinity")) {
      assertTrue(value(there, feature).isPresent(), feature);
      assertTrue(value(here, feature).isEmpty(), feature);
    }
  }

  @Test
  void minorsSeeNothingThatIsNotForThem() {
    profile("u-minor", false, true);
    List<Item> sensitive =
        platform.store().corpus().items().stream()
            .filter(item -> item.audience().sensitiveToMinors())
            .filter(item -> item.isVisibleAt(Platform.NOW))
            .toList();
    assertFalse(sensitive.isEmpty());
    for (Item item : sensitive) {
      String title = item.text().title();

      assertTrue(ids(found(title, nobody())).contains(item.id()), title);
      assertFalse(ids(found(title, by("u-minor"))).contains(item.id()), title);
      assertFalse(
          ids(found(title, by("u-minor", OptionalDouble.of(0)))).contains(item.id()), title);
    }
  }

  @Test
  void notInterestedActsAtOnceOnTheItemItsAuthorsOrItsTags() {
    for (Scope scope : Scope.values()) {
      String user = "u-refuses-" + scope;
      complete(user, "c-1001");
      Item refused = home(24, by(user)).sections().getFirst().items().getFirst().item();

      platform.accept(
          new Change.AppendEvent(
              new Event.NotInterested(header(user + "-no", user), refused.id(), scope)));

      for (Item shown : items(home(24, by(user)))) {
        assertFalse(shown.id().equals(refused.id()));
        switch (scope) {
          case ITEM -> {}
          case AUTHOR -> assertDisjoint(refused.text().authors(), shown.text().authors());
          case TAG -> assertDisjoint(refused.text().tags(), shown.text().tags());
        }
      }
    }
  }

  private static void assertDisjoint(List<String> some, List<String> others) {
    assertTrue(some.stream().noneMatch(others::contains), some + " " + others);
  }

  private static List<Item> items(Answers.Feed feed) {
    List<Item> items = new ArrayList<>();
    Consumer<Hit> add = hit -> items.add(hit.item());
    feed.sections().stream()
        .filter(section -> !section.id().equals("continue"))
        .forEach(section -> section.items().forEach(add));
    return items;
  }

  private static List<Reason> naming(Answers.Feed feed, String cause) {
    return feed.sections().stream()
        .flatMap(section -> section.items().stream())
        .flatMap(hit -> hit.reasons().stream())
        .filter(reason -> reason.item().filter(new ItemId(cause)::equals).isPresent())
        .toList();
  }

  private static OptionalDouble value(Ranked ranked, String feature) {
    return ranked.parts().stream()
        .filter(part -> part.feature().equals(feature))
        .mapToDouble(Part::value)
        .findFirst();
  }

  private static Audience in(String user, Context context) {
    return new Audience(Optional.of(new UserId(user)), OptionalDouble.empty(), context, true);
  }

  private List<UserId> adults(int limit) {
    return platform.users().stream()
        .filter(
            user -> platform.store().profile(user).map(profile -> !profile.minor()).orElse(false))
        .limit(limit)
        .toList();
  }

  private List<Hit> found(String query, Audience audience) {
    return platform.discovery().search(search(query, 50, audience), Platform.NOW).hits();
  }

  private List<Hit> cheapest(Audience audience) {
    Requests.Search request =
        new Requests.Search(
            "",
            Filters.NONE,
            List.of(),
            Mode.LEXICAL,
            Sort.PRICE_ASC,
            new Page(100, Optional.empty()),
            audience);
    return platform.discovery().search(request, Platform.NOW).hits();
  }

  private Answers.Rank rank(List<String> items, Audience audience, Instant now) {
    return platform
        .discovery()
        .rank(new Requests.Rank(items, Optional.empty(), false, audience), now);
  }
}
