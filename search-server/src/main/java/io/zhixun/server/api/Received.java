package io.zhixun.server.api;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Click;
import io.zhixun.corpus.Event.Completion;
import io.zhixun.corpus.Event.Favourite;
import io.zhixun.corpus.Event.Header;
import io.zhixun.corpus.Event.Impression;
import io.zhixun.corpus.Event.NotInterested;
import io.zhixun.corpus.Event.Progress;
import io.zhixun.corpus.Event.Purchase;
import io.zhixun.corpus.Event.Rating;
import io.zhixun.corpus.Event.Search;
import io.zhixun.corpus.Event.Study;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Puts the server's time on events. */
final class Received {
  /** How far a sender's clock may be ahead of ours. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private Received() {}

  /**
   * The event as it was received: {@code receivedAt} is ours whatever the sender wrote, and a time
   * too far in the future becomes the time of receipt.
   */
  static Event at(Event event, Instant now) {
    Header sent = event.header();
    Header header =
        new Header(
            sent.id(),
            sent.at().isAfter(now.plus(TOLERANCE)) ? now : sent.at(),
            sent.actor(),
            Optional.of(now),
            sent.session(),
            sent.requestId(),
            sent.context());
    return switch (event) {
      case Impression(_, var shown) -> new Impression(header, shown);
      case Click(_, var item, var position) -> new Click(header, item, position);
      case Purchase(_, var item, var price) -> new Purchase(header, item, price);
      case Study(_, var item, var seconds) -> new Study(header, item, seconds);
      case Progress(_, var item, var progress) -> new Progress(header, item, progress);
      case Completion(_, var item) -> new Completion(header, item);
      case Rating(_, var item, var rating) -> new Rating(header, item, rating);
      case Favourite(_, var item) -> new Favourite(header, item);
      case NotInterested(_, var item, var scope) -> new NotInterested(header, item, scope);
      case Search(_, var query) -> new Search(header, query);
    };
  }
}
