package io.zhixun.search.measure;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.jsonl.CorpusFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Queries with what is relevant to them, and texts to search, in the forms of published
 * collections.
 *
 * @param queries those for which something is relevant
 * @param grades by query and item; what is not named is 0
 */
public record JudgedQueries(List<Query> queries, Map<String, Map<String, Integer>> grades) {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  /** A title that says nothing, for texts that have none. */
  private static final String NO_TITLE = "—";

  public JudgedQueries {
    queries = List.copyOf(queries);
    grades = Map.copyOf(grades);
  }

  /** One query as it is typed. */
  public record Query(String id, String text) {}

  /**
   * Reads {@code qid⇥text} lines and TREC judgements, {@code qid iteration pid grade}.
   *
   * @throws CorpusFileException when a file cannot be read or has other lines
   */
  public static JudgedQueries read(Path queries, Path qrels) {
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    for (List<String> line : TabLines.read(qrels, WHITE_SPACE, 4)) {
      grades
          .computeIfAbsent(line.get(0), _ -> new HashMap<>())
          .put(line.get(2), grade(line.get(3), qrels));
    }
    grades.values().removeIf(judged -> judged.values().stream().allMatch(grade -> grade <= 0));
    List<Query> asked = new ArrayList<>();
    for (List<String> line : TabLines.read(queries, 2)) {
      if (grades.containsKey(line.get(0))) {
        asked.add(new Query(line.get(0), line.get(1)));
      }
    }
    return new JudgedQueries(asked, grades);
  }

  private static int grade(String text, Path file) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw CorpusFileException.wrongContent(
          file.toString(), "a grade must be a whole number, got " + text);
    }
  }

  /**
   * Reads texts, {@code pid⇥text} or {@code pid⇥title⇥text}, as items: the text is a summary.
   *
   * @throws CorpusFileException when the file cannot be read or has other lines
   */
  public static List<Item> texts(Path corpus) {
    List<Item> items = new ArrayList<>();
    for (List<String> line : TabLines.read(corpus, 2)) {
      items.add(item(line.getFirst(), line.size() > 2 ? line.get(1) : "", line.getLast()));
    }
    return items;
  }

  private static Item item(String id, String title, String text) {
    Item.Text texts =
        new Item.Text(
            title.isBlank() ? NO_TITLE : title,
            Optional.empty(),
            Optional.of(text).filter(said -> !said.isBlank()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "zh");
    return new Item(
        new ItemId(id),
        Item.Format.EBOOK,
        Item.Status.PUBLISHED,
        texts,
        new Item.Offer(
            Item.Access.FREE, OptionalLong.empty(), OptionalLong.empty(), Optional.empty()),
        new Item.Audience(Optional.empty(), List.of(), false),
        Item.Length.UNKNOWN,
        Item.Reception.UNKNOWN,
        Item.Dates.UNKNOWN,
        Optional.empty(),
        Optional.empty());
  }
}
