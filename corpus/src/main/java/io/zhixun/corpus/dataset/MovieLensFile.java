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
import java.util.List;
import java.util.function.Consumer;

/**
 * Ratings in the form of MovieLens 100K's {@code u.data}: {@code user item rating timestamp},
 * separated by white space.
 */
public final class MovieLensFile {
  /** The last second of the year 9999. */
  private static final long MAX_SECONDS = 253_402_300_799L;

  private MovieLensFile() {}

  /**
   * One line.
   *
   * @param rating in stars, 1..5
   * @param timestamp in seconds since 1970
   */
  public record Rating(int user, int item, double rating, long timestamp) {}

  /**
   * Reads a file whole, in its order.
   *
   * @throws CorpusFileException when it cannot be read, has no rating, or has a line that is not
   *     one
   */
  public static List<Rating> read(Path file) {
    List<Rating> ratings = new ArrayList<>();
    read(
        file,
        ratings::add,
        problem -> {
          throw CorpusFileException.wrongContent(
              file.toString(), "line " + problem.line() + ": " + problem.problem().detail());
        });
    if (ratings.isEmpty()) {
      throw CorpusFileException.wrongContent(
          file.toString(), "must hold user, item, rating and timestamp on each line, got no line");
    }
    return List.copyOf(ratings);
  }

  /** Reads line by line; a line that is not a rating is a problem, and reading goes on. */
  static void read(Path file, Consumer<Rating> ratings, Consumer<LineProblem> problems) {
    TextLines.read(
        file,
        StandardCharsets.ISO_8859_1,
        (number, text) -> {
          if (text.isBlank()) {
            return;
          }
          switch (parse(text)) {
            case Checked.Valid<Rating>(Rating rating) -> ratings.accept(rating);
            case Checked.Invalid<Rating>(List<Problem> wrong) ->
                problems.accept(new LineProblem(file.toString(), number, text, wrong.getFirst()));
          }
        },
        problems);
  }

  private static Checked<Rating> parse(String line) {
    String[] columns = line.strip().split("\\s+", -1);
    if (columns.length != 4) {
      return wrong("a line must be user, item, rating and timestamp, got " + columns.length);
    }
    long user = number(columns[0], Integer.MAX_VALUE);
    long item = number(columns[1], Integer.MAX_VALUE);
    long timestamp = number(columns[3], MAX_SECONDS);
    if (user < 0 || item < 0 || timestamp < 0) {
      return wrong("user, item and timestamp must be whole numbers from 0, got " + line.strip());
    }
    if (!columns[2].matches("[1-5](\\.\\d+)?") || Double.parseDouble(columns[2]) > 5) {
      return wrong("rating must be 1..5, got " + columns[2]);
    }
    double rating = Double.parseDouble(columns[2]);
    return new Checked.Valid<>(new Rating((int) user, (int) item, rating, timestamp));
  }

  private static Checked<Rating> wrong(String detail) {
    String shown = detail.length() <= 200 ? detail : detail.substring(0, 200) + "…";
    return new Checked.Invalid<>(List.of(new Problem("", Code.MALFORMED, shown)));
  }

  /** The number of a token, or −1 when it is none in the range. */
  private static long number(String token, long max) {
    if (token.length() > 12 || !token.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    long number = Long.parseLong(token);
    return number <= max ? number : -1;
  }
}
