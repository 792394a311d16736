package io.zhixun.server.page;

import java.util.List;
import java.util.Optional;

/**
 * A page of results.
 *
 * @param heading what was found, in words
 * @param proposals what else there is, when nothing was found
 */
record SearchView(
    Frame frame,
    String heading,
    int total,
    List<HitView> hits,
    Narrowing narrowing,
    Tools tools,
    Paging paging,
    Optional<Link> didYouMean,
    List<SectionView> proposals) {
  SearchView {
    hits = List.copyOf(hits);
    proposals = List.copyOf(proposals);
  }

  /**
   * What the results can be narrowed by.
   *
   * @param chosen each with the address that takes it away
   * @param none the address without any filter
   */
  record Narrowing(List<FacetView> facets, List<Link> chosen, String none) {
    Narrowing {
      facets = List.copyOf(facets);
      chosen = List.copyOf(chosen);
    }
  }

  /** An order of the results. */
  record Order(String label, String href, boolean current) {}

  /**
   * What can be changed about the order.
   *
   * @param personal how the order came about, and how to have the other one; empty for guests
   * @param explain shows or hides the parts of scores
   * @param degraded whether some part of the ranking was missing
   */
  record Tools(List<Order> orders, Optional<Personal> personal, Link explain, boolean degraded) {
    Tools {
      orders = List.copyOf(orders);
    }
  }

  /** Whether the learner shaped the order, and the way to the other one. */
  record Personal(String says, Link other) {}

  /**
   * @param first the address of the first page, on later ones
   * @param restarted whether an old address could not be continued
   */
  record Paging(Optional<String> next, Optional<String> first, boolean restarted) {}

  boolean isEmpty() {
    return hits.isEmpty();
  }
}
