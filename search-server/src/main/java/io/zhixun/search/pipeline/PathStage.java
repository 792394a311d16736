package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.pipeline.Answers.Facts;
import io.zhixun.search.pipeline.Answers.Reason;
import io.zhixun.search.pipeline.Answers.Step;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * The way to a goal: everything that must be learnt before it, each item after its own
 * prerequisites, and the goal last (Kahn, CACM 1962; what is farther from the goal comes first).
 *
 * <p>What the learner has finished, in any edition, is left out, and so is what only that needed.
 * Prerequisites that nobody may see are passed through. A cycle is an error of the catalogue: it is
 * reported, and cut before its smallest id, so that there is still a way.
 */
final class PathStage {
  private final Generation generation;
  private final Seeker seeker;

  PathStage(Generation generation, Seeker seeker) {
    this.generation = generation;
    this.seeker = seeker;
  }

  /** An item on the way. */
  private record Node(ItemFacts item, int distance, Optional<ItemFacts> opens, Set<ItemId> before) {
    static final Comparator<Node> FARTHEST_FIRST =
        Comparator.comparingInt((Node node) -> -node.distance())
            .thenComparing(node -> node.item().id());
  }

  Optional<Answers.Path> answer(ItemId goal, String requestId) {
    Optional<ItemFacts> item = generation.items().of(goal).filter(this::isVisible);
    if (item.isEmpty()) {
      return Optional.empty();
    }
    SequencedMap<ItemId, Node> nodes = nodes(item.get());
    List<List<ItemId>> cycles = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (Node node : ordered(nodes, cycles)) {
      generation
          .lexical()
          .item(node.item().id())
          .ifPresent(shown -> steps.add(new Step(shown, false, reason(node))));
    }
    Facts facts = Facts.of(requestId, generation, seeker, List.of());
    return Optional.of(new Answers.Path(facts, goal, steps, cycles));
  }

  private boolean isVisible(ItemFacts item) {
    return item.isVisibleAt(seeker.viewer().now()) && !seeker.eligibility().isForbidden(item);
  }

  /** The goal and all before it, breadth first. */
  private SequencedMap<ItemId, Node> nodes(ItemFacts goal) {
    SequencedMap<ItemId, Node> nodes = new LinkedHashMap<>();
    if (seeker.eligibility().isFinished(goal)) {
      return nodes;
    }
    Deque<Node> open = new ArrayDeque<>();
    open.add(new Node(goal, 0, Optional.empty(), needed(goal)));
    nodes.put(goal.id(), open.getFirst());
    while (!open.isEmpty()) {
      Node node = open.removeFirst();
      for (ItemId id : node.before()) {
        if (!nodes.containsKey(id)) {
          ItemFacts item = generation.items().of(id).orElseThrow();
          Node next = new Node(item, node.distance() + 1, Optional.of(node.item()), needed(item));
          nodes.put(id, next);
          open.addLast(next);
        }
      }
    }
    return nodes;
  }

  /** What must come before an item and is still to be learnt. */
  private Set<ItemId> needed(ItemFacts item) {
    Set<ItemId> needed = new TreeSet<>();
    Set<ItemId> seen = new HashSet<>();
    Deque<ItemId> open = new ArrayDeque<>(item.prerequisites());
    while (!open.isEmpty()) {
      ItemId id = open.removeFirst();
      Optional<ItemFacts> before = generation.items().of(id);
      if (!seen.add(id) || before.isEmpty() || seeker.eligibility().isFinished(before.get())) {
        continue;
      }
      if (isVisible(before.get())) {
        needed.add(id);
      } else {
        open.addAll(before.get().prerequisites());
      }
    }
    return needed;
  }

  private static List<Node> ordered(SequencedMap<ItemId, Node> nodes, List<List<ItemId>> cycles) {
    Map<ItemId, Set<ItemId>> waiting = new HashMap<>();
    Map<ItemId, List<ItemId>> after = new HashMap<>();
    nodes.forEach(
        (id, node) -> {
          waiting.put(id, new TreeSet<>(node.before()));
          node.before().forEach(b -> after.computeIfAbsent(b, _ -> new ArrayList<>()).add(id));
        });
    PriorityQueue<Node> ready = new PriorityQueue<>(Node.FARTHEST_FIRST);
    nodes.values().stream().filter(node -> node.before().isEmpty()).forEach(ready::add);
    List<Node> order = new ArrayList<>();
    while (order.size() < nodes.size()) {
      if (ready.isEmpty()) {
        List<ItemId> cycle = cycle(waiting);
        cycles.add(cycle);
        waiting.get(cycle.getFirst()).clear();
        ready.add(nodes.get(cycle.getFirst()));
      }
      Node next = ready.remove();
      order.add(next);
      waiting.remove(next.item().id());
      for (ItemId id : after.getOrDefault(next.item().id(), List.of())) {
        Set<ItemId> left = waiting.get(id);
        if (left != null && left.remove(next.item().id()) && left.isEmpty()) {
          ready.add(nodes.get(id));
        }
      }
    }
    return order;
  }

  /** Items that wait for each other in a ring, in the order of need, the smallest id first. */
  private static List<ItemId> cycle(Map<ItemId, Set<ItemId>> waiting) {
    ItemId at = new TreeSet<>(waiting.keySet()).first();
    List<ItemId> trail = new ArrayList<>();
    while (!trail.contains(at)) {
      trail.add(at);
      at = waiting.get(at).stream().filter(waiting::containsKey).findFirst().orElseThrow();
    }
    List<ItemId> ring = new ArrayList<>(trail.subList(trail.indexOf(at), trail.size()));
    Collections.rotate(ring, -ring.indexOf(new TreeSet<>(ring).first()));
    return List.copyOf(ring);
  }

  private static Reason reason(Node node) {
    return node.opens()
        .map(
            later ->
                new Reason(
                    Reason.Code.PREREQUISITE,
                    "学" + ReasonMaker.quoted(later.title()) + "之前先学它",
                    Optional.of(later.id())))
        .orElseGet(() -> new Reason(Reason.Code.GOAL, "你的目标", Optional.empty()));
  }
}
