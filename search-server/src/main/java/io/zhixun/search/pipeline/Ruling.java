package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.ranking.policy.ActiveRules.Lift;
import io.zhixun.search.pipeline.Ranker.Scored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Applies editors' rules to an order: boosts and buryings to scores, pins to places. */
final class Ruling {
  private Ruling() {}

  /** Moves scores, and puts the candidates in the order of the new ones. */
  static List<Scored> lifted(List<Scored> ranked, ActiveRules rules) {
    if (rules.liftsNothing() || ranked.isEmpty()) {
      return ranked;
    }
    double step = ActiveRules.STEP * (ranked.getFirst().score() - ranked.getLast().score());
    List<Scored> lifted = new ArrayList<>(ranked.size());
    for (Scored scored : ranked) {
      Lift lift = rules.lift(scored.item().id());
      lifted.add(
          lift.steps() == 0
              ? scored
              : new Scored(
                  scored.item(),
                  scored.signals(),
                  scored.score() + lift.steps() * step,
                  new Moves(lift.steps(), step, lift.names())));
    }
    lifted.sort(Scored.BEST_FIRST);
    return lifted;
  }

  /** Puts pinned items first, in the order of the rules; the others keep theirs. */
  static List<Scored> pinned(List<Scored> order, ActiveRules rules) {
    if (rules.pinned().isEmpty()) {
      return order;
    }
    SequencedMap<ItemId, Scored> byId = new LinkedHashMap<>();
    order.forEach(scored -> byId.put(scored.item().id(), scored));
    List<Scored> first = new ArrayList<>(order.size());
    rules
        .pinned()
        .forEach(
            (id, name) -> {
              Scored pinned = byId.remove(id);
              if (pinned != null) {
                first.add(pinned.moved(name));
              }
            });
    first.addAll(byId.values());
    return first;
  }
}
