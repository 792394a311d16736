package io.zhixun.server.page;

import java.util.List;

/** What the search box offers. */
record SuggestView(List<Line> lines) {
  SuggestView {
    lines = List.copyOf(lines);
  }

  /**
   * One of them.
   *
   * @param label what it is
   */
  record Line(Marked text, String href, String label) {}
}
