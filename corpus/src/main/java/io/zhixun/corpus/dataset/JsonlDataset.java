package io.zhixun.corpus.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.EventCheck;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.ProfileCheck;
import io.zhixun.corpus.jsonl.JsonlReader;
import io.zhixun.corpus.jsonl.LineProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Our own lines. A line with {@code event} is an event, one with {@code format} or {@code title} an
 * item, any other a profile; so one file may hold all three, as an export does.
 */
record JsonlDataset(List<Path> files) implements Dataset {
  private sealed interface Line {
    /** Ids of different kinds never meet. */
    String key();

    record OfItem(Item item) implements Line {
      @Override
      public String key() {
        return "item " + item.id();
      }
    }

    record OfEvent(Event event) implements Line {
      @Override
      public String key() {
        return "event " + event.id();
      }
    }

    record OfProfile(UserProfile profile) implements Line {
      @Override
      public String key() {
        return "profile " + profile.id();
      }
    }
  }

  @Override
  public void read(
      Consumer<Item> items,
      Consumer<Event> events,
      Consumer<UserProfile> profiles,
      Consumer<LineProblem> problems) {
    JsonlReader<Line> reader = new JsonlReader<>(JsonlDataset::check, Line::key);
    Consumer<Line> lines =
        line -> {
          switch (line) {
            case Line.OfItem(Item item) -> items.accept(item);
            case Line.OfEvent(Event event) -> events.accept(event);
            case Line.OfProfile(UserProfile profile) -> profiles.accept(profile);
          }
        };
    files.forEach(file -> reader.read(file, lines, problems));
  }

  private static Checked<Line> check(JsonNode node) {
    if (node.has("event")) {
      return EventCheck.read(node).then(event -> new Checked.Valid<>(new Line.OfEvent(event)));
    }
    if (node.has("format") || node.has("title")) {
      return ItemCheck.read(node).then(item -> new Checked.Valid<>(new Line.OfItem(item)));
    }
    return ProfileCheck.read(node)
        .then(profile -> new Checked.Valid<>(new Line.OfProfile(profile)));
  }
}
