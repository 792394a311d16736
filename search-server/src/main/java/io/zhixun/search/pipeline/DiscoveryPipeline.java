package io.zhixun.search.pipeline;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.candidate.CandidateSource.Share;
import io.zhixun.search.candidate.CandidateSources;
import io.zhixun.search.candidate.Guard;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Generations;
import io.zhixun.search.serving.Seeker;
import io.zhixun.search.serving.Seekers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers every question from the generation that is served at that moment. Holds no state of its
 * own; safe for many threads.
 */
public final class DiscoveryPipeline implements Discovery {
  private final Generations generations;
  private final Seekers seekers;
  private final Means means;
  private final Supplier<String> requestIds;

  /**
   * @param seekers knows the learners
   * @param cursorSecret signs cursors; servers that share it continue each other's
   * @param requestIds a new name for each answer
   */
  public DiscoveryPipeline(
      Generations generations,
      Seekers seekers,
      PipelineSettings settings,
      byte[] cursorSecret,
      Supplier<String> requestIds) {
    this(
        generations,
        seekers,
        means(settings, cursorSecret, CandidateSources.shipped(settings.candidates())),
        requestIds);
  }

  private DiscoveryPipeline(
      Generations generations, Seekers seekers, Means means, Supplier<String> requestIds) {
    this.generations = generations;
    this.seekers = seekers;
    this.means = means;
    this.requestIds = requestIds;
  }

  private static Means means(PipelineSettings settings, byte[] cursorSecret, List<Share> sources) {
    Guard guard = Guard.lanes(settings.sources());
    return new Means(
        settings, new CandidateSources(sources, guard), guard, new CursorCodec(cursorSecret));
  }

  /** The same with other candidate sources. */
  public DiscoveryPipeline with(List<Share> sources) {
    Guard guard = Guard.lanes(means.settings().sources());
    Means others =
        new Means(means.settings(), new CandidateSources(sources, guard), guard, means.cursors());
    return new DiscoveryPipeline(generations, seekers, others, requestIds);
  }

  @Override
  public Answers.Search search(Requests.Search request, Instant now) {
    return answering(
        generation ->
            new SearchStage(generation, means)
                .answer(request, seeker(generation, request.audience(), now), requestIds.get()));
  }

  @Override
  public Answers.Feed recommend(Requests.Feed request, Instant now) {
    return answering(
        generation ->
            new Sections(generation, means, seeker(generation, request.audience(), now))
                .answer(request, requestIds.get()));
  }

  @Override
  public Answers.Rank rank(Requests.Rank request, Instant now) {
    return answering(
        generation ->
            new RankStage(generation, means, seeker(generation, request.audience(), now))
                .answer(request, requestIds.get()));
  }

  @Override
  public Optional<Answers.Items> similar(
      ItemId item, Requests.Audience audience, int size, Instant now) {
    return answering(
        generation -> related(generation, audience, now).similar(item, size, requestIds.get()));
  }

  @Override
  public Optional<Answers.Items> next(
      ItemId item, Requests.Audience audience, int size, Instant now) {
    return answering(
        generation -> related(generation, audience, now).next(item, size, requestIds.get()));
  }

  @Override
  public Optional<Answers.Path> path(ItemId goal, Requests.Audience audience, Instant now) {
    return answering(
        generation ->
            new PathStage(generation, seeker(generation, audience, now))
                .answer(goal, requestIds.get()));
  }

  @Override
  public Answers.Items trending(Requests.Audience audience, int size, Instant now) {
    return answering(
        generation -> related(generation, audience, now).trending(size, requestIds.get()));
  }

  @Override
  public Answers.Suggestions suggest(Requests.Suggest request, Instant now) {
    return answering(
        generation -> new SuggestStage(generation, seekers).answer(request, now, requestIds.get()));
  }

  /** What is known of an item now; empty while nothing is served. */
  public Optional<ItemFacts> facts(ItemId id) {
    return generations.isReady()
        ? answering(generation -> generation.items().of(id))
        : Optional.empty();
  }

  /** An item as it is served now, of any status; empty while nothing is served. */
  public Optional<Item> item(ItemId id) {
    return generations.isReady()
        ? answering(generation -> generation.lexical().item(id))
        : Optional.empty();
  }

  private RelatedStage related(Generation generation, Requests.Audience audience, Instant now) {
    return new RelatedStage(generation, means, seeker(generation, audience, now));
  }

  private Seeker seeker(Generation generation, Requests.Audience audience, Instant now) {
    double weight = audience.weight().orElse(means.settings().blend().weight());
    return seekers.of(
        generation, audience.user(), new Seekers.Asked(weight, audience.context(), now));
  }

  private <T> T answering(Function<Generation, T> answer) {
    try (Generations.Lease lease = generations.lease()) {
      return answer.apply(lease.generation());
    }
  }
}
