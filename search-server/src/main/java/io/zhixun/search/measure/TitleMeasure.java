package io.zhixun.search.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what people make of a title finds the book. A hit counts when its title, normalised, is
 * that of the book asked for; for a {@code substring}, when its title contains the query.
 */
public final class TitleMeasure {
  private static final int SHALLOW = 10;
  private static final String SUBSTRING = "substring";

  private final SearchMeasure searching;
  private final ChineseAnalyzer analyzer;
  private final List<UserId> learners;

  /**
   * @param analyzer normalises titles
   * @param learners who ask in turn; nobody in particular when there are none
   */
  public TitleMeasure(
      Discovery discovery, Instant now, ChineseAnalyzer analyzer, List<UserId> learners) {
    this.searching = new SearchMeasure(discovery, now);
    this.analyzer = analyzer;
    this.learners = List.copyOf(learners);
  }

  /** What somebody typed who wanted a book. */
  private record Wish(String kind, String text, String title) {}

  /** Counts of one kind. */
  private static final class Tally {
    int asked;
    int first;
    int shallow;
  }

  /**
   * Asks every query of a file of {@code kind⇥query⇥book} lines.
   *
   * @return {@code success@1} and {@code success@10} of each kind, in the order of the file
   */
  public ObjectNode run(List<Item> catalogue, Path queries) {
    Map<String, String> titles = new HashMap<>();
    catalogue.forEach(item -> titles.put(item.id().value(), item.text().title()));
    Map<String, Tally> kinds = new LinkedHashMap<>();
    int asked = 0;
    for (List<String> line : TabLines.read(queries, 3)) {
      String title = titles.get(line.get(2));
      if (title == null) {
        throw CorpusFileException.wrongContent(
            queries.toString(), "a book must be in the catalogue, got " + line.get(2));
      }
      count(
          new Wish(line.get(0), line.get(1), title),
          kinds.computeIfAbsent(line.get(0), _ -> new Tally()),
          asked++);
    }
    ObjectNode metrics = JsonNodeFactory.instance.objectNode();
    kinds.forEach(
        (kind, tally) ->
            metrics
                .putObject(kind)
                .put("success@1", (double) tally.first / tally.asked)
                .put("success@10", (double) tally.shallow / tally.asked));
    return metrics;
  }

  private void count(Wish wish, Tally tally, int number) {
    Optional<UserId> user =
        learners.isEmpty() ? Optional.empty() : Optional.of(learners.get(number % learners.size()));
    List<Answers.Hit> hits = searching.hits(wish.text(), Requests.Mode.HYBRID, user, SHALLOW);
    tally.asked++;
    for (int rank = 0; rank < hits.size(); rank++) {
      if (fulfils(hits.get(rank).item().text().title(), wish)) {
        tally.shallow++;
        tally.first += rank == 0 ? 1 : 0;
        return;
      }
    }
  }

  private boolean fulfils(String title, Wish wish) {
    String found = analyzer.exact(title);
    return wish.kind().equals(SUBSTRING)
        ? found.contains(analyzer.exact(wish.text()))
        : found.equals(analyzer.exact(wish.title()));
  }
}
