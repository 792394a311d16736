package io.zhixun.server.page;

import java.util.List;
import java.util.Optional;

/**
 * One item of an answer.
 *
 * @param position from 1
 * @param title with the matched parts marked; so are the other texts
 * @param matches what matched when it was none of those: 作者, 话题
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

  /** Short texts that matched, and what they are. */
  record Match(String label, List<Marked> texts) {
    Match {
      texts = List.copyOf(texts);
    }
  }

  /**
   * Why it is shown.
   *
   * @param kind personal, popular, new or match: how it looks
   */
  record ReasonView(String kind, String text) {}
}
