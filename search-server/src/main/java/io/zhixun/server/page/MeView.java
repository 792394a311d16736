package io.zhixun.server.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the site knows of whoever looks.
 *
 * @param stats numbers with what they count
 * @param told what the learner told the platform
 * @param history what was touched last, newest first
 * @param earlier what comes after it
 */
record MeView(
    Frame frame,
    List<Stat> stats,
    List<Told> told,
    List<Taste> topics,
    List<Taste> authors,
    List<Past> history,
    List<Past> earlier) {
  MeView {
    stats = List.copyOf(stats);
    told = List.copyOf(told);
    topics = List.copyOf(topics);
    authors = List.copyOf(authors);
    history = List.copyOf(history);
    earlier = List.copyOf(earlier);
  }

  /** A number and what it counts. */
  record Stat(String value, String label) {}

  /** A line of the profile. */
  record Told(String label, String value) {}

  /**
   * Something the learner seems to like.
   *
   * @param width 0..100, as a share of the strongest
   * @param because items that say so
   */
  record Taste(String name, String href, int width, List<Link> because) {
    Taste {
      because = List.copyOf(because);
    }
  }

  /** Something the learner did. */
  record Past(
      String title,
      String href,
      String cover,
      String format,
      String state,
      OptionalInt percent,
      String when) {}

  /** Whether anything is known at all. */
  boolean isBlank() {
    return history.isEmpty() && topics.isEmpty() && told.isEmpty();
  }

  Optional<String> description() {
    return frame.person().description();
  }
}
