package io.zhixun.server.page;

import io.zhixun.corpus.Event;

/**
 * Takes what learners do on the pages to wherever events are kept.
 *
 * <p>Impressions and searches come as by-products of showing a page and may be recorded lazily; all
 * others come because the learner pressed something, and must act on the learner's next request
 * when {@code accept} returns. A page is worth more than the record of its having been shown, so
 * what cannot be recorded of the first two is let go. Guests are one actor, who is told apart from
 * nobody.
 */
@FunctionalInterface
public interface Feedback {
  void accept(Event event);
}
