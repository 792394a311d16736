package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Part;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.lexical.Highlight;
import io.zhixun.search.lexical.Highlighter;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.List;
import java.util.Optional;

/** Turns scored candidates into what an answer shows. */
final class HitMaker {
  private final Generation generation;
  private final Ranker ranker;
  private final ReasonMaker reasons;
  private final boolean explain;

  HitMaker(Generation generation, Seeker seeker, Ranker ranker, boolean explain) {
    this.generation = generation;
    this.ranker = ranker;
    this.reasons = new ReasonMaker(generation, seeker);
    this.explain = explain;
  }

  /** What is particular to one hit beside its score. */
  record Extras(List<String> sources, List<ItemId> otherEditions) {
    static Extras from(List<String> sources) {
      return new Extras(sources, List.of());
    }
  }

  /** A proposal; empty when the item has gone meanwhile. */
  Optional<Hit> proposal(Scored scored, Extras extras) {
    return hit(scored, extras, Optional.empty());
  }

  /** Something that is paid for: it has no score, and no reason but that. */
  Optional<Hit> paid(Scored scored) {
    return generation
        .lexical()
        .item(scored.item().id())
        .map(
            item ->
                new Hit(
                    item,
                    0,
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of("sponsored"),
                    List.of(),
                    scored.moves().names(),
                    List.of()));
  }

  /** A search result, with its matches marked; empty when the item has gone meanwhile. */
  Optional<Hit> found(Scored scored, Extras extras, Highlighter highlighter) {
    return hit(scored, extras, Optional.of(highlighter));
  }

  private Optional<Hit> hit(Scored scored, Extras extras, Optional<Highlighter> highlighter) {
    ItemFacts facts = scored.item();
    List<Part> parts = ranker.parts(scored);
    return generation
        .lexical()
        .item(facts.id())
        .map(
            item -> {
              List<Highlight> marks = highlighter.map(marker -> marker.of(item)).orElse(List.of());
              return new Hit(
                  item,
                  scored.score(),
                  marks,
                  highlighter.flatMap(marker -> marker.chapter(item)),
                  reasons.of(facts, parts),
                  extras.sources(),
                  explain ? parts : List.of(),
                  scored.moves().names(),
                  extras.otherEditions());
            });
  }
}
