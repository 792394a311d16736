package io.zhixun.server.page;

import java.util.List;
import java.util.Optional;

/**
 * The page of one item.
 *
 * @param structured the item as schema.org has it: JSON that is safe inside a script element
 */
record ItemPageView(
    Frame frame,
    ItemView item,
    About about,
    List<Step> path,
    Actions actions,
    List<HitView> similar,
    List<HitView> next,
    String structured) {
  ItemPageView {
    path = List.copyOf(path);
    similar = List.copyOf(similar);
    next = List.copyOf(next);
  }

  /**
   * What the item says of itself.
   *
   * @param crumbs categories from the broadest
   * @param facts labelled: 学完率, 更新于 …
   */
  record About(
      List<Link> crumbs,
      List<Link> authors,
      List<Link> tags,
      List<String> paragraphs,
      List<String> outline,
      List<Fact> facts) {
    About {
      crumbs = List.copyOf(crumbs);
      authors = List.copyOf(authors);
      tags = List.copyOf(tags);
      paragraphs = List.copyOf(paragraphs);
      outline = List.copyOf(outline);
      facts = List.copyOf(facts);
    }
  }

  /** Something worth knowing, and what it is. */
  record Fact(String label, String value) {}

  /** One step on the way to the item, which is the last one. */
  record Step(String title, String href, String format, boolean done, boolean goal) {}

  /**
   * What the visitor can do.
   *
   * @param possible whether the visitor is somebody
   * @param refused whether the item was marked as not interesting
   * @param open where the platform shows the item, when that is elsewhere
   */
  record Actions(
      boolean possible,
      boolean favourite,
      boolean finished,
      boolean refused,
      Optional<String> open) {}
}
