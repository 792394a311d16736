package io.zhixun.corpus.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Limits;
import io.zhixun.corpus.check.TextRule;
import io.zhixun.corpus.jsonl.JsonlReader;
import io.zhixun.corpus.jsonl.LineProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Books of douban in either of the two published shapes: {@code
 * {"id","title","author","publisher","date","rating","votes","tags"}} and {@code
 * {"isbn","title","author","press","year","score","reviewers","intro","category","tags"}}.
 *
 * <ul>
 *   <li>Format EBOOK, access FREE. The rating of 10 becomes one of 5 by halving; 0.0 means "not
 *       enough votes" and is absent. Votes are the rating count, the introduction the summary.
 *   <li>Authors are split at {@code /}; see {@link BookAuthors}.
 *   <li>Dates are free text; what begins with a year is read as far as it goes ({@link BookDate}),
 *       the rest is absent.
 *   <li>The publisher has no place in an item and is left out.
 * </ul>
 */
record DoubanBooks(List<Path> files) implements Dataset {
  private static final TextRule ANY = TextRule.optionalLine(2_000);

  @Override
  public void read(
      Consumer<Item> items,
      Consumer<Event> events,
      Consumer<UserProfile> profiles,
      Consumer<LineProblem> problems) {
    JsonlReader<Item> reader =
        new JsonlReader<>(node -> book(Published.clean(node)), item -> item.id().value());
    files.forEach(file -> reader.read(file, items, problems));
  }

  private static Checked<Item> book(JsonNode node) {
    FieldReader in = FieldReader.of(node).require("title");
    boolean withIntro = in.has("isbn");
    Optional<ItemId> id = id(in, withIntro);
    Optional<String> title = in.text("title", Limits.TITLE);
    Optional<String> author = in.text("author", ANY);
    List<String> tags = in.texts("tags", Limits.MAX_LIST, Limits.TAG);
    Optional<String> summary = withIntro ? in.text("intro", Limits.SUMMARY) : Optional.empty();
    Optional<String> category = withIntro ? in.text("category", Limits.CATEGORY) : Optional.empty();
    Optional<String> date = in.text(withIntro ? "year" : "date", ANY);
    Item.Reception reception = reception(in, withIntro);
    in.ignore(withIntro ? "press" : "publisher");
    return in.finish(
        () ->
            Published.item(
                id.orElseThrow(),
                Item.Format.EBOOK,
                new Item.Text(
                    title.orElseThrow(),
                    Optional.empty(),
                    summary,
                    List.of(),
                    author.map(BookAuthors::split).orElse(List.of()),
                    category.stream().toList(),
                    tags,
                    "zh"),
                reception,
                new Item.Dates(date.flatMap(BookDate::parse), Optional.empty())));
  }

  private static Optional<ItemId> id(FieldReader in, boolean withIntro) {
    String name = withIntro ? "isbn" : "id";
    in.require(name);
    return in.id(name).map(ItemId::new);
  }

  private static Item.Reception reception(FieldReader in, boolean withIntro) {
    Optional<String> rating = in.text(withIntro ? "score" : "rating", ANY);
    OptionalLong votes =
        withIntro
            ? in.text("reviewers", ANY).map(DoubanBooks::count).orElse(OptionalLong.empty())
            : in.whole("votes", 0, Limits.MAX_COUNT);
    return new Item.Reception(
        rating.map(DoubanBooks::stars).orElse(OptionalDouble.empty()),
        votes,
        OptionalLong.empty(),
        OptionalDouble.empty());
  }

  /** Stars 1..5 of a rating 2..10; absent for 0 and for what is no rating. */
  static OptionalDouble stars(String rating) {
    if (!rating.matches("\\d{1,2}(\\.\\d{1,3})?")) {
      return OptionalDouble.empty();
    }
    double stars = Double.parseDouble(rating) / 2;
    return stars >= 1 && stars <= 5 ? OptionalDouble.of(stars) : OptionalDouble.empty();
  }

  private static OptionalLong count(String votes) {
    return votes.matches("\\d{1,10}")
        ? OptionalLong.of(Long.parseLong(votes))
        : OptionalLong.empty();
  }
}
