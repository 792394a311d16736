package io.zhixun.corpus.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Access;
import io.zhixun.corpus.Item.Audience;
import io.zhixun.corpus.Item.Dates;
import io.zhixun.corpus.Item.EarlyBird;
import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Length;
import io.zhixun.corpus.Item.Level;
import io.zhixun.corpus.Item.Offer;
import io.zhixun.corpus.Item.Reception;
import io.zhixun.corpus.Item.Status;
import io.zhixun.corpus.Item.Text;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.Problem.Code;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The rules of a catalogue line.
 *
 * <p>Required: id, format, title. Defaults: status PUBLISHED, language zh, access FREE, lists
 * empty. Sizes are in {@link Limits}.
 *
 * <p>Between fields only what cannot be meant is refused: an early-bird price above the price, an
 * item that is its own prerequisite, a prerequisite named twice. What may be meant or is merely
 * untidy is accepted: a purchase without a price (not yet decided), a list price below the price,
 * an {@code updated} before {@code published} (edited before it appears), a rating without a count.
 * {@link ItemQuality} names those.
 */
public final class ItemCheck {
  /** A path on this site, or a page of the web; nothing that runs as a script. */
  private static final Pattern URL = Pattern.compile("(https?://[^\\s/]+\\S*|/(?![/\\\\])\\S*)");

  private ItemCheck() {}

  /** The item of a catalogue line, or everything that is wrong with the line. */
  public static Checked<Item> read(JsonNode line) {
    FieldReader in = FieldReader.of(line).require("id", "format", "title");
    Optional<ItemId> id = in.id("id").map(ItemId::new);
    Optional<Format> format = in.oneOf("format", Format.class);
    Supplier<Text> text = text(in);
    Optional<Status> status = in.oneOf("status", Status.class);
    Offer offer = offer(in);
    Audience audience = audience(in, id);
    Length length = length(in);
    Reception reception = reception(in);
    Dates dates = new Dates(in.time("published"), in.time("updated"));
    Optional<String> url = url(in);
    Optional<String> workId = in.id("workId");
    return in.finish(
        () ->
            new Item(
                id.orElseThrow(),
                format.orElseThrow(),
                status.orElse(Status.PUBLISHED),
                text.get(),
                offer,
                audience,
                length,
                reception,
                dates,
                url,
                workId));
  }

  private static Supplier<Text> text(FieldReader in) {
    Optional<String> title = in.text("title", Limits.TITLE);
    Optional<String> subtitle = in.text("subtitle", Limits.SUBTITLE);
    Optional<String> summary = in.text("summary", Limits.SUMMARY);
    List<String> outline = in.texts("outline", Limits.MAX_CHAPTERS, Limits.CHAPTER);
    List<String> authors = in.texts("authors", Limits.MAX_LIST, Limits.AUTHOR);
    List<String> category = in.texts("category", Limits.MAX_CATEGORY_LEVELS, Limits.CATEGORY);
    List<String> tags = in.texts("tags", Limits.MAX_LIST, Limits.TAG);
    String language = language(in);
    return () ->
        new Text(
            title.orElseThrow(), subtitle, summary, outline, authors, category, tags, language);
  }

  private static String language(FieldReader in) {
    Optional<String> tag = in.text("language", TextRule.line(35));
    try {
      tag.ifPresent(new Locale.Builder()::setLanguageTag);
    } catch (IllformedLocaleException e) {
      in.problem(
          "language",
          Code.MALFORMED,
          "must be a BCP 47 tag such as zh or en-GB, got " + Shown.quoted(tag.orElse("")));
    }
    return tag.orElse("zh");
  }

  private static Offer offer(FieldReader in) {
    Access access = in.oneOf("access", Access.class).orElse(Access.FREE);
    OptionalLong price = in.whole("priceFen", 0, Limits.MAX_PRICE_FEN);
    OptionalLong listPrice = in.whole("listPriceFen", 0, Limits.MAX_PRICE_FEN);
    Optional<EarlyBird> earlyBird =
        in.object("earlyBird").flatMap(inner -> earlyBird(inner, price));
    return new Offer(access, price, listPrice, earlyBird);
  }

  private static Optional<EarlyBird> earlyBird(FieldReader in, OptionalLong later) {
    in.require("priceFen", "until");
    OptionalLong price = in.whole("priceFen", 0, Limits.MAX_PRICE_FEN);
    Optional<Instant> until = in.time("until");
    if (price.orElse(0) > later.orElse(Long.MAX_VALUE)) {
      in.problem(
          "priceFen",
          Code.INCONSISTENT,
          "must be at most the price " + later.getAsLong() + ", got " + price.getAsLong());
    }
    return price.isPresent()
        ? until.map(end -> new EarlyBird(price.getAsLong(), end))
        : Optional.empty();
  }

  private static Audience audience(FieldReader in, Optional<ItemId> id) {
    Optional<Level> level = in.oneOf("level", Level.class);
    List<ItemId> prerequisites =
        in.distinct("prerequisites", in.ids("prerequisites", Limits.MAX_LIST, ItemId::new));
    if (id.isPresent() && prerequisites.contains(id.get())) {
      in.problem("prerequisites", Code.INCONSISTENT, "must not hold the item itself");
    }
    return new Audience(level, prerequisites, in.flag("sensitiveToMinors").orElse(false));
  }

  private static Length length(FieldReader in) {
    return in.object("length")
        .map(
            length ->
                new Length(
                    length.wholeInt("minutes", 0, Limits.MAX_AMOUNT),
                    length.wholeInt("pages", 0, Limits.MAX_AMOUNT),
                    length.wholeInt("lessons", 0, Limits.MAX_AMOUNT)))
        .orElse(Length.UNKNOWN);
  }

  private static Reception reception(FieldReader in) {
    return new Reception(
        in.number("rating", 1, 5),
        in.whole("ratingCount", 0, Limits.MAX_COUNT),
        in.whole("learnerCount", 0, Limits.MAX_COUNT),
        in.number("completionRate", 0, 1));
  }

  private static Optional<String> url(FieldReader in) {
    Optional<String> url = in.text("url", Limits.URL);
    if (url.isPresent() && !URL.matcher(url.get()).matches()) {
      in.problem(
          "url",
          Code.MALFORMED,
          "must be a path such as /items/c-1 or an http(s) address, got "
              + Shown.quoted(url.get()));
    }
    return url;
  }
}
