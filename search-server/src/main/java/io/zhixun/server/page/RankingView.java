package io.zhixun.server.page;

import java.util.Optional;

/**
 * How ranking works.
 *
 * @param example a real hit of a real search, with its parts
 */
record RankingView(Frame frame, Optional<Example> example) {
  /** The first hit of a search, made for whoever looks. */
  record Example(Link query, HitView hit, PartsView parts) {}
}
