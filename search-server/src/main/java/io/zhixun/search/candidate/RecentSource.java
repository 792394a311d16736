package io.zhixun.search.candidate;

import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import io.zhixun.search.serving.Trail;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * What goes with each of the learner's newest items by itself: first what those items prepare for,
 * then what their learners took too. Takes turns over the items, newest first, so that a new
 * interest is not drowned by an old and long one.
 */
final class RecentSource implements CandidateSource {
  private static final int NEWEST = 6;

  @Override
  public String name() {
    return "history";
  }

  @Override
  public List<Integer> propose(Generation generation, Seeker seeker, int limit) {
    List<Trail.Step> steps = seeker.history().steps();
    List<List<Integer>> lists =
        steps.subList(Math.max(0, steps.size() - NEWEST), steps.size()).reversed().stream()
            .map(step -> after(generation, step.row(), limit))
            .toList();
    SequencedSet<Integer> rows = new LinkedHashSet<>();
    for (int rank = 0; rank < limit && rows.size() < limit; rank++) {
      for (List<Integer> list : lists) {
        if (rank < list.size() && rows.size() < limit) {
          rows.add(list.get(rank));
        }
      }
    }
    return List.copyOf(rows);
  }

  private static List<Integer> after(Generation generation, int row, int limit) {
    SequencedSet<Integer> rows = new LinkedHashSet<>();
    generation
        .items()
        .at(row)
        .ifPresent(
            item ->
                generation.items().preparedBy(item.id()).stream()
                    .map(ItemFacts::row)
                    .sorted()
                    .forEach(rows::add));
    rows.addAll(generation.collaborative().alongside(row, limit));
    return new ArrayList<>(rows);
  }
}
