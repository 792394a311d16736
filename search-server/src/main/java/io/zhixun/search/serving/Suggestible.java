package io.zhixun.search.serving;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.suggest.Catalogue;
import io.zhixun.search.suggest.QueryBook;
import io.zhixun.search.suggest.SuggestSettings;
import io.zhixun.search.suggest.Suggester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The items of a generation as suggestions see them.
 *
 * @param asOf when popularity is compared: one moment for all, since suggestions are kept in order
 */
public record Suggestible(ItemTable items, PopularityBoard board, Instant asOf)
    implements Catalogue {
  @Override
  public Iterable<ItemFacts> all() {
    return items.newestFirst();
  }

  @Override
  public Optional<ItemFacts> at(int row) {
    return items.at(row);
  }

  @Override
  public double popularity(ItemFacts item) {
    return board.signal(item, asOf);
  }

  /** A suggester that is never asked: for generations that only score. */
  public static Suggester silent(ItemTable items) {
    return new Suggester(
        new Suggestible(items, new PopularityBoard(new float[0]), Instant.EPOCH),
        new ChineseAnalyzer(Lexicon.EMPTY),
        SuggestSettings.DEFAULTS,
        new QueryBook(1, Duration.ofDays(1), UnaryOperator.identity(), _ -> 0, List.of()),
        List.of());
  }
}
