package io.zhixun.corpus.dataset;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.jsonl.LineProblem;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Files of numbers in the LightGCN format as a corpus: users and items keep their numbers as ids,
 * an item's title is its number (format COURSE), and an item is known from its first mention on. A
 * pair counts once over all files. For kind and time of the events see {@link Enrolments}.
 */
record LightGcn(List<Path> files) implements Dataset {
  @Override
  public void read(
      Consumer<Item> items,
      Consumer<Event> events,
      Consumer<UserProfile> profiles,
      Consumer<LineProblem> problems) {
    Set<Integer> known = new HashSet<>();
    Set<Long> pairs = new HashSet<>();
    Enrolments enrolments = new Enrolments("lightgcn");
    for (Path file : files) {
      LightGcnFile.read(
          file,
          (_, row) ->
              row.items()
                  .filter(item -> pairs.add((long) row.user() << 32 | item))
                  .forEach(
                      item -> {
                        if (known.add(item)) {
                          items.accept(item(item));
                        }
                        events.accept(
                            enrolments.next(id(row.user()), new ItemId(Integer.toString(item))));
                      }),
          problems);
    }
  }

  private static UserId id(int user) {
    return new UserId(Integer.toString(user));
  }

  private static Item item(int number) {
    String id = Integer.toString(number);
    return Published.item(
        new ItemId(id),
        Item.Format.COURSE,
        new Item.Text(
            id,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "zh"),
        Item.Reception.UNKNOWN,
        Item.Dates.UNKNOWN);
  }
}
