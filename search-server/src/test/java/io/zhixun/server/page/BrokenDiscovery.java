package io.zhixun.server.page;

import io.zhixun.corpus.ItemId;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import java.time.Instant;
import java.util.Optional;

/** Answers nothing: whatever is asked, it throws. */
final class BrokenDiscovery implements Discovery {
  @Override
  public Answers.Search search(Requests.Search request, Instant now) {
    throw broken();
  }

  @Override
  public Answers.Feed recommend(Requests.Feed request, Instant now) {
    throw broken();
  }

  @Override
  public Answers.Rank rank(Requests.Rank request, Instant now) {
    throw broken();
  }

  @Override
  public Optional<Answers.Items> similar(
      ItemId item, Requests.Audience audience, int size, Instant now) {
    throw broken();
  }

  @Override
  public Optional<Answers.Items> next(
      ItemId item, Requests.Audience audience, int size, Instant now) {
    throw broken();
  }

  @Override
  public Optional<Answers.Path> path(ItemId goal, Requests.Audience audience, Instant now) {
    throw broken();
  }

  @Override
  public Answers.Suggestions suggest(Requests.Suggest request, Instant now) {
    throw broken();
  }

  @Override
  public Answers.Items trending(Requests.Audience audience, int size, Instant now) {
    throw broken();
  }

  private static IllegalStateException broken() {
    return new IllegalStateException("broken on purpose");
  }
}
