package io.zhixun.ranking.interaction;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The matrix that a corpus' events make. */
public final class CorpusInteractions {
  private CorpusInteractions() {}

  /** A learner and an item by their rows. */
  private record Pair(int learner, int item) {}

  /** What happened between them, and when it last did. */
  private record Done(Engagement engagement, long lastSecond) {}

  /**
   * Folds the events of signed-in learners into one weighted, timed entry for each learner and
   * item. Rows are the corpus' own; events of learners or items that it no longer knows (erased
   * ones) are left out, and so are pairs of weight zero.
   */
  public static Interactions of(Corpus corpus, EventWeights weights) {
    Map<Pair, Done> pairs = new LinkedHashMap<>();
    for (Event event : corpus.events()) {
      if (event instanceof Event.OnItem onItem) {
        OptionalInt learner =
            event.user().map(corpus.learnerRows()::of).orElse(OptionalInt.empty());
        OptionalInt item = corpus.itemRows().of(onItem.item());
        if (learner.isPresent() && item.isPresent()) {
          pairs.merge(
              new Pair(learner.getAsInt(), item.getAsInt()),
              after(new Done(Engagement.NONE, Long.MIN_VALUE), onItem),
              (before, _) -> after(before, onItem));
        }
      }
    }
    InteractionsBuilder builder =
        Interactions.builder(corpus.learnerRows().size(), corpus.itemRows().size())
            .sequence(Interactions.Sequence.TIMED);
    pairs.forEach(
        (pair, done) -> {
          float weight = weights.of(done.engagement());
          if (weight > 0) {
            builder.add(pair.learner(), pair.item(), weight, done.lastSecond());
          }
        });
    return builder.build();
  }

  private static Done after(Done before, Event.OnItem event) {
    return new Done(
        before.engagement().after(event),
        Math.max(before.lastSecond(), event.at().getEpochSecond()));
  }
}
