package io.zhixun.search.measure;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Access;
import io.zhixun.corpus.Item.Audience;
import io.zhixun.corpus.Item.Dates;
import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Length;
import io.zhixun.corpus.Item.Offer;
import io.zhixun.corpus.Item.Reception;
import io.zhixun.corpus.Item.Status;
import io.zhixun.corpus.Item.Text;
import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.search.lexical.LexicalIndex;
import io.zhixun.search.semantic.SemanticIndex;
import io.zhixun.search.serving.Collaborative;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.ItemTable;
import io.zhixun.search.serving.PopularityBoard;
import io.zhixun.search.serving.Suggestible;
import io.zhixun.search.suggest.QueryBook;
import io.zhixun.search.suggest.SuggestSettings;
import io.zhixun.search.suggest.Suggester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * A generation of items of which nothing is known but who took them: the serving state that
 * published interaction data would have.
 */
final class BehaviourGeneration {
  private BehaviourGeneration() {}

  static Generation of(Interactions train, LearnedModel model) {
    ItemTable items = new ItemTable();
    float[] counts = new float[train.items()];
    for (int row = 0; row < train.items(); row++) {
      counts[row] = train.itemDegree(row);
      if (counts[row] > 0) { // every item of train is a candidate, and no other
        items.put(ItemFacts.of(item(row), row));
      }
    }
    Generation.Parts parts =
        new Generation.Parts(
            "measured",
            0,
            LexicalIndex.none(),
            items,
            new Collaborative(model),
            new PopularityBoard(counts),
            new PopularityBoard(new float[0]),
            silent(items),
            SemanticIndex.none(),
            EventWeights.DEFAULTS);
    return new Generation(
        parts,
        id -> {
          throw new IllegalStateException("nothing changes while measuring, got " + id);
        });
  }

  /** Suggests nothing: it is never built. */
  private static Suggester silent(ItemTable items) {
    ChineseAnalyzer analyzer = new ChineseAnalyzer(Lexicon.EMPTY);
    QueryBook queries =
        new QueryBook(1, Duration.ofDays(1), UnaryOperator.identity(), _ -> 0, List.of());
    return new Suggester(
        new Suggestible(items, new PopularityBoard(new float[0]), Instant.EPOCH),
        analyzer,
        SuggestSettings.DEFAULTS,
        queries,
        List.of());
  }

  /** Identifiers sort as rows do, so that ties go to the smaller one. */
  static ItemId id(int row) {
    return new ItemId("%010d".formatted(row));
  }

  private static Item item(int row) {
    Text text =
        new Text(
            Integer.toString(row),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "zh");
    Offer offer =
        new Offer(Access.FREE, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    return new Item(
        id(row),
        Format.COURSE,
        Status.PUBLISHED,
        text,
        offer,
        new Audience(Optional.empty(), List.of(), false),
        Length.UNKNOWN,
        Reception.UNKNOWN,
        Dates.UNKNOWN,
        Optional.empty(),
        Optional.empty());
  }
}
