package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserId;
import io.zhixun.ranking.math.Progress;
import io.zhixun.search.measure.TitleMeasure;
import io.zhixun.store.Change;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures whether what people make of a title finds the book. */
@Command(
    name = "titles",
    mixinStandardHelpOptions = true,
    description = {
      "Indexes a catalogue as a server would and asks for its titles, whole, in part, misspelt, in",
      "pinyin and so on; prints one JSON object."
    })
final class EvaluateTitles extends Measuring {
  private static final int FINISHED = 50;
  private static final long SEED = 20_261_124;

  @Option(
      names = "--catalogue",
      required = true,
      paramLabel = "FILE",
      description = "items in the form of ours, douban or mooccube")
  private Path catalogue;

  @Option(
      names = "--queries",
      required = true,
      paramLabel = "FILE",
      description = "kind⇥query⇥id of the item asked for")
  private Path queries;

  @Option(
      names = "--learners",
      defaultValue = "0",
      paramLabel = "N",
      description = {
        "so many learners ask in turn, each of whom has finished 50 items of one tag;",
        "0 = nobody in particular (default ${DEFAULT-VALUE})"
      })
  private int learners;

  @Override
  ObjectNode measure(Progress progress) {
    within("--learners", learners, 0, 1_000);
    List<Item> items = MeasuredProduct.catalogue(catalogue);
    Instant now = InstantSource.system().instant();
    List<Change> changes = MeasuredProduct.changes(items);
    List<UserId> users = addLearners(items, changes, now);
    try (MeasuredProduct product =
        MeasuredProduct.of(settings(), dictionaries(), Optional.empty(), changes, now)) {
      ObjectNode json = Output.node();
      json.set(
          "metrics",
          new TitleMeasure(product.discovery(), now, analyzer(), users).run(items, queries));
      return json;
    }
  }

  /** Learners with a history each, of one tag that enough items have. */
  private List<UserId> addLearners(List<Item> items, List<Change> changes, Instant now) {
    Map<String, List<Item>> byTag = new TreeMap<>();
    for (Item item : items) {
      item.text()
          .tags()
          .forEach(tag -> byTag.computeIfAbsent(tag, _ -> new ArrayList<>()).add(item));
    }
    byTag.values().removeIf(tagged -> tagged.size() < FINISHED);
    if (learners > 0 && byTag.isEmpty()) {
      throw new CommandException(
          "--learners needs a tag of at least " + FINISHED + " items, and there is none");
    }
    Random random = new Random(SEED);
    List<String> tags = List.copyOf(byTag.keySet());
    List<UserId> users = new ArrayList<>();
    for (int number = 0; number < learners; number++) {
      UserId user = new UserId("learner-" + number);
      users.add(user);
      List<Item> shelf = new ArrayList<>(byTag.get(tags.get(random.nextInt(tags.size()))));
      Collections.shuffle(shelf, random);
      for (int at = 0; at < FINISHED; at++) {
        changes.add(new Change.AppendEvent(completion(user, shelf.get(at), now, at)));
      }
    }
    return users;
  }

  private static Event completion(UserId user, Item item, Instant now, int number) {
    return new Event.Completion(
        new Event.Header(
            user.value() + "-" + number,
            now.minus(Duration.ofDays(FINISHED - number)),
            new Actor.User(user),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Event.Context.UNKNOWN),
        item.id());
  }
}
