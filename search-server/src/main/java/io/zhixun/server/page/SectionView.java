package io.zhixun.server.page;

import java.util.List;
import java.util.Optional;

/**
 * A titled group of items.
 *
 * @param more the address that continues it
 */
record SectionView(
    String id, String title, Style style, List<HitView> hits, Optional<String> more) {
  SectionView {
    hits = List.copyOf(hits);
  }

  /** How a group is laid out. */
  enum Style {
    /** Cards in rows. */
    GRID,
    /** Cards in one row that scrolls. */
    RAIL,
    /** A numbered list. */
    CHART,
    /** What was begun, with how far the learner came. */
    CONTINUE;

    /** The layout that fits a section of a feed. */
    static Style of(String section) {
      return switch (section) {
        case "for-you" -> GRID;
        case "continue" -> CONTINUE;
        case "trending", "popular" -> CHART;
        default -> RAIL;
      };
    }
  }

  boolean isGrid() {
    return style == Style.GRID;
  }

  boolean isChart() {
    return style == Style.CHART;
  }

  boolean isContinue() {
    return style == Style.CONTINUE;
  }
}
