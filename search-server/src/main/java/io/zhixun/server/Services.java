package io.zhixun.server;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.search.analytics.Report;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.serving.Live;
import io.zhixun.server.editing.Trials;
import io.zhixun.server.job.Jobs;
import io.zhixun.server.job.Workshop;
import io.zhixun.server.page.Pages;
import io.zhixun.store.Store;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * What the server stands in front of. It closes none of them.
 *
 * @param discovery finds, proposes, ranks
 * @param live takes writes, and says how far answers have come
 * @param store the record
 * @param items an item as answers know it, whether or not the record can be read
 * @param clock what a request's {@code now} is taken from
 * @param random for the names of requests; safe for many threads
 * @param tastes what answers conclude from a learner's history
 * @param reports what was counted in the last days
 * @param trials says what would come of a rule or a line of a word list
 * @param reindexing makes snapshots and puts them in place
 * @param pages adds the learner's site to the addresses
 */
public record Services(
    Discovery discovery,
    Live live,
    Store store,
    Function<ItemId, Optional<Item>> items,
    InstantSource clock,
    RandomGenerator random,
    Function<UserId, Tastes> tastes,
    IntFunction<Report> reports,
    Trials trials,
    Reindexing reindexing,
    Consumer<Pages.Registrar> pages) {
  /** Where snapshots are made, and the jobs that make them. */
  public record Reindexing(Workshop workshop, Jobs jobs) {}

  /** Without the learner's site: the API alone. */
  public static Consumer<Pages.Registrar> noPages() {
    return _ -> {};
  }
}
