package io.zhixun.search.pipeline;

import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Sort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the pipeline can be asked, already checked: nothing here can be absurd. */
public final class Requests {
  /** The most items of one page. */
  public static final int MAX_SIZE = 100;

  /** The most characters (UTF-16 units) of a query. */
  public static final int MAX_QUERY = 200;

  /** The most items of one ranking request. */
  public static final int MAX_RANK = 1_000;

  private Requests() {}

  /** Which matches a search wants. */
  public enum Mode {
    LEXICAL,
    SEMANTIC,
    HYBRID
  }

  /** The name of a scenario in addresses, rules and settings, such as {@code search-empty}. */
  public static String label(Scenario scenario) {
    return scenario.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What kind of feed is wanted. */
  public enum Scenario {
    HOME,
    ITEM,
    SEARCH_EMPTY,
    AFTER_COMPLETION,
    CONTINUE,
    EMAIL
  }

  /**
   * Who asks and how the answer should lean.
   *
   * @param weight 0 (nothing about the learner) to 1 (most personal); absent = the settings'
   *     default
   * @param explain whether the parts of scores are wanted
   */
  public record Audience(
      Optional<UserId> user, OptionalDouble weight, Context context, boolean explain) {
    public static final Audience ANYBODY =
        new Audience(Optional.empty(), OptionalDouble.empty(), Context.UNKNOWN, false);
  }

  /**
   * A search.
   *
   * @param query as typed; blank browses everything
   * @param facets fields to count
   */
  public record Search(
      String query,
      Filters filters,
      List<Facet> facets,
      Mode mode,
      Sort sort,
      Page page,
      Audience audience) {
    /** The first hits of a query, as somebody finds them who types it and nothing else. */
    public static Search first(String query, int size, Audience audience) {
      return new Search(
          query,
          Filters.NONE,
          List.of(),
          Mode.HYBRID,
          Sort.RELEVANCE,
          new Page(size, Optional.empty()),
          audience);
    }

    public Search {
      facets = List.copyOf(facets);
    }
  }

  /** Which part of a long answer: {@code cursor} continues an earlier one. */
  public record Page(int size, Optional<String> cursor) {
    public Page {
      if (size < 1 || size > MAX_SIZE) {
        throw new IllegalArgumentException("size must be 1.." + MAX_SIZE + ", got " + size);
      }
    }
  }

  /**
   * A feed.
   *
   * @param item the item that {@link Scenario#ITEM} and {@link Scenario#AFTER_COMPLETION} start
   *     from
   * @param query what was searched in vain, for {@link Scenario#SEARCH_EMPTY}
   */
  public record Feed(
      Scenario scenario,
      Optional<ItemId> item,
      Optional<String> query,
      Page page,
      Audience audience) {}

  /**
   * A search box.
   *
   * @param typed what stands in it so far; blank when it was just entered
   * @param size 1..{@link #MAX_SIZE}
   */
  public record Suggest(String typed, Optional<UserId> user, int size) {
    public Suggest {
      if (size < 1 || size > MAX_SIZE) {
        throw new IllegalArgumentException("size must be 1.." + MAX_SIZE + ", got " + size);
      }
    }
  }

  /**
   * A caller's items to be put in order.
   *
   * @param items 1..{@link #MAX_RANK} distinct identifiers as the caller wrote them
   * @param policy whether policy may move items
   */
  public record Rank(
      List<String> items, Optional<String> query, boolean policy, Audience audience) {
    public Rank {
      items = List.copyOf(items);
    }
  }
}
