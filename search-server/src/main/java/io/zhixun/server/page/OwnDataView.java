package io.zhixun.server.page;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a learner and what can be done about it.
 *
 * @param personal whether answers may use it
 * @param tags that answers use, the strongest first
 * @param more weaker ones
 * @param hidden tags that the learner deleted
 * @param said what was just done
 */
record OwnDataView(
    Frame frame,
    boolean personal,
    List<Tag> tags,
    List<Tag> more,
    List<String> hidden,
    Optional<String> said) {
  OwnDataView {
    tags = List.copyOf(tags);
    more = List.copyOf(more);
    hidden = List.copyOf(hidden);
  }

  /**
   * A tag that answers use.
   *
   * @param width 0..100, as a share of the strongest
   * @param because what it was concluded from
   */
  record Tag(String name, String href, int width, List<Cause> because) {
    Tag {
      because = List.copyOf(because);
    }
  }

  /**
   * One thing that speaks for a tag.
   *
   * @param did 学完
   * @param when empty where it has no time
   */
  record Cause(String did, Optional<Link> item, Optional<String> when) {}

  /** What is said to somebody of whom nothing is kept. */
  record Guest(Frame frame) {}

  /**
   * What was done, newest first.
   *
   * @param everything whether what was only shown is listed too
   * @param other the address of the other way of listing
   * @param next the address of older records
   */
  record History(
      Frame frame,
      List<Deed> deeds,
      boolean everything,
      String other,
      Optional<String> next,
      boolean first,
      Optional<String> said) {
    History {
      deeds = List.copyOf(deeds);
    }
  }

  /**
   * One event.
   *
   * @param id of the event
   * @param did 学习了 25 分钟
   * @param item what with
   */
  record Deed(String id, String did, Optional<Link> item, String when) {}

  /**
   * The question before everything is erased.
   *
   * @param unsure whether the button was pressed without the tick
   */
  record Erase(Frame frame, boolean unsure) {}

  /** What is said after it. */
  record Erased(Frame frame, String receipt, String when, List<Count> counts) {
    Erased {
      counts = List.copyOf(counts);
    }
  }

  /** How many of something were erased. */
  record Count(String name, long count) {}
}
