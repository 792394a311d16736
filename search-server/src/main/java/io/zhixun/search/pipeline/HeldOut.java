package io.zhixun.search.pipeline;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.ranking.interaction.Engagement;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.math.Noise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two items of some learners that are kept out of training, to be found again: the newest one they
 * took, as what a feed should have proposed, and another one by chance, as what they might have
 * searched for.
 *
 * @param wanted of each learner drawn
 * @param before the events of everybody, less those of learners on what is wanted of them
 */
record HeldOut(Map<UserId, Wanted> wanted, List<Event> before) {
  /** An item is taken when it was bought, or as much as that. */
  private static final double TAKEN = 0.5;

  /** Two to find, two to know the learner by. */
  private static final int FEWEST = 4;

  private static final long SEED = 20_261_124;

  /**
   * What is wanted of one learner.
   *
   * @param next the newest
   * @param searched empty when every other one is an edition or run of another
   */
  record Wanted(ItemId next, Optional<ItemId> searched) {
    boolean has(ItemId item) {
      return item.equals(next) || searched.filter(item::equals).isPresent();
    }
  }

  /**
   * Draws learners by chance, the same from the same corpus.
   *
   * @param most how many learners
   */
  static HeldOut of(Corpus corpus, EventWeights weights, int most) {
    Map<ItemId, String> works =
        corpus.items().stream().collect(Collectors.toMap(Item::id, Item::work));
    Map<UserId, Map<ItemId, Engagement>> done = new LinkedHashMap<>();
    for (Event event : corpus.events()) {
      if (event instanceof Event.OnItem onItem
          && event.user().isPresent()
          && works.containsKey(onItem.item())) {
        // put anew: the item touched last comes last
        Map<ItemId, Engagement> of =
            done.computeIfAbsent(event.user().orElseThrow(), _ -> new LinkedHashMap<>());
        Engagement before = Optional.ofNullable(of.remove(onItem.item())).orElse(Engagement.NONE);
        of.put(onItem.item(), before.after(onItem));
      }
    }
    Map<UserId, Wanted> wanted = new LinkedHashMap<>();
    drawn(done.keySet(), corpus)
        .forEach(
            user -> {
              List<ItemId> taken = taken(done.get(user), weights);
              if (taken.size() >= FEWEST && wanted.size() < most) {
                wanted.put(user, wanted(taken, works, row(corpus, user)));
              }
            });
    List<Event> before =
        corpus.events().stream().filter(event -> !isWanted(event, wanted)).toList();
    return new HeldOut(wanted, before);
  }

  private static List<UserId> drawn(Set<UserId> users, Corpus corpus) {
    return users.stream()
        .filter(user -> corpus.learnerRows().of(user).isPresent())
        .sorted(
            Comparator.comparingLong((UserId user) -> Noise.bits(SEED, row(corpus, user)))
                .thenComparing(UserId::value))
        .toList();
  }

  private static int row(Corpus corpus, UserId user) {
    OptionalInt row = corpus.learnerRows().of(user);
    return row.orElseThrow();
  }

  private static List<ItemId> taken(Map<ItemId, Engagement> done, EventWeights weights) {
    List<ItemId> taken = new ArrayList<>();
    done.forEach(
        (item, engagement) -> {
          if (weights.of(engagement) >= TAKEN) {
            taken.add(item);
          }
        });
    return taken;
  }

  private static Wanted wanted(List<ItemId> taken, Map<ItemId, String> works, int row) {
    Map<String, Integer> editions = new HashMap<>();
    taken.forEach(item -> editions.merge(works.get(item), 1, Integer::sum));
    List<ItemId> others =
        taken.subList(0, taken.size() - 1).stream()
            .filter(item -> editions.get(works.get(item)) == 1)
            .toList();
    Optional<ItemId> searched =
        others.isEmpty()
            ? Optional.empty()
            : Optional.of(others.get(Noise.below(SEED + 1, row, others.size())));
    return new Wanted(taken.getLast(), searched);
  }

  private static boolean isWanted(Event event, Map<UserId, Wanted> wanted) {
    return event instanceof Event.OnItem onItem
        && event.user().map(wanted::get).filter(of -> of.has(onItem.item())).isPresent();
  }
}
