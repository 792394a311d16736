package io.zhixun.server.page;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.blend.BlendSettings;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Signals;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.ranking.feature.Viewer;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Answers.Reason;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.server.page.Learners.Portrait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real blend over the little that is known here. */
final class ShelfRanker {
  private final Optional<Portrait> portrait;
  private final Audience audience;
  private final Blender blender;
  private final Viewer viewer;
  private final double weight;

  ShelfRanker(
      Audience audience, Optional<Portrait> portrait, Map<String, Double> weights, Instant now) {
    this.audience = audience;
    this.portrait = portrait;
    this.blender = new Blender(weights, BlendSettings.DEFAULTS.narrow());
    this.weight = portrait.isEmpty() ? 0 : audience.weight().orElse(0.5);
    Learner nobody = Learner.of(UserProfile.unknown(new UserId("nobody")));
    Portrait known =
        portrait.orElseGet(
            () ->
                new Portrait(
                    nobody, Tastes.of(nobody, EventWeights.DEFAULTS, _ -> Optional.empty())));
    this.viewer = new Viewer(known.learner(), known.tastes(), audience.context(), now);
  }

  boolean isPersonal() {
    return weight > 0;
  }

  Optional<Portrait> portrait() {
    return portrait;
  }

  boolean mayPropose(Item item) {
    Learner learner = viewer.learner();
    return !learner.finished().contains(item.id())
        && !learner.refused().containsKey(item.id())
        && !learner.owned().contains(item.id());
  }

  double score(Item item, double lexical) {
    return blender.score(ItemFacts.of(item, 0), signals(item, lexical), viewer, weight);
  }

  /** A shelf is small: few of its items hold any query. */
  private static Signals signals(Item item, double lexical) {
    double learners = item.reception().learnerCount().orElse(0);
    double popularity = Math.log1p(learners) / Math.log1p(500_000);
    return new Signals(lexical, Double.NaN, Double.NaN, Double.NaN, Double.NaN, popularity, 0);
  }

  Hit hit(Item item, Match match, List<ItemId> editions) {
    double lexical = match.isBlank() ? Double.NaN : match.score(item);
    return new Hit(
        item,
        score(item, lexical),
        match.highlights(item),
        match.chapter(item),
        reasons(item, match),
        List.of(match.isBlank() ? "trending" : "lexical"),
        audience.explain()
            ? blender.parts(ItemFacts.of(item, 0), signals(item, lexical), viewer, weight)
            : List.of(),
        List.of(),
        editions);
  }

  private List<Reason> reasons(Item item, Match match) {
    List<Reason> reasons = new ArrayList<>();
    for (ItemId before : item.audience().prerequisites()) {
      if (weight > 0 && viewer.learner().finished().contains(before)) {
        reasons.add(
            new Reason(Reason.Code.COMPLETED_PREREQUISITE, "因为你学完了先修内容", Optional.of(before)));
      }
    }
    for (String tag : item.text().tags()) {
      if (weight > 0 && reasons.isEmpty() && viewer.tastes().tags().containsKey(tag)) {
        reasons.add(new Reason(Reason.Code.INTEREST, "因为你关注“" + tag + "”", Optional.empty()));
      }
    }
    if (reasons.isEmpty()
        && match.isBlank()
        && item.reception().learnerCount().orElse(0) > 50_000) {
      reasons.add(new Reason(Reason.Code.POPULAR, "近期很多人在学", Optional.empty()));
    }
    return reasons;
  }
}
