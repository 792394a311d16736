package io.zhixun.indexer.build;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What learners asked up to a snapshot, so that a server need not read the whole record to know
 * what many asked. Learners are row numbers.
 */
public final class AskedQueries {
  /** Rows kept of each query: enough to tell that many learners asked it. */
  public static final int MAX_LEARNERS = 32;

  private static final int MAX_QUERIES = 50_000;
  private static final int MAX_LENGTH = 60;
  private static final String HEADER = "zhixun queries 1";

  private AskedQueries() {}

  /**
   * One query.
   *
   * @param text as it was first asked, trimmed, with single spaces
   * @param learners rows of the first who asked it, at most {@link #MAX_LEARNERS}
   * @param heat how often it was asked, each time halved after every half-life, as of {@code at}
   */
  public record Asked(String text, Set<Integer> learners, double heat, Instant at) {
    public Asked {
      learners = Set.copyOf(learners);
    }
  }

  /** Counted while the events are read. */
  private static final class Tally {
    private final String text;
    private final Set<Integer> learners = new LinkedHashSet<>();
    private double heat;

    Tally(String text) {
      this.text = text;
    }
  }

  /** The queries of a corpus, those of most learners first. */
  static List<Asked> of(Corpus corpus, ChineseAnalyzer analyzer, Instant now, Duration halfLife) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Event event : corpus.events()) {
      if (event instanceof Event.Search(_, String query)
          && query.length() <= MAX_LENGTH
          && !event.isOfGuest()) {
        String text = query.strip().replaceAll("[\\p{Z}\\p{C}\\s]+", " ");
        Tally tally = tallies.computeIfAbsent(analyzer.exact(text), _ -> new Tally(text));
        event
            .user()
            .ifPresent(user -> corpus.learnerRows().of(user).ifPresent(row -> add(tally, row)));
        double age = Duration.between(event.at(), now).toMillis();
        tally.heat += Math.pow(2, -Math.max(0, age) / halfLife.toMillis());
      }
    }
    return tallies.values().stream()
        .filter(tally -> !tally.text.isBlank() && !tally.learners.isEmpty())
        .sorted(Comparator.comparingInt((Tally tally) -> -tally.learners.size()))
        .limit(MAX_QUERIES)
        .map(tally -> new Asked(tally.text, tally.learners, tally.heat, now))
        .toList();
  }

  private static void add(Tally tally, int row) {
    if (tally.learners.size() < MAX_LEARNERS) {
      tally.learners.add(row);
    }
  }

  static Path write(Path file, List<Asked> queries) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    for (Asked asked : queries) {
      String rows =
          asked.learners().stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
      lines.add(
          String.join(
              "\t",
              Double.toString(asked.heat()),
              Long.toString(asked.at().toEpochMilli()),
              rows,
              asked.text()));
    }
    return Files.write(file, lines, StandardCharsets.UTF_8);
  }

  /** Reads what {@link #write} wrote; the snapshot's checksums have vouched for it. */
  static List<Asked> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new IOException(file + " must begin with \"" + HEADER + "\"");
    }
    return lines.stream().skip(1).map(AskedQueries::asked).toList();
  }

  private static Asked asked(String line) {
    String[] fields = line.split("\t", 4);
    Set<Integer> rows =
        Arrays.stream(fields[2].split(",", -1)).map(Integer::valueOf).collect(Collectors.toSet());
    return new Asked(
        fields[3],
        rows,
        Double.parseDouble(fields[0]),
        Instant.ofEpochMilli(Long.parseLong(fields[1])));
  }
}
