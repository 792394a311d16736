package io.zhixun.server.page;

import io.zhixun.server.page.Everything.CategoryLink;
import java.util.List;
import java.util.Optional;

/**
 * A page of results.
 *
 * @param heading what was found, in words
 * @param sponsored what somebody pays for, beside the hits and not among them
 * @param help what else to try, when little or nothing was found
 */
record SearchView(
    Frame frame,
    String heading,
    int total,
    List<HitView> hits,
    List<HitView> sponsored,
    Narrowing narrowing,
    Tools tools,
    Paging paging,
    Meaning meaning,
    Help help) {
  SearchView {
    hits = List.copyOf(hits);
    sponsored = List.copyOf(sponsored);
  }

  /**
   * How the words were taken.
   *
   * @param approximate whether no hit holds all of them
   * @param asked the words, as far as they are shown
   */
  record Meaning(Optional<Link> didYouMean, boolean approximate, String asked) {}

  /**
   * What else to try.
   *
   * @param proposals what else there is
   */
  record Help(List<CategoryLink> categories, List<SectionView> proposals) {
    static final Help NONE = new Help(List.of(), List.of());

    Help {
      categories = List.copyOf(categories);
      proposals = List.copyOf(proposals);
    }

    boolean isNeeded() {
      return !proposals.isEmpty() || !categories.isEmpty();
    }
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
