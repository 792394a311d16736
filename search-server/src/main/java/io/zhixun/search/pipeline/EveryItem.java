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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

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
  private final int[] works; // a number of each, beside items
  private final int[] kinds; // likewise
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
    this.works = numbers(ItemFacts::work);
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
    List<Integer> rows = new Contest(seeker, wish).left();
    return FeedStage.rows(stage.propose(seeker, wish, Candidates.of(rows)));
  }

  /** What is left of all items for one seeker when those that cannot come in are gone. */
  private final class Contest {
    private final Seeker seeker;
    private final Wish wish;
    private final double[] scores;
    private final BitSet resting = new BitSet();

    Contest(Seeker seeker, Wish wish) {
      this.seeker = seeker;
      this.wish = wish;
      this.scores = new Ranker(generation, seeker, blender).scores(items, popularity);
    }

    /** Rows, in no particular order. */
    List<Integer> left() {
      Map<Integer, PriorityQueue<Integer>> best = new HashMap<>();
      List<Integer> rows = new ArrayList<>();
      int worst = -1;
      for (int first : firstOfWorks()) {
        if (first >= 0 && resting.get(first)) {
          rows.add(row(first)); // comes after all others, however it scores
        } else if (first >= 0) {
          worst = worst < 0 || comesBefore(worst, first) ? first : worst;
          offer(best.computeIfAbsent(kinds[first], _ -> lastOnTop()), first);
        }
      }
      best.values().forEach(kind -> kind.forEach(at -> rows.add(row(at))));
      if (worst >= 0) {
        rows.add(row(worst));
      }
      return rows;
    }

    private int row(int at) {
      return items.get(at).row();
    }

    /** Of each work the edition that comes first; −1 where none may be proposed. */
    private int[] firstOfWorks() {
      int[] firsts = new int[items.size()];
      Arrays.fill(firsts, -1);
      for (int at = 0; at < scores.length; at++) {
        if (FeedStage.isEligible(items.get(at), seeker, wish)) {
          resting.set(at, stage.rests(items.get(at), seeker));
          int first = firsts[works[at]];
          firsts[works[at]] = first < 0 || comesBefore(at, first) ? at : first;
        }
      }
      return firsts;
    }

    private PriorityQueue<Integer> lastOnTop() {
      return new PriorityQueue<>((a, b) -> comesBefore(a, b) ? 1 : comesBefore(b, a) ? -1 : 0);
    }

    private void offer(PriorityQueue<Integer> kind, int at) {
      if (kind.size() < wish.places()) {
        kind.add(at);
      } else if (comesBefore(at, kind.element())) {
        kind.remove();
        kind.add(at);
      }
    }

    /** The order in which policy gets to see items. */
    private boolean comesBefore(int a, int b) {
      if (resting.get(a) != resting.get(b)) {
        return resting.get(b);
      }
      int byScore = Double.compare(scores[b], scores[a]);
      return byScore < 0 || (byScore == 0 && items.get(a).id().compareTo(items.get(b).id()) < 0);
    }
  }
}
