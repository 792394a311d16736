package io.zhixun.corpus.sample;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One session of one learner: goes on with something begun, or looks for something new by a search
 * or among what the home page shows, and then clicks, wishes, takes and studies it.
 */
final class Visit {
  private static final double GOES_ON = 0.45;
  private static final double GOAL_FIRST = 0.7;
  private static final double LOOKS_AGAIN = 0.4;
  private static final double FOLLOWS_UP = 0.5;
  private static final double CLICKS_WANTED = 0.94;
  private static final double CLICKS_OTHER = 0.12;
  private static final double WAVES_AWAY = 0.15;
  private static final double WISHES = 0.25;
  private static final long CHEAP_FEN = 9_900;

  private final Learner learner;
  private final Market market;
  private final Diary diary;
  private final Dice dice;

  /** What the platform offers to everybody. */
  record Market(Shelf shelf, Choice choice, Queries queries, Display display) {}

  Visit(Learner learner, Market market, Diary diary, Dice dice) {
    this.learner = learner;
    this.market = market;
    this.diary = diary;
    this.dice = dice;
  }

  /** Lives through the session; the diary's clock stands at its start. */
  void live() {
    List<Item> reading =
        learner.reading().stream().flatMap(id -> market.shelf().item(id).stream()).toList();
    if (!reading.isEmpty() && dice.chance(GOES_ON)) {
      studyAndFollowUp(whichToGoOnWith(reading));
      return;
    }
    boolean searches = dice.chance(learner.habits().searches());
    boolean took = look(searches ? "search" : "home");
    if (!took && dice.chance(LOOKS_AGAIN)) {
      look("item");
    }
  }

  /** A step towards the goal, or what was begun last, or anything that was begun. */
  private Item whichToGoOnWith(List<Item> reading) {
    Optional<Item> step =
        reading.stream()
            .filter(item -> market.shelf().isOnPath(item, learner.taste().goal()))
            .findFirst();
    if (step.isPresent() && dice.chance(GOAL_FIRST)) {
      return step.get();
    }
    return dice.chance(0.8) ? reading.getLast() : dice.pick(reading);
  }

  private void studyAndFollowUp(Item item) {
    if (new Sitting(market.shelf(), learner, diary, dice).study(item) && dice.chance(FOLLOWS_UP)) {
      diary.pass(20);
      look("after-completion");
    }
  }

  /** Looks for something in one place; true when something was taken. */
  private boolean look(String scene) {
    Optional<Item> wanted = market.choice().next(learner, diary.clock(), dice);
    if (wanted.isEmpty()) {
      return false;
    }
    Item item = wanted.get();
    Optional<String> request = Optional.of(diary.newRequest());
    List<Item> shown;
    if (scene.equals("search")) {
      String query = market.queries().forItem(item, dice);
      diary.write(scene, request, header -> new Event.Search(header, query));
      shown = market.display().found(item, market.queries().matches(query), diary.clock(), dice);
    } else {
      shown = market.display().proposed(item, learner, diary.clock(), dice);
    }
    diary.pass(1);
    diary.write(scene, request, header -> new Event.Impression(header, positions(shown)));
    if (!scene.equals("search") && dice.chance(WAVES_AWAY)) {
      waveAway(scene, request, dice.pick(shown), item);
    }
    return clickThrough(scene, request, shown, item);
  }

  private static List<Event.Shown> positions(List<Item> shown) {
    List<Event.Shown> positions = new ArrayList<>();
    for (Item item : shown) {
      positions.add(new Event.Shown(item.id(), positions.size() + 1));
    }
    return positions;
  }

  private void waveAway(String scene, Optional<String> request, Item unwanted, Item wanted) {
    boolean dear = learner.taste().subjects().getFirst().equals(Shelf.subject(unwanted));
    if (dear || unwanted.id().equals(wanted.id())) {
      return;
    }
    Scope scope = dice.chance(0.7) ? Scope.ITEM : dice.pick(List.of(Scope.AUTHOR, Scope.TAG));
    diary.pass(4);
    learner.refuse(unwanted);
    diary.write(scene, request, header -> new Event.NotInterested(header, unwanted.id(), scope));
  }

  /** Clicks from the top down until the wanted item is reached. */
  private boolean clickThrough(
      String scene, Optional<String> request, List<Item> shown, Item wanted) {
    for (int i = 0; i < shown.size(); i++) {
      Item item = shown.get(i);
      boolean isWanted = item.id().equals(wanted.id());
      if (dice.chance(isWanted ? CLICKS_WANTED : CLICKS_OTHER / (1 + 0.3 * i))) {
        OptionalInt position = OptionalInt.of(i + 1);
        diary.pass(dice.between(2, 15));
        diary.write(scene, request, header -> new Event.Click(header, item.id(), position));
        diary.pass(isWanted ? dice.between(20, 120) : dice.between(3, 25));
        if (isWanted) {
          return decide(item, request);
        }
      }
    }
    return false;
  }

  /** On the page of a wanted item: takes it, wishes for it, or leaves. */
  private boolean decide(Item item, Optional<String> request) {
    if (!dice.chance(takes(item))) {
      if (dice.chance(WISHES)) {
        diary.write("item", request, header -> new Event.Favourite(header, item.id()));
        learner.wish(item);
      }
      learner.leave(item);
      return false;
    }
    if (mustBuy(item)) {
      OptionalLong price = item.offer().priceAt(diary.clock());
      diary.write("item", request, header -> new Event.Purchase(header, item.id(), price));
      diary.pass(15);
    }
    learner.take(item);
    if (dice.chance(0.85)) {
      studyAndFollowUp(item);
    }
    return true;
  }

  /** Whether it has to be bought one by one: not when it is free or the membership covers it. */
  private boolean mustBuy(Item item) {
    return switch (item.offer().access()) {
      case FREE -> false;
      case PURCHASE -> true;
      case MEMBER, SUBSCRIPTION -> learner.habits().purse() != Habits.Purse.MEMBER;
    };
  }

  /** Chance that the learner takes an item whose page is open; steps of a path have two. */
  private double takes(Item item) {
    if (!mustBuy(item)) {
      return 0.9;
    }
    OptionalLong price = item.offer().priceAt(diary.clock());
    if (price.isEmpty() && item.offer().access() != Access.PURCHASE) {
      return 0;
    }
    boolean cheap = price.orElse(CHEAP_FEN) <= CHEAP_FEN;
    boolean reduced = !price.equals(item.offer().priceFen());
    double chance =
        switch (learner.habits().purse()) {
          case SHUT -> 0.04;
          case CAREFUL -> cheap ? 0.5 : 0.2;
          case OPEN -> cheap ? 0.8 : 0.65;
          case MEMBER -> cheap ? 0.5 : 0.3;
        };
    boolean onPath = market.shelf().isOnPath(item, learner.taste().goal());
    double tempted = reduced ? Math.min(1, 1.5 * chance) : chance;
    return onPath ? 1 - (1 - tempted) * (1 - tempted) : tempted;
  }
}
