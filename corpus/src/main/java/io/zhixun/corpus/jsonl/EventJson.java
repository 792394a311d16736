package io.zhixun.corpus.jsonl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import java.util.Locale;

/** Writes an event line; {@link io.zhixun.corpus.check.EventCheck} reads it back. */
public final class EventJson {
  private EventJson() {}

  /** The line of an event: its kind first, then what all kinds have, then its own facts. */
  public static ObjectNode write(Event event) {
    TreeFields line = new TreeFields();
    put(line, event);
    return line.object();
  }

  /** What {@link #write} prints, made at once; of an event that keeps the rules. */
  public static String text(Event event) {
    TextFields line = new TextFields();
    put(line, event);
    return line.text();
  }

  private static void put(Fields line, Event event) {
    Event.Header header = event.header();
    line.put("event", kind(event))
        .put("id", header.id())
        .put("timestamp", header.at().toString())
        .put("receivedAt", header.receivedAt());
    switch (header.actor()) {
      case Actor.User(UserId id) -> line.put("user", id.value());
      case Actor.Visitor(VisitorId id) -> line.put("visitor", id.value());
    }
    line.put("session", header.session()).put("requestId", header.requestId());
    putFacts(line, event);
    line.object("context", inner -> putContext(inner, header.context()));
  }

  /** The kind as lines spell it, such as {@code not_interested}. */
  public static String kind(Event event) {
    return switch (event) {
      case Event.Impression _ -> "impression";
      case Event.Click _ -> "click";
      case Event.Purchase _ -> "purchase";
      case Event.Study _ -> "study";
      case Event.Progress _ -> "progress";
      case Event.Completion _ -> "completion";
      case Event.Rating _ -> "rating";
      case Event.Favourite _ -> "favourite";
      case Event.NotInterested _ -> "not_interested";
      case Event.Search _ -> "search";
    };
  }

  private static void putFacts(Fields line, Event event) {
    if (event instanceof Event.OnItem onItem) {
      line.put("item", onItem.item().value());
    }
    switch (event) {
      case Event.Impression impression ->
          line.objects("items", impression.shown(), EventJson::putShown);
      case Event.Click click -> line.put("position", click.position());
      case Event.Purchase purchase -> line.put("priceFen", purchase.priceFen());
      case Event.Study study -> line.put("seconds", study.seconds());
      case Event.Progress progress -> line.put("progress", progress.progress());
      case Event.Rating rating -> line.put("rating", rating.rating());
      case Event.NotInterested not ->
          line.put("scope", not.scope().name().toLowerCase(Locale.ROOT));
      case Event.Search search -> line.put("query", search.query());
      case Event.Completion _, Event.Favourite _ -> {}
    }
  }

  private static void putShown(Event.Shown shown, Fields entry) {
    entry.put("item", shown.item().value()).put("position", shown.position());
  }

  private static void putContext(Fields inner, Event.Context context) {
    inner.put("device", context.device()).put("scene", context.scene()).put("hour", context.hour());
  }
}
