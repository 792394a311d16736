package io.zhixun.cli;

import io.zhixun.corpus.Event;
import io.zhixun.search.serving.Live;
import io.zhixun.server.page.Feedback;
import io.zhixun.store.Change;
import io.zhixun.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what happens on the pages into the record. */
final class PageFeedback implements Feedback {
  private static final Logger LOG = LoggerFactory.getLogger(PageFeedback.class);

  private final Live live;

  PageFeedback(Live live) {
    this.live = live;
  }

  @Override
  public void accept(Event event) {
    try {
      live.accept(List.of(new Change.AppendEvent(event)));
    } catch (StoreException e) {
      letGo(event, e, e);
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof StoreException cause)) {
        throw e;
      }
      letGo(event, cause, e);
    }
  }

  /**
   * A page is shown, and a link leads on, although that cannot be recorded; what somebody says of
   * an item must be.
   */
  private static void letGo(Event event, StoreException cause, RuntimeException thrown) {
    switch (event) {
      case Event.Search _, Event.Impression _ ->
          LOG.warn("a page was shown and not recorded: {}", cause.getMessage());
      case Event.Click _ -> LOG.warn("a click was not recorded: {}", cause.getMessage());
      case Event.OnItem onItem -> {
        if (!onItem.isOfGuest()) {
          throw thrown;
        }
        LOG.warn("what a guest did was not recorded: {}", cause.getMessage());
      }
    }
  }
}
