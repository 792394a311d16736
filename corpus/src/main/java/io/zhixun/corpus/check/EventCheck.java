package io.zhixun.corpus.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Click;
import io.zhixun.corpus.Event.Completion;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Favourite;
import io.zhixun.corpus.Event.Header;
import io.zhixun.corpus.Event.Impression;
import io.zhixun.corpus.Event.NotInterested;
import io.zhixun.corpus.Event.Progress;
import io.zhixun.corpus.Event.Purchase;
import io.zhixun.corpus.Event.Rating;
import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.Event.Search;
import io.zhixun.corpus.Event.Study;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import io.zhixun.corpus.check.Problem.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The rules of an event line.
 *
 * <p>Required: event (the kind), id, timestamp, and exactly one of user and visitor; then what the
 * kind needs. A field of another kind is unknown here. An item appears at most once in an
 * impression. {@code scope} is the item when absent. Whether a timestamp lies in the future is not
 * asked here: the server clamps it.
 */
public final class EventCheck {
  /** The kinds as they are spelled in lines; each reads its own fields. */
  private static final Map<String, Kind> KINDS = kinds();

  private static final Map<String, Scope> SCOPES = scopes();

  /** The fields that only some kinds have. */
  private static final String[] KIND_FIELDS = {
    "item", "items", "position", "priceFen", "seconds", "progress", "rating", "scope", "query"
  };

  private EventCheck() {}

  /** Reads the fields of one kind; the event is made only when all of the line is right. */
  private interface Kind {
    Function<Header, Event> read(FieldReader in);
  }

  /** The event of a line, or everything that is wrong with the line. */
  public static Checked<Event> read(JsonNode line) {
    FieldReader in = FieldReader.of(line).require("event", "id", "timestamp");
    Optional<Kind> kind = in.oneOf("event", KINDS);
    Supplier<Header> header = header(in);
    if (kind.isEmpty()) {
      in.ignore(KIND_FIELDS);
    }
    Optional<Function<Header, Event>> event = kind.map(known -> known.read(in));
    return in.finish(() -> event.orElseThrow().apply(header.get()));
  }

  /**
   * Whether an event's line would be read back as the same event: what {@link #read} would say of
   * it, without a line. What is wrong with it {@code read} tells.
   */
  public static boolean keepsRules(Event event) {
    return EventRules.keeps(event);
  }

  private static Supplier<Header> header(FieldReader in) {
    Optional<String> id = in.id("id");
    Optional<Instant> at = in.time("timestamp", Limits.EARLIEST_EVENT);
    Optional<Actor> actor = actor(in);
    Optional<Instant> receivedAt = in.time("receivedAt", Limits.EARLIEST_EVENT);
    Optional<String> session = in.id("session");
    Optional<String> requestId = in.id("requestId");
    Context context = in.object("context").map(EventCheck::context).orElse(Context.UNKNOWN);
    return () ->
        new Header(
            id.orElseThrow(),
            at.orElseThrow(),
            actor.orElseThrow(),
            receivedAt,
            session,
            requestId,
            context);
  }

  private static Optional<Actor> actor(FieldReader in) {
    Optional<Actor> user = in.id("user").map(id -> new Actor.User(new UserId(id)));
    Optional<Actor> visitor = in.id("visitor").map(id -> new Actor.Visitor(new VisitorId(id)));
    if (in.has("user") && in.has("visitor")) {
      in.problem("visitor", Code.INCONSISTENT, "must be absent when there is a user");
    } else if (!in.has("visitor")) {
      in.require("user");
    }
    return user.or(() -> visitor);
  }

  private static Context context(FieldReader in) {
    return new Context(
        in.text("device", Limits.LABEL),
        in.text("scene", Limits.LABEL),
        in.wholeInt("hour", 0, 23));
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("impression", EventCheck::impression);
    kinds.put("click", EventCheck::click);
    kinds.put("purchase", EventCheck::purchase);
    kinds.put("study", EventCheck::study);
    kinds.put("progress", EventCheck::progress);
    kinds.put("completion", in -> onItem(in, Completion::new));
    kinds.put("rating", EventCheck::rating);
    kinds.put("favourite", in -> onItem(in, Favourite::new));
    kinds.put("not_interested", EventCheck::notInterested);
    kinds.put("search", EventCheck::search);
    return kinds;
  }

  private static Map<String, Scope> scopes() {
    Map<String, Scope> scopes = new LinkedHashMap<>();
    scopes.put("item", Scope.ITEM);
    scopes.put("author", Scope.AUTHOR);
    scopes.put("tag", Scope.TAG);
    return scopes;
  }

  /** Makes an event of a header and an item. */
  private interface OnItem {
    Event of(Header header, ItemId item);
  }

  private static Function<Header, Event> onItem(FieldReader in, OnItem make) {
    in.require("item");
    Optional<ItemId> item = in.id("item").map(ItemId::new);
    return header -> make.of(header, item.orElseThrow());
  }

  private static Function<Header, Event> impression(FieldReader in) {
    in.require("items");
    List<FieldReader> entries = in.objects("items", Limits.MAX_SHOWN);
    List<Event.Shown> shown = new ArrayList<>();
    for (FieldReader entry : entries) {
      entry.require("item", "position");
      Optional<ItemId> item = entry.id("item").map(ItemId::new);
      OptionalInt position = entry.wholeInt("position", 1, Limits.MAX_POSITION);
      if (item.isPresent() && position.isPresent()) {
        shown.add(new Event.Shown(item.get(), position.getAsInt()));
      }
    }
    in.distinct("items", shown.stream().map(Event.Shown::item).toList());
    if (in.hasEmptyList("items")) {
      in.problem("items", Code.BLANK, "must have at least one entry");
    }
    return header -> new Impression(header, shown);
  }

  private static Function<Header, Event> click(FieldReader in) {
    OptionalInt position = in.wholeInt("position", 1, Limits.MAX_POSITION);
    return onItem(in, (header, item) -> new Click(header, item, position));
  }

  private static Function<Header, Event> purchase(FieldReader in) {
    OptionalLong price = in.whole("priceFen", 0, Limits.MAX_PRICE_FEN);
    return onItem(in, (header, item) -> new Purchase(header, item, price));
  }

  private static Function<Header, Event> study(FieldReader in) {
    in.require("seconds");
    OptionalLong seconds = in.whole("seconds", 0, Limits.MAX_STUDY_SECONDS);
    return onItem(in, (header, item) -> new Study(header, item, seconds.orElseThrow()));
  }

  private static Function<Header, Event> progress(FieldReader in) {
    in.require("progress");
    OptionalDouble progress = in.number("progress", 0, 1);
    return onItem(in, (header, item) -> new Progress(header, item, progress.orElseThrow()));
  }

  private static Function<Header, Event> rating(FieldReader in) {
    in.require("rating");
    OptionalDouble rating = in.number("rating", 1, 5);
    return onItem(in, (header, item) -> new Rating(header, item, rating.orElseThrow()));
  }

  private static Function<Header, Event> notInterested(FieldReader in) {
    Scope scope = in.oneOf("scope", SCOPES).orElse(Scope.ITEM);
    return onItem(in, (header, item) -> new NotInterested(header, item, scope));
  }

  private static Function<Header, Event> search(FieldReader in) {
    in.require("query");
    Optional<String> query = in.text("query", Limits.QUERY);
    return header -> new Search(header, query.orElseThrow());
  }
}
