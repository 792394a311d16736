package io.zhixun.search.analytics;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Mode;
import io.zhixun.search.serving.Generations;
import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports of the last days. One is made by reading the record's events page by page, and kept for a
 * while, so that looking at it costs nothing. Safe for many threads.
 */
public final class Analytics {
  private static final int PAGE = 2_000;

  /** A sender's clock may be ahead of the record's. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private final AnalyticsSettings settings;
  private final Sources sources;
  private final InstantSource clock;
  private final Map<Integer, Report> made = new HashMap<>();

  /**
   * Where reports come from.
   *
   * @param discovery tells what a query finds now
   */
  public record Sources(Store store, Generations generations, Discovery discovery, Served served) {}

  public Analytics(AnalyticsSettings settings, Sources sources, InstantSource clock) {
    this.settings = settings;
    this.sources = sources;
    this.clock = clock;
  }

  public AnalyticsSettings settings() {
    return settings;
  }

  /** The report of the last days, at most as old as the settings allow. */
  public synchronized Report lastDays(int days) {
    Instant now = clock.instant();
    Report old = made.get(days);
    if (old == null || Duration.between(old.computed(), now).compareTo(settings.keep()) >= 0) {
      old = make(days, now);
      made.put(days, old);
    }
    return old;
  }

  /** Lets the next report be a new one. */
  public synchronized void forget() {
    made.clear();
  }

  private Report make(int days, Instant now) {
    Period period = Period.lastDays(days, now);
    try (Generations.Lease lease = sources.generations().lease()) {
      ReportMaker maker =
          new ReportMaker(
              period,
              settings,
              new ReportMaker.Knowledge(
                  lease.generation().items()::of,
                  ChineseAnalyzer::spelling,
                  sources.served(),
                  sources.store().rules()));
      long seq = 0;
      List<Entry> page;
      do {
        page = sources.store().events(period.from().minus(AHEAD), seq, PAGE);
        for (Entry entry : page) {
          if (entry.change() instanceof Change.AppendEvent(var event)) {
            maker.add(event);
          }
          seq = entry.seq();
        }
      } while (page.size() == PAGE);
      return maker.made(now, lease.generation().items().newestFirst(), query -> found(query, now));
    }
  }

  /** Words alone are asked first: where they find something, meaning changes nothing. */
  private int found(String query, Instant now) {
    int byWords = total(query, Mode.LEXICAL, now);
    return byWords > 0 ? byWords : total(query, Mode.HYBRID, now);
  }

  private int total(String query, Mode mode, Instant now) {
    Requests.Search search =
        new Requests.Search(
            query.substring(0, Math.min(query.length(), Requests.MAX_QUERY)),
            Filters.NONE,
            List.of(),
            mode,
            Sort.RELEVANCE,
            new Requests.Page(1, Optional.empty()),
            Requests.Audience.ANYBODY);
    return sources.discovery().search(search, now).total();
  }
}
