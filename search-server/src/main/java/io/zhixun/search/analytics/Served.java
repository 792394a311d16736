package io.zhixun.search.analytics;

import io.zhixun.corpus.ItemId;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which sources the latest answers came from. No event says it, and learners need not send it back:
 * the answer's own request id joins the two. It lasts as long as the process, so reports say of how
 * many items shown the sources are known. Safe for many threads.
 */
public final class Served {
  private final int most;
  private final LinkedHashMap<String, Map<ItemId, List<String>>> answers = new LinkedHashMap<>();

  /**
   * @param most answers that are remembered; the oldest goes first
   */
  public Served(int most) {
    this.most = most;
  }

  /** The sources of an item in an answer; none when the answer is not remembered. */
  synchronized List<String> sources(String requestId, ItemId item) {
    return answers.getOrDefault(requestId, Map.of()).getOrDefault(item, List.of());
  }

  private void remember(String requestId, Collection<Hit> hits) {
    Map<ItemId, List<String>> sources = new HashMap<>();
    hits.forEach(hit -> sources.put(hit.item().id(), hit.sources()));
    if (!sources.isEmpty()) {
      keep(requestId, Map.copyOf(sources));
    }
  }

  private synchronized void keep(String requestId, Map<ItemId, List<String>> sources) {
    answers.put(requestId, sources);
    if (answers.size() > most) {
      answers.pollFirstEntry();
    }
  }

  /** The same answers, remembered as they are given. */
  public Discovery remembering(Discovery discovery) {
    return new Remembering(discovery);
  }

  private final class Remembering implements Discovery {
    private final Discovery discovery;

    Remembering(Discovery discovery) {
      this.discovery = discovery;
    }

    @Override
    public Answers.Search search(Requests.Search request, Instant now) {
      Answers.Search answer = discovery.search(request, now);
      remember(answer.facts().requestId(), answer.hits());
      return answer;
    }

    @Override
    public Answers.Feed recommend(Requests.Feed request, Instant now) {
      Answers.Feed answer = discovery.recommend(request, now);
      remember(
          answer.facts().requestId(),
          answer.sections().stream().flatMap(section -> section.items().stream()).toList());
      return answer;
    }

    @Override
    public Answers.Rank rank(Requests.Rank request, Instant now) {
      return discovery.rank(request, now);
    }

    @Override
    public Optional<Answers.Items> similar(
        ItemId item, Requests.Audience audience, int size, Instant now) {
      return remembered(discovery.similar(item, audience, size, now));
    }

    @Override
    public Optional<Answers.Items> next(
        ItemId item, Requests.Audience audience, int size, Instant now) {
      return remembered(discovery.next(item, audience, size, now));
    }

    private Optional<Answers.Items> remembered(Optional<Answers.Items> answer) {
      answer.ifPresent(given -> remember(given.facts().requestId(), given.items()));
      return answer;
    }

    @Override
    public Optional<Answers.Path> path(ItemId goal, Requests.Audience audience, Instant now) {
      return discovery.path(goal, audience, now);
    }

    @Override
    public Answers.Suggestions suggest(Requests.Suggest request, Instant now) {
      return discovery.suggest(request, now);
    }

    @Override
    public Answers.Items trending(Requests.Audience audience, int size, Instant now) {
      Answers.Items answer = discovery.trending(audience, size, now);
      remember(answer.facts().requestId(), answer.items());
      return answer;
    }
  }
}
