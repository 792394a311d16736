package io.zhixun.cli;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.dataset.Dataset;
import io.zhixun.store.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Measures what the weight of {@code likeness} does to home: of a catalogue with real behaviour a
 * fifth of the items is made new (nobody has taken them), and each learner's last other item held
 * out. Prints how much of what was taken of the new, and how many of the last items, stand among
 * the first 20 places. Run by hand; nothing is asserted.
 */
public final class NewInHome {
  private static final double NEW = 0.2;
  private static final int PLACES = 20;

  private final List<Item> items = new ArrayList<>();
  private final Map<UserId, Set<ItemId>> wantedNew = new LinkedHashMap<>();
  private final Map<UserId, ItemId> wantedKnown = new LinkedHashMap<>();
  private final List<Event> kept = new ArrayList<>();

  private NewInHome(Path catalogue, Path interactions, long seed) {
    List<Event> events = new ArrayList<>();
    Dataset.catalogue(catalogue).read(items::add, _ -> {}, _ -> {}, _ -> {});
    Dataset.interactions(interactions).read(_ -> {}, events::add, _ -> {}, _ -> {});
    List<ItemId> shuffled = new ArrayList<>(items.stream().map(Item::id).toList());
    Collections.shuffle(shuffled, new Random(seed));
    Set<ItemId> fresh = new HashSet<>(shuffled.subList(0, (int) (shuffled.size() * NEW)));
    Map<UserId, Set<ItemId>> known = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof Event.OnItem onItem && event.user().isPresent()) {
        Map<UserId, Set<ItemId>> into = fresh.contains(onItem.item()) ? wantedNew : known;
        into.computeIfAbsent(event.user().get(), _ -> new LinkedHashSet<>()).add(onItem.item());
      }
    }
    known.forEach(
        (user, own) -> {
          if (own.size() >= 3) {
            wantedKnown.put(user, new ArrayList<>(own).getLast());
          }
        });
    wantedNew.keySet().retainAll(wantedKnown.keySet());
    for (Event event : events) {
      boolean held =
          event instanceof Event.OnItem onItem
              && (fresh.contains(onItem.item())
                  || event.user().map(wantedKnown::get).filter(onItem.item()::equals).isPresent());
      if (!held) {
        kept.add(event);
      }
    }
  }

  /** Arguments: catalogue, interactions, seed, and the settings to try, {@code name=value} each. */
  public static void main(String[] arguments) {
    NewInHome data =
        new NewInHome(Path.of(arguments[0]), Path.of(arguments[1]), Long.parseLong(arguments[2]));
    for (int at = 3; at < arguments.length; at++) {
      data.print(List.of(arguments[at].split(",")));
    }
  }

  private void print(List<String> overrides) {
    List<Change> changes = MeasuredProduct.changes(items);
    kept.forEach(event -> changes.add(new Change.AppendEvent(event)));
    try (MeasuredProduct product = HomeVariety.product(changes, overrides)) {
      double ofNew = 0;
      double places = 0;
      int found = 0;
      for (Map.Entry<UserId, ItemId> one : wantedKnown.entrySet()) {
        List<ItemId> shown =
            HomeVariety.home(product, one.getKey()).stream().limit(PLACES).map(Item::id).toList();
        found += shown.contains(one.getValue()) ? 1 : 0;
        Set<ItemId> wanted = wantedNew.getOrDefault(one.getKey(), Set.of());
        long met = shown.stream().filter(wanted::contains).count();
        ofNew += wanted.isEmpty() ? 0 : (double) met / Math.min(PLACES, wanted.size());
        places += met;
      }
      System.out.printf(
          Locale.ROOT,
          "%s: recall@20 of the new %.4f (%d learners), of the known %.4f (%d); new ones met %.3f"
              + " a page%n",
          String.join(" ", overrides),
          ofNew / wantedNew.size(),
          wantedNew.size(),
          (double) found / wantedKnown.size(),
          wantedKnown.size(),
          places / wantedKnown.size());
    }
  }
}
