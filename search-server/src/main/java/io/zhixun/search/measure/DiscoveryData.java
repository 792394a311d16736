package io.zhixun.search.measure;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.dataset.Dataset;
import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.interaction.InteractionsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A catalogue with who took what, one pair of each learner to be found again, and items to be
 * treated as new. Rows are the corpus' own.
 *
 * @param items by row; rows that only events name are not among them
 * @param all every pair, in the order of the file
 * @param held the pairs to find
 * @param cold the rows of each seed
 */
record DiscoveryData(
    List<Item> items, Interactions all, List<Held> held, Map<String, Set<Integer>> cold) {

  /** A pair to be found. */
  record Held(int user, int item) {}

  /** The files. */
  record Sources(Path catalogue, Path interactions, Path heldout, Path cold) {}

  static DiscoveryData read(Sources files) {
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
      held.add(new Held(learner(corpus, line[0], files), item(corpus, line[1], files)));
    }
    Map<String, Set<Integer>> cold = new LinkedHashMap<>();
    for (String[] line : lines(files.cold(), 2)) {
      cold.computeIfAbsent(line[0], _ -> new TreeSet<>()).add(item(corpus, line[1], files));
    }
    return new DiscoveryData(List.copyOf(items), builder.build(), List.copyOf(held), cold);
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
    Set<Held> out = Set.copyOf(held);
    return all.filter((user, entry) -> !out.contains(new Held(user, all.item(entry))));
  }
}
