package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.ranking.policy.Diversity;
import io.zhixun.search.candidate.Candidates;
import io.zhixun.search.pipeline.FeedStage.Wish;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a feed would be if every item were a candidate instead of what the sources propose: for
 * measuring what the sources miss, on a generation that nothing changes.
 *
 * <p>Every item is scored by the whole blend. Policy then has to see but few of them to give the
 * same feed as if it saw all, since an item cannot come into a list of k
 *
 * <ul>
 *   <li>when another edition of its work comes before it, or
 *   <li>when k items of its {@link Diversity.Kind} do.
 * </ul>
 *
 * The range of scores, by which variety weighs, is kept by the worst of those that are left. Costs
 * O(items) for each seeker; safe for many threads.
 */
public final class EveryItem {
  private final Generation generation;
  private final Blender blender;
  private final FeedStage stage;
  private final Instant now;
  private final List<ItemFacts> items = new ArrayList<>();
  private final int[] rows; // beside items
  private final int[] works; // a number of each, likewise
  private final BitSet alone = new BitSet(); // whose work has no other edition, likewise
  private final int[] kinds; // a number of each, likewise
  private final double[] popularity; // likewise, as of now

  /**
   * @param now when all seekers ask: what is popular is looked up once
   */
  public EveryItem(Generation generation, PipelineSettings settings, Blender blender, Instant now) {
    this.generation = generation;
    this.blender = blender;
    this.stage = new FeedStage(generation, settings, blender);
    this.now = now;
    generation.items().newestFirst().forEach(items::add);
    this.rows = items.stream().mapToInt(ItemFacts::row).toArray();
    this.works = numbers(ItemFacts::work);
    int[] editions = new int[items.size()];
    Arrays.stream(works).forEach(work -> editions[work]++);
    for (int at = 0; at < works.length; at++) {
      alone.set(at, editions[works[at]] == 1);
    }
    this.kinds = numbers(Diversity.Kind::of);
    this.popularity =
        items.stream().mapToDouble(item -> generation.popularity().signal(item, now)).toArray();
  }

  /** Numbers from 0, the same for items of which the same is said. */
  private int[] numbers(Function<ItemFacts, Object> said) {
    Map<Object, Integer> numbers = new HashMap<>();
    return items.stream()
        .mapToInt(item -> numbers.computeIfAbsent(said.apply(item), _ -> numbers.size()))
        .toArray();
  }

  /** The rows of the best proposals, best first. */
  public List<Integer> rows(Seeker seeker, int places, Set<ItemId> excluded) {
    if (places < 1) {
      throw new IllegalArgumentException("places must be >= 1, got " + places);
    }
    if (!seeker.viewer().now().equals(now)) {
      throw new IllegalArgumentException(
          "seekers must ask at " + now + ", got " + seeker.viewer().now());
    }
    Wish wish = new Wish(places, 0, excluded, ActiveRules.NONE);
    Candidates left = Candidates.of(new Contest(seeker, wish).left());
    return FeedStage.rows(stage.propose(seeker, wish, left));
  }

  /** What is left of all items for one seeker when those that cannot come in are gone. */
  private final class Contest {
    private final Seeker seeker;
    private final Wish wish;
    private final double[] scores;
    private final Map<Integer, PriorityQueue<Integer>> best = new HashMap<>(); // by kind
    private final List<Integer> resting = new ArrayList<>(); // come last, however they score
    private int worst = -1; // of those that do not rest

    Contest(Seeker seeker, Wish wish) {
      this.seeker = seeker;
      this.wish = wish;
      this.scores = new Ranker(generation, seeker, blender).scores(items, rows, popularity);
    }

    /** Rows, in no particular order. */
    List<Integer> left() {
      for (int at = alone.nextSetBit(0); at >= 0; at = alone.nextSetBit(at + 1)) {
        if (matters(at) && isEligible(at)) {
          enter(at);
        }
      }
      firstOfWorks().forEach(this::enter);
      IntStream.Builder left = IntStream.builder();
      best.values().forEach(kind -> kind.forEach(left::add));
      resting.forEach(left::add);
      if (worst >= 0) {
        left.add(worst);
      }
      return left.build().mapToObj(at -> rows[at]).toList();
    }

    /** Of each work with several editions the one that comes first, if any may be proposed. */
    private Collection<Integer> firstOfWorks() {
      Map<Integer, Integer> firsts = new HashMap<>();
      for (int at = alone.nextClearBit(0); at < rows.length; at = alone.nextClearBit(at + 1)) {
        if (isEligible(at)) {
          firsts.merge(works[at], at, this::firstOf);
        }
      }
      return firsts.values();
    }

    private int firstOf(int a, int b) {
      boolean before = rests(a) == rests(b) ? comesBefore(a, b) : rests(b);
      return before ? a : b;
    }

    private boolean isEligible(int at) {
      return FeedStage.isEligible(items.get(at), seeker, wish);
    }

    private boolean rests(int at) {
      return stage.rests(items.get(at), seeker);
    }

    /** Whether anything changes when an item enters. */
    private boolean matters(int at) {
      return isWorst(at) || comesIn(at) || rests(at);
    }

    private boolean isWorst(int at) {
      return worst < 0 || comesBefore(worst, at);
    }

    private boolean comesIn(int at) {
      PriorityQueue<Integer> kind = best.get(kinds[at]);
      return kind == null || kind.size() < wish.places() || comesBefore(at, kind.element());
    }

    private void enter(int at) {
      if (rests(at)) {
        resting.add(at);
        return;
      }
      if (isWorst(at)) {
        worst = at;
      }
      if (comesIn(at)) {
        PriorityQueue<Integer> kind = best.computeIfAbsent(kinds[at], _ -> lastOnTop());
        kind.add(at);
        if (kind.size() > wish.places()) {
          kind.remove();
        }
      }
    }

    private PriorityQueue<Integer> lastOnTop() {
      return new PriorityQueue<>((a, b) -> comesBefore(a, b) ? 1 : comesBefore(b, a) ? -1 : 0);
    }

    /** The order of scores. */
    private boolean comesBefore(int a, int b) {
      int byScore = Double.compare(scores[b], scores[a]);
      return byScore < 0 || (byScore == 0 && items.get(a).id().compareTo(items.get(b).id()) < 0);
    }
  }
}
