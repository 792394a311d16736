package io.zhixun.server.page;

import java.util.List;

/**
 * What is the same on every page.
 *
 * @param learners sample learners to choose from; empty where there is no choice
 * @param suggestions searches to start from
 */
record Site(List<SampleLearner> learners, List<String> suggestions, Addresses addresses) {
  Site {
    learners = List.copyOf(learners);
    suggestions = List.copyOf(suggestions);
  }

  /** Where style and scripts are, with what makes their addresses unique. */
  record Addresses(String style, String htmx, String script, String icon) {}

  boolean hasChooser() {
    return !learners.isEmpty();
  }
}
