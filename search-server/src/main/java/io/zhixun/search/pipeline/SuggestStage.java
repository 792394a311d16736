package io.zhixun.search.pipeline;

import io.zhixun.corpus.Event.Context;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.policy.Eligibility.Exclusion;
import io.zhixun.search.pipeline.Answers.Facts;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import io.zhixun.search.serving.Seekers;
import io.zhixun.search.suggest.Suggester.Asker;
import io.zhixun.search.suggest.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Suggestions of one generation for one search box. */
final class SuggestStage {
  private final Generation generation;
  private final Seekers seekers;

  SuggestStage(Generation generation, Seekers seekers) {
    this.generation = generation;
    this.seekers = seekers;
  }

  Answers.Suggestions answer(Requests.Suggest request, Instant now, String requestId) {
    List<String> own =
        request.typed().isBlank()
            ? request.user().map(seekers::searches).orElse(List.of())
            : List.of();
    List<Suggestion> suggestions =
        generation
            .suggester()
            .suggest(request.typed(), new Asker(own, shown(request, now)), request.size(), now);
    boolean isPersonal = suggestions.stream().map(Suggestion::text).anyMatch(own::contains);
    return new Answers.Suggestions(
        new Facts(requestId, generation.name(), isPersonal, List.of()), suggestions);
  }

  /** As in search, what nobody may see is left out; and what this learner may not be offered. */
  private Predicate<ItemFacts> shown(Requests.Suggest request, Instant now) {
    if (request.user().isEmpty()) {
      return item -> item.isVisibleAt(now);
    }
    Seeker seeker =
        seekers.of(generation, request.user(), new Seekers.Asked(0, Context.UNKNOWN, now));
    return item ->
        item.isVisibleAt(now)
            && seeker.eligibility().of(item).filter(Exclusion.MINOR::equals).isEmpty();
  }
}
