package io.zhixun.corpus.check;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Click;
import io.zhixun.corpus.Event.Completion;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Favourite;
import io.zhixun.corpus.Event.Header;
import io.zhixun.corpus.Event.Impression;
import io.zhixun.corpus.Event.NotInterested;
import io.zhixun.corpus.Event.Progress;
import io.zhixun.corpus.Event.Purchase;
import io.zhixun.corpus.Event.Rating;
import io.zhixun.corpus.Event.Search;
import io.zhixun.corpus.Event.Study;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.ItemId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of an event line, asked of the event itself: a tenth of the work of writing the line
 * and reading it. Identifiers of items, learners and visitors kept theirs when they were made.
 */
final class EventRules {
  private EventRules() {}

  /** Whether the event's line would be read back as this event. */
  static boolean keeps(Event event) {
    return keeps(event.header())
        && switch (event) {
          case Impression impression -> isShown(impression.shown());
          case Click click -> click.position().isEmpty() || isPosition(click.position().getAsInt());
          case Purchase purchase ->
              purchase.priceFen().isEmpty()
                  || isWithin(purchase.priceFen().getAsLong(), 0, Limits.MAX_PRICE_FEN);
          case Study study -> isWithin(study.seconds(), 0, Limits.MAX_STUDY_SECONDS);
          case Progress progress -> progress.progress() >= 0 && progress.progress() <= 1;
          case Rating rating -> rating.rating() >= 1 && rating.rating() <= 5;
          case Search search -> Values.keeps(search.query(), Limits.QUERY);
          case Completion _, Favourite _, NotInterested _ -> true;
        };
  }

  private static boolean keeps(Header header) {
    return isId(header.id())
        && isTime(header.at())
        && (header.receivedAt().isEmpty() || isTime(header.receivedAt().get()))
        && isIdIfAny(header.session())
        && isIdIfAny(header.requestId())
        && keeps(header.context());
  }

  private static boolean keeps(Context context) {
    return isLabelIfAny(context.device())
        && isLabelIfAny(context.scene())
        && (context.hour().isEmpty() || isWithin(context.hour().getAsInt(), 0, 23));
  }

  private static boolean isShown(List<Event.Shown> shown) {
    Set<ItemId> items = HashSet.newHashSet(Math.min(shown.size(), Limits.MAX_SHOWN));
    return isWithin(shown.size(), 1, Limits.MAX_SHOWN)
        && shown.stream().allMatch(one -> isPosition(one.position()) && items.add(one.item()));
  }

  private static boolean isPosition(int position) {
    return isWithin(position, 1, Limits.MAX_POSITION);
  }

  private static boolean isWithin(long value, long min, long max) {
    return value >= min && value <= max;
  }

  private static boolean isTime(Instant time) {
    return !time.isBefore(Limits.EARLIEST_EVENT) && !time.isAfter(Limits.LATEST);
  }

  private static boolean isId(String id) {
    return Ids.problem(id).isEmpty();
  }

  private static boolean isIdIfAny(Optional<String> id) {
    return id.isEmpty() || isId(id.get());
  }

  private static boolean isLabelIfAny(Optional<String> label) {
    return label.isEmpty() || Values.keeps(label.get(), Limits.LABEL);
  }
}
