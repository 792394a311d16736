package io.zhixun.search.pipeline;

import io.zhixun.corpus.Ids;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.blend.Part;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.lexical.Matches;
import io.zhixun.search.pipeline.Answers.Facts;
import io.zhixun.search.pipeline.Answers.Ranked;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a caller's items in order: the signals, features and blend of search, without retrieval. */
final class RankStage {
  private final Generation generation;
  private final Blender search;
  private final Blender feed;

  RankStage(Generation generation, Blender search, Blender feed) {
    this.generation = generation;
    this.search = search;
    this.feed = feed;
  }

  Answers.Rank answer(Requests.Rank request, Seeker seeker, String requestId) {
    List<ItemFacts> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String id : request.items()) {
      lookUp(id).ifPresentOrElse(known::add, () -> unknown.add(id));
    }
    Optional<String> query = request.query().filter(text -> !text.isBlank());
    Ranker ranker = new Ranker(generation, seeker, query.isPresent() ? search : feed);
    ReasonMaker reasons = new ReasonMaker(generation, seeker);
    List<Scored> scored = ranker.rank(known, lexical(query, known));
    if (request.policy()) {
      scored = scored.stream().filter(s -> seeker.eligibility().of(s.item()).isEmpty()).toList();
    }
    List<Ranked> answer = new ArrayList<>();
    for (Scored one : scored) {
      List<Part> parts = request.audience().explain() ? ranker.parts(one) : List.of();
      answer.add(
          new Ranked(
              one.item().id().value(), true, one.score(), reasons.of(one.item(), parts), parts));
    }
    unknown.forEach(id -> answer.add(new Ranked(id, false, 0, List.of(), List.of())));
    Facts facts = new Facts(requestId, generation.name(), seeker.personalised(), List.of());
    return new Answers.Rank(facts, answer);
  }

  private Optional<ItemFacts> lookUp(String id) {
    return Ids.problem(id).isPresent() ? Optional.empty() : generation.items().of(new ItemId(id));
  }

  /** Relevance of each item as a share of the best of them; 0 for one that does not match. */
  private double[] lexical(Optional<String> query, List<ItemFacts> items) {
    double[] shares = new double[items.size()];
    if (query.isEmpty()) {
      Arrays.fill(shares, Double.NaN);
      return shares;
    }
    Matches matches =
        generation.lexical().search(query.get(), items.stream().map(ItemFacts::id).toList());
    double best = 0;
    Map<Integer, Float> scores = new HashMap<>();
    for (int i = 0; i < matches.size(); i++) {
      best = Math.max(best, matches.score(i));
      scores.put(matches.row(i), matches.score(i));
    }
    for (int i = 0; i < shares.length && best > 0; i++) {
      shares[i] = scores.getOrDefault(items.get(i).row(), 0f) / best;
    }
    return shares;
  }
}
