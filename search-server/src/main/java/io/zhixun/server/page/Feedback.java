package io.zhixun.server.page;

import io.zhixun.corpus.Event;

/**
 * Takes what learners do on the pages to wherever events are kept.
 *
 * <p>Impressions and searches come as by-products of showing a page and may be recorded lazily; all
 * others come because the learner pressed something, and must act on the learner's next request
 * when {@code accept} returns. Visitors who are nobody leave no events.
 */
@FunctionalInterface
public interface Feedback {
  void accept(Event event);
}
