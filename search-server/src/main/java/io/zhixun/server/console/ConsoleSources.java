package io.zhixun.server.console;

import io.zhixun.corpus.ItemId;
import io.zhixun.search.analytics.Analytics;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.serving.Generations;
import io.zhixun.search.serving.Live;
import io.zhixun.server.editing.Trials;
import io.zhixun.server.job.Jobs;
import io.zhixun.server.job.Workshop;
import io.zhixun.store.Store;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the console stands in front of. It closes none of them.
 *
 * @param generations what answers are made from now
 * @param trials says what would come of a rule or a line of a word list
 * @param analytics counts what learners do
 * @param ids gives each bulk change and each upload a name of its own
 */
public record ConsoleSources(
    Store store,
    Live live,
    Discovery discovery,
    Generations generations,
    Trials trials,
    Workshop workshop,
    Jobs jobs,
    Analytics analytics,
    Supplier<String> ids) {

  /** The title of an item, as far as it is known. */
  String title(ItemId id) {
    return store.items(List.of(id)).stream()
        .findFirst()
        .map(stored -> stored.item().text().title())
        .orElse(id.value());
  }
}
