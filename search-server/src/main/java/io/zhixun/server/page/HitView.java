package io.zhixun.server.page;

import java.util.List;
import java.util.Optional;

/**
 * One item of an answer.
 *
 * @param position from 1
 * @param title with the matched parts marked; so are the other texts
 * @param matches what matched beside title, subtitle and passage: 作者, 话题
 * @param editions other editions of the same work
 */
record HitView(
    ItemView item,
    int position,
    boolean sponsored,
    Marked title,
    Optional<Marked> subtitle,
    Optional<Marked> passage,
    Optional<Marked> chapter,
    List<Match> matches,
    List<ReasonView> reasons,
    Optional<PartsView> parts,
    List<Link> editions) {
  HitView {
    matches = List.copyOf(matches);
    reasons = List.copyOf(reasons);
    editions = List.copyOf(editions);
  }

  /** A short text that matched, and what it is. */
  record Match(String label, Marked text) {}

  /**
   * Why it is shown.
   *
   * @param kind personal, popular, new or match: how it looks
   */
  record ReasonView(String kind, String text) {}
}
