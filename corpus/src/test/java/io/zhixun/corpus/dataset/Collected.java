package io.zhixun.corpus.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.EventCheck;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.ProfileCheck;
import io.zhixun.corpus.jsonl.EventJson;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.corpus.jsonl.LineProblem;
import io.zhixun.corpus.jsonl.ProfileJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything that one reading of a data set gave. */
record Collected(
    List<Item> items, List<Event> events, List<UserProfile> profiles, List<LineProblem> problems) {

  static Collected of(Dataset dataset) {
    Collected all =
        new Collected(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    dataset.read(all.items::add, all.events::add, all.profiles::add, all.problems::add);
    return all;
  }

  /**
   * What an adapter makes must be acceptable as a line of ours, and come back equal. Of big data
   * sets about 5,000 values are looked at.
   */
  Collected keepsTheRules() {
    some(items)
        .forEach(
            item -> assertEquals(new Checked.Valid<>(item), ItemCheck.read(ItemJson.write(item))));
    some(events)
        .forEach(
            event ->
                assertEquals(new Checked.Valid<>(event), EventCheck.read(EventJson.write(event))));
    profiles.forEach(
        profile ->
            assertEquals(
                new Checked.Valid<>(profile), ProfileCheck.read(ProfileJson.write(profile))));
    return this;
  }

  private static <T> Stream<T> some(List<T> values) {
    int step = 1 + values.size() / 5_000;
    return IntStream.range(0, values.size()).filter(i -> i % step == 0).mapToObj(values::get);
  }

  Item item(String id) {
    return items.stream().filter(item -> item.id().value().equals(id)).findFirst().orElseThrow();
  }
}
