package io.zhixun.search.measure;

import io.zhixun.corpus.dataset.LightGcnFile;
import io.zhixun.corpus.dataset.MovieLensFile;
import io.zhixun.corpus.dataset.MovieLensFile.Rating;
import io.zhixun.ranking.evaluate.Split;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.Interactions.Sequence;
import io.zhixun.ranking.interaction.InteractionsBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Pairs of users and items to learn from and to find again. Users and items are rows in ascending
 * order of their identifiers, so that a tie broken by row is one broken by the smaller identifier.
 *
 * @param split test pairs that stand in train too are left out
 * @param userIds the identifier of each row
 * @param itemIds the identifier of each row
 */
public record RecommendationData(Split split, List<Integer> userIds, List<Integer> itemIds) {
  public RecommendationData {
    userIds = List.copyOf(userIds);
    itemIds = List.copyOf(itemIds);
  }

  /** Takes pairs of identifiers in the order of a file. */
  private interface Pairs {
    void each(Taker taker);
  }

  private interface Taker {
    void pair(int user, int item, long second);
  }

  /** Files in the form of the LightGCN paper: {@code user item item ...} on each line. */
  public static RecommendationData lightGcn(Path train, Path test) {
    return of(pairs(LightGcnFile.read(train)), pairs(LightGcnFile.read(test)), Sequence.LISTED);
  }

  private static Pairs pairs(LightGcnFile file) {
    return taker -> {
      for (int row = 0; row < file.size(); row++) {
        int user = file.user(row);
        file.items(row).forEach(item -> taker.pair(user, item, 0));
      }
    };
  }

  /** Files in the form of MovieLens 100K, of which ratings below a threshold are left out. */
  public static RecommendationData movieLens(Path train, Path test, double minRating) {
    return of(
        pairs(MovieLensFile.read(train), minRating),
        pairs(MovieLensFile.read(test), minRating),
        Sequence.TIMED);
  }

  private static Pairs pairs(List<Rating> ratings, double minRating) {
    return taker ->
        ratings.stream()
            .filter(rating -> rating.rating() >= minRating)
            .forEach(rating -> taker.pair(rating.user(), rating.item(), rating.timestamp()));
  }

  private static RecommendationData of(Pairs train, Pairs test, Sequence sequence) {
    TreeSet<Integer> users = new TreeSet<>();
    TreeSet<Integer> items = new TreeSet<>();
    Taker names =
        (user, item, _) -> {
          users.add(user);
          items.add(item);
        };
    train.each(names);
    test.each(names);
    int[] userIds = users.stream().mapToInt(Integer::intValue).toArray();
    int[] itemIds = items.stream().mapToInt(Integer::intValue).toArray();
    Split split =
        Split.of(
            matrix(train, userIds, itemIds, sequence), matrix(test, userIds, itemIds, sequence));
    return new RecommendationData(split, list(userIds), list(itemIds));
  }

  private static Interactions matrix(Pairs pairs, int[] userIds, int[] itemIds, Sequence sequence) {
    InteractionsBuilder builder =
        Interactions.builder(userIds.length, itemIds.length).sequence(sequence);
    pairs.each(
        (user, item, second) -> {
          int userRow = Arrays.binarySearch(userIds, user);
          int itemRow = Arrays.binarySearch(itemIds, item);
          if (sequence == Sequence.TIMED) {
            builder.add(userRow, itemRow, 1, second);
          } else {
            builder.add(userRow, itemRow);
          }
        });
    return builder.build();
  }

  private static List<Integer> list(int[] ids) {
    List<Integer> list = new ArrayList<>(ids.length);
    for (int id : ids) {
      list.add(id);
    }
    return list;
  }
}
