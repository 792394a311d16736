package io.zhixun.search.measure;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rows;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.dataset.Dataset;
import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.InteractionsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A catalogue with who took what, one pair of each learner to be found again, and items to be
 * treated as new. Rows are the corpus' own.
 *
 * @param items by row; rows that only events name are not among them
 * @param all every pair, in the order of the file
 * @param held the pairs to find
 * @param cold the rows of each seed
 */
public record DiscoveryData(
    List<Item> items,
    Interactions all,
    List<Held> held,
    Map<String, Set<Integer>> cold,
    Behaviour behaviour) {

  /** A pair to be found, and what the learner typed. */
  record Held(int user, int item, String query) {}

  /**
   * What the pairs were made of.
   *
   * @param users identifier of each row
   * @param ids identifier of each row of an item
   */
  record Behaviour(
      List<Event> events,
      List<UserId> users,
      Map<UserId, Integer> userRows,
      List<ItemId> ids,
      Map<ItemId, Integer> rows) {}

  /** The files. */
  public record Sources(Path catalogue, Path interactions, Path heldout, Path cold) {}

  /**
   * Reads all of it.
   *
   * @throws CorpusFileException when a file cannot be read, or has a line that makes no sense
   */
  public static DiscoveryData read(Sources files) {
    List<Item> items = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    Dataset.catalogue(files.catalogue())
        .read(items::add, _ -> {}, _ -> {}, problem -> refuse(problem.toString()));
    Dataset.interactions(files.interactions())
        .read(_ -> {}, events::add, _ -> {}, problem -> refuse(problem.toString()));
    Corpus corpus = Corpus.of(items, events, List.of());
    InteractionsBuilder builder =
        Interactions.builder(corpus.learnerRows().size(), corpus.itemRows().size());
    for (Event event : events) {
      if (event instanceof Event.OnItem onItem && event.user().isPresent()) {
        builder.add(
            corpus.learnerRows().of(event.user().orElseThrow()).orElseThrow(),
            corpus.itemRows().of(onItem.item()).orElseThrow());
      }
    }
    List<Held> held = new ArrayList<>();
    for (String[] line : lines(files.heldout(), 3)) {
      held.add(new Held(learner(corpus, line[0], files), item(corpus, line[1], files), line[2]));
    }
    Map<String, Set<Integer>> cold = new LinkedHashMap<>();
    for (String[] line : lines(files.cold(), 2)) {
      cold.computeIfAbsent(line[0], _ -> new TreeSet<>()).add(item(corpus, line[1], files));
    }
    return new DiscoveryData(
        List.copyOf(items), builder.build(), List.copyOf(held), cold, behaviour(corpus));
  }

  private static Behaviour behaviour(Corpus corpus) {
    return new Behaviour(
        corpus.events(),
        byRow(corpus.learnerRows()),
        corpus.learnerRows().numbers(),
        byRow(corpus.itemRows()),
        corpus.itemRows().numbers());
  }

  private static <K> List<K> byRow(Rows<K> rows) {
    return rows.numbers().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void refuse(String problem) {
    throw CorpusFileException.wrongContent("discovery", problem);
  }

  private static int learner(Corpus corpus, String id, Sources files) {
    return corpus
        .learnerRows()
        .of(new UserId(id))
        .orElseThrow(
            () ->
                CorpusFileException.wrongContent(
                    files.heldout().toString(), "learners must be known, got " + id));
  }

  private static int item(Corpus corpus, String id, Sources files) {
    return corpus
        .itemRows()
        .of(new ItemId(id))
        .orElseThrow(
            () ->
                CorpusFileException.wrongContent(
                    files.catalogue().toString(), "must hold every item asked for, not " + id));
  }

  private static List<String[]> lines(Path file, int columns) {
    List<String[]> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns) {
          throw CorpusFileException.wrongContent(
              file.toString(), "lines must have " + columns + " columns, got " + cells.length);
        }
        lines.add(cells);
      }
    } catch (IOException e) {
      throw CorpusFileException.reading(file.toString(), e);
    }
    if (lines.isEmpty()) {
      throw CorpusFileException.wrongContent(file.toString(), "must have a line, got none");
    }
    return lines;
  }

  /** All pairs but those to be found. */
  Interactions known() {
    Set<Pair> out = pairs();
    return all.filter((user, entry) -> !out.contains(new Pair(user, all.item(entry))));
  }

  /**
   * What a learner is known to have, less works of which they have another edition or run; nothing
   * when they have but one work.
   *
   * @param known what {@link #known()} gives
   */
  List<Integer> takenOnce(Interactions known, int user) {
    Map<String, List<Integer>> runs = new LinkedHashMap<>();
    for (int row : known.itemsOf(user)) {
      if (row < items.size()) {
        runs.computeIfAbsent(items.get(row).work(), _ -> new ArrayList<>()).add(row);
      }
    }
    return runs.size() < 2
        ? List.of()
        : runs.values().stream().filter(rows -> rows.size() == 1).map(List::getFirst).toList();
  }

  /** All that happened but what is to be found. */
  public List<Event> knownEvents() {
    Set<Pair> out = pairs();
    return behaviour.events().stream().filter(event -> !out.contains(pair(event))).toList();
  }

  private record Pair(int user, int item) {
    static final Pair NONE = new Pair(-1, -1);
  }

  private Set<Pair> pairs() {
    return held.stream().map(one -> new Pair(one.user(), one.item())).collect(Collectors.toSet());
  }

  private Pair pair(Event event) {
    return event instanceof Event.OnItem onItem && event.user().isPresent()
        ? new Pair(userRow(event.user().orElseThrow()), row(onItem.item()))
        : Pair.NONE;
  }

  private int userRow(UserId user) {
    return behaviour.userRows().get(user);
  }

  /** The row of an item that the files name. */
  int row(ItemId item) {
    return behaviour.rows().get(item);
  }

  ItemId itemId(int row) {
    return behaviour.ids().get(row);
  }

  UserId userId(int row) {
    return behaviour.users().get(row);
  }

  /** The moment after all of it. */
  public Instant end() {
    return behaviour.events().stream()
        .map(Event::at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
