package io.zhixun.search.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zhixun.cli.Platform;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is remembered of answers. */
class ServedTest {
  private static final Requests.Search SEARCH =
      new Requests.Search(
          "Python",
          Filters.NONE,
          List.of(),
          Requests.Mode.LEXICAL,
          Sort.RELEVANCE,
          new Requests.Page(3, Optional.empty()),
          Requests.Audience.ANYBODY);

  @Test
  void theLatestAnswersAreRememberedWithTheirSourcesAndOlderOnesAreForgotten() {
    Served served = new Served(2);
    Discovery discovery = served.remembering(Platform.shared().discovery());

    Answers.Search first = discovery.search(SEARCH, Platform.NOW);
    Answers.Hit hit = first.hits().getFirst();
    List<String> known = served.sources(first.facts().requestId(), hit.item().id());
    Answers.Search second = discovery.search(SEARCH, Platform.NOW);
    discovery.search(SEARCH, Platform.NOW);

    assertFalse(known.isEmpty());
    assertEquals(hit.sources(), known);
    assertEquals(List.of(), served.sources(first.facts().requestId(), hit.item().id()));
    assertEquals(known, served.sources(second.facts().requestId(), hit.item().id()));
  }
}
