package io.zhixun.search.candidate;

import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Items of the tags that the learner cares about, stated or shown: what a newcomer with interests
 * gets before there is any history. Takes turns over the tags, most popular items of each first.
 */
final class InterestSource implements CandidateSource {
  private static final int MAX_TAGS = 8;

  /** A tag on more items than this is looked at no further: it says too little. */
  private static final int MAX_ITEMS_PER_TAG = 2_000;

  @Override
  public String name() {
    return "interest";
  }

  @Override
  public List<Integer> propose(Generation generation, Seeker seeker, int limit) {
    List<List<Integer>> lists =
        seeker.viewer().tastes().tags().entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<String, Double> tag) ->
                            -tag.getValue() * generation.items().specificity(tag.getKey()))
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MAX_TAGS)
            .map(tag -> mostPopular(generation, tag.getKey(), seeker.viewer().now(), limit))
            .toList();
    SequencedSet<Integer> rows = new LinkedHashSet<>();
    for (int rank = 0; rank < limit && rows.size() < limit; rank++) {
      for (List<Integer> list : lists) {
        if (rank < list.size() && rows.size() < limit) {
          rows.add(list.get(rank));
        }
      }
    }
    return new ArrayList<>(rows);
  }

  private static List<Integer> mostPopular(
      Generation generation, String tag, Instant now, int limit) {
    return generation.items().tagged(tag).stream()
        .limit(MAX_ITEMS_PER_TAG)
        .sorted(
            Comparator.comparingDouble(
                    (ItemFacts item) -> -generation.popularity().signal(item, now))
                .thenComparing(ItemFacts::id))
        .limit(limit)
        .map(ItemFacts::row)
        .toList();
  }
}
