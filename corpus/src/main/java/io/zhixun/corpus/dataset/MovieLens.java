package io.zhixun.corpus.dataset;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.check.Problem;
import io.zhixun.corpus.check.Problem.Code;
import io.zhixun.corpus.dataset.MovieLensFile.Rating;
import io.zhixun.corpus.jsonl.LineProblem;
import io.zhixun.corpus.jsonl.TextLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * MovieLens 100K: films ({@code u.item}), people ({@code u.user}) and ratings ({@code u.data}, or
 * any other file), all in ISO 8859-1.
 *
 * <ul>
 *   <li>A film has its title as it is, format VIDEO, language en, its genres as tags and its
 *       release date; a rating is a Rating event at its own time, and they come in order of time.
 *   <li>A profile has the age band (0-17, 18-24, then by tens, 65+), gender m or f, the occupation
 *       as it is; under 18 is a minor.
 * </ul>
 */
record MovieLens(List<Path> files) implements Dataset {
  private static final List<String> GENRES =
      List.of(
          "unknown",
          "Action",
          "Adventure",
          "Animation",
          "Children's",
          "Comedy",
          "Crime",
          "Documentary",
          "Drama",
          "Fantasy",
          "Film-Noir",
          "Horror",
          "Musical",
          "Mystery",
          "Romance",
          "Sci-Fi",
          "Thriller",
          "War",
          "Western");

  /** Columns of a film before the genres. */
  private static final int FILM_COLUMNS = 5;

  private static final DateTimeFormatter RELEASED =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);

  @Override
  public void read(
      Consumer<Item> items,
      Consumer<Event> events,
      Consumer<UserProfile> profiles,
      Consumer<LineProblem> problems) {
    List<Rating> ratings = new ArrayList<>();
    for (Path file : files) {
      if (DatasetFiles.endsWith(file, ".item")) {
        lines(file, problems, MovieLens::film, items);
      } else if (DatasetFiles.endsWith(file, ".user")) {
        lines(file, problems, MovieLens::person, profiles);
      } else {
        MovieLensFile.read(file, ratings::add, problems);
      }
    }
    ratings.stream()
        .sorted(Comparator.comparingLong(Rating::timestamp))
        .map(MovieLens::event)
        .forEach(events);
  }

  /** Reads the columns of a line; empty when they are not what they should be. */
  private interface Columns<T> {
    Optional<T> read(String[] columns);
  }

  private static <T> void lines(
      Path file, Consumer<LineProblem> problems, Columns<T> columns, Consumer<T> values) {
    TextLines.read(
        file,
        StandardCharsets.ISO_8859_1,
        (number, text) -> {
          Optional<T> value = columns.read(Published.clean(text).split("\\|", -1));
          value.ifPresent(values);
          if (value.isEmpty() && !text.isBlank()) {
            String detail = "a line must have the columns of its README, separated by |";
            problems.accept(
                new LineProblem(
                    file.toString(), number, text, new Problem("", Code.MALFORMED, detail)));
          }
        },
        problems);
  }

  private static Optional<Item> film(String[] columns) {
    if (columns.length != FILM_COLUMNS + GENRES.size()
        || !columns[0].matches("\\d{1,9}")
        || columns[1].isBlank()) {
      return Optional.empty();
    }
    List<String> tags =
        IntStream.range(0, GENRES.size())
            .filter(genre -> columns[FILM_COLUMNS + genre].equals("1"))
            .mapToObj(GENRES::get)
            .toList();
    Item.Text text =
        new Item.Text(
            columns[1],
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            tags,
            "en");
    return Optional.of(
        Published.item(
            new ItemId(columns[0]),
            Item.Format.VIDEO,
            text,
            Item.Reception.UNKNOWN,
            new Item.Dates(released(columns[2]), Optional.empty())));
  }

  private static Optional<Instant> released(String date) {
    try {
      return Optional.of(LocalDate.parse(date, RELEASED).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<UserProfile> person(String[] columns) {
    if (columns.length != 5
        || !columns[0].matches("\\d{1,9}")
        || !columns[1].matches("\\d{1,3}")
        || !columns[2].matches("[MF]")) {
      return Optional.empty();
    }
    int age = Integer.parseInt(columns[1]);
    return Optional.of(
        new UserProfile(
            new UserId(columns[0]),
            Optional.of(ageBand(age)),
            Optional.of(columns[2].toLowerCase(Locale.ROOT)),
            Optional.of(columns[3]).filter(occupation -> !occupation.isBlank()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            age < 18));
  }

  static String ageBand(int age) {
    if (age < 18) {
      return "0-17";
    }
    if (age < 25) {
      return "18-24";
    }
    int from = 25 + (age - 25) / 10 * 10;
    return age < 65 ? from + "-" + (from + 9) : "65+";
  }

  private static Event event(Rating rating) {
    String user = Integer.toString(rating.user());
    String item = Integer.toString(rating.item());
    return new Event.Rating(
        Published.header(
            "movielens-" + user + "-" + item,
            Instant.ofEpochSecond(rating.timestamp()),
            new UserId(user)),
        new ItemId(item),
        rating.rating());
  }
}
