package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.jsonl.EventJson;
import io.zhixun.corpus.jsonl.ProfileJson;
import io.zhixun.server.http.Json;
import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.LearnerSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Everything kept of a learner as JSON lines that the API would take back: the profile, what was
 * chosen about the use of it, the events, newest first.
 */
public record LearnerExport(UserProfile profile, LearnerSettings settings, History history) {
  private static final int AT_ONCE = 500;

  /** The events below a number, newest first. */
  @FunctionalInterface
  public interface History {
    List<Entry> before(long seq, int size);
  }

  /** Writes all lines, some hundred events at a time. */
  public void write(OutputStream out) throws IOException {
    line(out, ProfileJson.write(profile));
    ObjectNode chosen = Json.object();
    ObjectNode personalisation = chosen.putObject("personalisation");
    personalisation.put("enabled", settings.personalised());
    settings.hiddenTags().stream()
        .sorted()
        .forEach(tag -> personalisation.withArray("hiddenTags").add(tag));
    line(out, chosen);
    List<Entry> events = history.before(Long.MAX_VALUE, AT_ONCE);
    while (!events.isEmpty()) {
      for (Entry event : events) {
        line(out, event(event));
      }
      events = history.before(events.getLast().seq(), AT_ONCE);
    }
  }

  static ObjectNode event(Entry entry) {
    if (entry.change() instanceof Change.AppendEvent(Event event)) {
      return EventJson.write(event);
    }
    throw new IllegalStateException("a history must hold events only, got " + entry.seq());
  }

  private static void line(OutputStream out, ObjectNode line) throws IOException {
    out.write(Json.bytes(line));
    out.write('\n');
  }
}
