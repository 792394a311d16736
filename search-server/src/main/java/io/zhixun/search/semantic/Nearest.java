package io.zhixun.search.semantic;

import java.util.List;

/** What meaning has to say about a query. */
public sealed interface Nearest {
  /** The nearest items, nearest first. */
  record Items(List<Near> items) implements Nearest {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Nothing, and why. */
  record Missing(Why why) implements Nearest {}

  /** Why there are no vectors to compare. */
  enum Why {
    /** By the settings, or because the catalogue is larger than they allow. */
    SOURCE_OFF,
    /** The encoder could not be loaded, or did not answer in time. */
    SOURCE_FAILED,
    /** The catalogue is being encoded. */
    NOT_YET_THERE
  }
}
