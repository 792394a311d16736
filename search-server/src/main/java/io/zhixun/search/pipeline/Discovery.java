package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything the query side can be asked. Safe for many threads; the same input at the same
 * generation gives the same output.
 */
public interface Discovery {
  /**
   * Finds.
   *
   * @throws CursorException when the request's cursor cannot be continued
   */
  Answers.Search search(Requests.Search request, Instant now);

  /** Proposes. */
  Answers.Feed recommend(Requests.Feed request, Instant now);

  /** Orders the caller's items. */
  Answers.Rank rank(Requests.Rank request, Instant now);

  /** Items like one item; empty when the item is not known. */
  Optional<Answers.Items> similar(ItemId item, Requests.Audience audience, int size, Instant now);

  /** What learners took after one item; empty when the item is not known. */
  Optional<Answers.Items> next(ItemId item, Requests.Audience audience, int size, Instant now);

  /** What to learn on the way to an item; empty when the item is not known. */
  Optional<Answers.Path> path(ItemId goal, Requests.Audience audience, Instant now);

  /** What somebody may mean who has typed so far. */
  Answers.Suggestions suggest(Requests.Suggest request, Instant now);

  /** What many learners take lately. */
  Answers.Items trending(Requests.Audience audience, int size, Instant now);
}
