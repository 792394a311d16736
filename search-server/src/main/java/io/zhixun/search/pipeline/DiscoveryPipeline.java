package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Generations;
import io.zhixun.search.serving.Seeker;
import io.zhixun.search.serving.Seekers;
import java.time.Instant;
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
  private final PipelineSettings settings;
  private final CursorCodec cursors;
  private final Supplier<String> requestIds;
  private final Blender search;
  private final Blender feed;

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
    this.generations = generations;
    this.seekers = seekers;
    this.settings = settings;
    this.cursors = new CursorCodec(cursorSecret);
    this.requestIds = requestIds;
    this.search = new Blender(settings.blend().search());
    this.feed = new Blender(settings.blend().feed());
  }

  @Override
  public Answers.Search search(Requests.Search request, Instant now) {
    return answering(
        generation ->
            new SearchStage(generation, settings, search, cursors)
                .answer(
                    request, seeker(generation, request.audience(), now), now, requestIds.get()));
  }

  @Override
  public Answers.Feed recommend(Requests.Feed request, Instant now) {
    return answering(
        generation -> {
          Seeker seeker = seeker(generation, request.audience(), now);
          return new Sections(generation, settings, feed, cursors)
              .answer(request, seeker, requestIds.get());
        });
  }

  @Override
  public Answers.Rank rank(Requests.Rank request, Instant now) {
    return answering(
        generation ->
            new RankStage(generation, search, feed)
                .answer(request, seeker(generation, request.audience(), now), requestIds.get()));
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
  public Answers.Items trending(Requests.Audience audience, int size, Instant now) {
    return answering(
        generation -> related(generation, audience, now).trending(size, requestIds.get()));
  }

  /** What is known of an item now; empty while nothing is served. */
  public Optional<ItemFacts> facts(ItemId id) {
    return generations.isReady()
        ? answering(generation -> generation.items().of(id))
        : Optional.empty();
  }

  private RelatedStage related(Generation generation, Requests.Audience audience, Instant now) {
    Seeker seeker = seeker(generation, audience, now);
    return new RelatedStage(generation, feed, seeker);
  }

  private Seeker seeker(Generation generation, Requests.Audience audience, Instant now) {
    double weight = audience.weight().orElse(settings.blend().weight());
    return seekers.of(
        generation, audience.user(), new Seekers.Asked(weight, audience.context(), now));
  }

  private <T> T answering(Function<Generation, T> answer) {
    try (Generations.Lease lease = generations.lease()) {
      return answer.apply(lease.generation());
    }
  }
}
