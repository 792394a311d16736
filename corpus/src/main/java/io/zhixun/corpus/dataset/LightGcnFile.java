package io.zhixun.corpus.dataset;

import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.Problem;
import io.zhixun.corpus.check.Problem.Code;
import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.corpus.jsonl.LineProblem;
import io.zhixun.corpus.jsonl.TextLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A file in the format of the LightGCN and NGCF papers: {@code user item item …} on each line, all
 * of them whole numbers from 0.
 *
 * <p>Nothing is changed: rows and items are in the order of the file, repeated pairs included, and
 * a user may have several rows. Any white space separates; blank lines are skipped; a user without
 * items is a row of none.
 */
public final class LightGcnFile {
  private final List<Row> rows;

  private LightGcnFile(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * Reads a file whole.
   *
   * @throws CorpusFileException when it cannot be read, has no row, or has a line that is not one
   */
  public static LightGcnFile read(Path file) {
    List<Row> rows = new ArrayList<>();
    read(
        file,
        (_, row) -> rows.add(row),
        problem -> {
          throw CorpusFileException.wrongContent(
              file.toString(), "line " + problem.line() + ": " + problem.problem().detail());
        });
    if (rows.isEmpty()) {
      throw CorpusFileException.wrongContent(
          file.toString(), "must hold a user and its items on each line, got no line");
    }
    return new LightGcnFile(rows);
  }

  /** The number of rows. */
  public int size() {
    return rows.size();
  }

  /** The user of a row, from 0. */
  public int user(int row) {
    return rows.get(row).user;
  }

  /** The items of a row in the order of the line. */
  public IntStream items(int row) {
    return IntStream.of(rows.get(row).items);
  }

  /** The number of items over all rows. */
  public long pairs() {
    return rows.stream().mapToLong(row -> row.items.length).sum();
  }

  /** One line. */
  static final class Row {
    private final int user;
    private final int[] items;

    Row(int user, int[] items) {
      this.user = user;
      this.items = items;
    }

    int user() {
      return user;
    }

    IntStream items() {
      return IntStream.of(items);
    }
  }

  /** Takes the row of a line. */
  interface Taker {
    void row(long line, Row row);
  }

  /** Reads row by row; a line that is not one is a problem, and reading goes on. */
  static void read(Path file, Taker rows, Consumer<LineProblem> problems) {
    TextLines.read(
        file,
        StandardCharsets.US_ASCII,
        (number, text) -> {
          if (text.isBlank()) {
            return;
          }
          switch (parse(text)) {
            case Checked.Valid<Row>(Row row) -> rows.row(number, row);
            case Checked.Invalid<Row>(List<Problem> wrong) ->
                problems.accept(new LineProblem(file.toString(), number, "", wrong.getFirst()));
          }
        },
        problems);
  }

  private static Checked<Row> parse(String line) {
    String[] tokens = line.strip().split("\\s+", -1);
    int[] numbers = new int[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      numbers[i] = number(tokens[i]);
      if (numbers[i] < 0) {
        String got = tokens[i].length() <= 20 ? tokens[i] : tokens[i].substring(0, 20) + "…";
        String what = i == 0 ? "user" : "item " + i;
        String detail = what + " must be a whole number 0.." + Integer.MAX_VALUE + ", got " + got;
        return new Checked.Invalid<>(List.of(new Problem("", Code.MALFORMED, detail)));
      }
    }
    int[] items = Arrays.copyOfRange(numbers, 1, numbers.length);
    return new Checked.Valid<>(new Row(numbers[0], items));
  }

  /** The number of a token, or −1 when it is none in the range. */
  private static int number(String token) {
    if (token.length() > 10 || !token.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    long number = Long.parseLong(token);
    return number <= Integer.MAX_VALUE ? (int) number : -1;
  }
}
