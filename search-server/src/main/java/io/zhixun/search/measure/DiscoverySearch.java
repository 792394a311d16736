package io.zhixun.search.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Noise;
import io.zhixun.search.pipeline.Answers.Ranked;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.ItemWords;
import io.zhixun.search.pipeline.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Whether a learner who types one word finds the item they took. The candidates are the items whose
 * text holds the word, less those that the learner is known to have, the same for all three orders:
 * {@code plain} by relevance alone, {@code popular} by relevance + w · ln(1 + learners) with the w
 * that is best on pairs drawn from the known interactions, and {@code personalised} as the ranking
 * API of the product puts them for this learner. Equal scores go by id.
 */
final class DiscoverySearch {
  /** Pairs that w is chosen on, and the seed of their draw. */
  private static final int VALIDATION = 1_000;

  private static final long SEED = 41;
  private static final double STEP = 0.02;
  private static final int STEPS = 40;

  private final DiscoveryData data;
  private final Discovery discovery;
  private final Instant now;
  private final ItemWords words;
  private final Interactions known;

  DiscoverySearch(DiscoveryData data, Discovery discovery, Instant now, ItemWords words) {
    this.data = data;
    this.discovery = discovery;
    this.now = now;
    this.words = words;
    this.known = data.known();
  }

  /** A learner who looks for one item with one word. */
  private record Wish(int user, ItemId wanted, String query) {}

  /**
   * One candidate.
   *
   * @param relevance share of the best, 0..1
   * @param popularity ln(1 + learners who are known to have it)
   */
  private record Candidate(ItemId id, double relevance, double popularity) {}

  /** The metrics of {@code search}. */
  ObjectNode measure() {
    double weight = bestWeight();
    double plain = 0;
    double popular = 0;
    double personalised = 0;
    long candidates = 0;
    for (DiscoveryData.Held held : data.held()) {
      Wish wish = new Wish(held.user(), data.itemId(held.item()), held.query());
      List<ItemId> ids = candidates(wish);
      candidates += ids.size();
      List<Candidate> scored = scored(wish, ids, 0);
      plain += reciprocalRank(scored, wish.wanted(), 0);
      popular += reciprocalRank(scored, wish.wanted(), weight);
      personalised +=
          place(ranked(wish, ids, Optional.of(data.userId(wish.user()))), wish.wanted());
    }
    double asked = Math.max(1, data.held().size());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("plain").put("mrr", plain / asked);
    json.putObject("popular").put("mrr", popular / asked).put("weight", weight);
    json.putObject("personalised").put("mrr", personalised / asked);
    return json.put("candidates", candidates / asked);
  }

  /** Items that hold the word, less what the learner is known to have. */
  private List<ItemId> candidates(Wish wish) {
    Set<ItemId> has = new HashSet<>();
    for (int row : known.itemsOf(wish.user())) {
      if (!data.itemId(row).equals(wish.wanted())) {
        has.add(data.itemId(row));
      }
    }
    return words.holding(wish.query()).stream()
        .filter(id -> !has.contains(id))
        .limit(Requests.MAX_RANK)
        .toList();
  }

  private List<Ranked> ranked(Wish wish, List<ItemId> ids, Optional<UserId> user) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Requests.Audience audience =
        new Requests.Audience(user, OptionalDouble.empty(), Context.UNKNOWN, user.isEmpty());
    return discovery
        .rank(
            new Requests.Rank(
                ids.stream().map(ItemId::value).toList(),
                Optional.of(wish.query()),
                false,
                audience),
            now)
        .items();
  }

  /**
   * Candidates for somebody of whom nothing is known.
   *
   * @param less how many fewer learners the wanted item has: that of a pair out of the known ones
   */
  private List<Candidate> scored(Wish wish, List<ItemId> ids, int less) {
    List<Candidate> scored = new ArrayList<>();
    for (Ranked item : ranked(wish, ids, Optional.empty())) {
      double relevance =
          item.parts().stream()
              .filter(part -> part.feature().equals("bm25"))
              .mapToDouble(part -> part.value())
              .findFirst()
              .orElse(0);
      ItemId id = new ItemId(item.id());
      int learners = known.itemDegree(data.row(id));
      boolean counted = less > 0 && id.equals(wish.wanted());
      scored.add(new Candidate(id, relevance, Math.log1p(learners - (counted ? less : 0))));
    }
    return scored;
  }

  private static double reciprocalRank(List<Candidate> candidates, ItemId wanted, double weight) {
    List<ItemId> order =
        candidates.stream()
            .sorted(
                Comparator.comparingDouble(
                        (Candidate one) -> -(one.relevance() + weight * one.popularity()))
                    .thenComparing(Candidate::id))
            .map(Candidate::id)
            .toList();
    int at = order.indexOf(wanted);
    return at < 0 ? 0 : 1.0 / (1 + at);
  }

  private static double place(List<Ranked> ranked, ItemId wanted) {
    for (int at = 0; at < ranked.size(); at++) {
      if (ranked.get(at).id().equals(wanted.value())) {
        return 1.0 / (1 + at);
      }
    }
    return 0;
  }

  /** The weight of popularity that is best on pairs of our own making. */
  private double bestWeight() {
    double[] sums = new double[STEPS + 1];
    for (Wish wish : drawn()) {
      List<Candidate> scored = scored(wish, candidates(wish), 1);
      for (int step = 0; step <= STEPS; step++) {
        sums[step] += reciprocalRank(scored, wish.wanted(), step * STEP);
      }
    }
    int best = 0;
    for (int step = 1; step <= STEPS; step++) {
      best = sums[step] > sums[best] ? step : best;
    }
    return best * STEP;
  }

  /** A known pair each of some learners, less those of works taken twice, with a word of it. */
  private List<Wish> drawn() {
    List<Wish> wishes = new ArrayList<>();
    for (int user = 0; user < known.users() && wishes.size() < VALIDATION; user++) {
      List<Integer> once = data.takenOnce(known, user);
      if (!once.isEmpty()) {
        ItemId item = data.itemId(once.get(Noise.below(SEED, user, once.size())));
        int learner = user;
        words
            .drawn(item, SEED + 1, user)
            .ifPresent(word -> wishes.add(new Wish(learner, item, word)));
      }
    }
    return wishes;
  }
}
