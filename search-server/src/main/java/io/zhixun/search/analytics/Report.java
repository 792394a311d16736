package io.zhixun.search.analytics;

import io.zhixun.corpus.Item.Format;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was counted in a period.
 *
 * @param computed when the counting was done
 * @param ruleOccasions how often the conditions of a rule held, by its id; a rule of which events
 *     cannot tell is not there
 */
public record Report(
    Period period,
    Instant computed,
    Totals totals,
    Searches searches,
    Clicks clicks,
    Exposure exposure,
    Map<String, Long> ruleOccasions) {

  /**
   * Sums.
   *
   * @param lists answers of which something was shown
   * @param shown items in them
   * @param clicked of the items shown, each once for an answer
   * @param otherClicks clicks that belong to no answer that was shown
   */
  public record Totals(
      long events,
      long searches,
      long lists,
      long shown,
      long clicked,
      long otherClicks,
      long purchases) {}

  /**
   * Queries, by how often they were asked.
   *
   * @param frequent those asked most
   * @param empty those among the frequent and the unanswered ones that find nothing now
   * @param lowClick those that find something which is passed over
   * @param leftOut searches of queries that did not fit
   */
  public record Searches(
      List<QueryLine> frequent, List<QueryLine> empty, List<QueryLine> lowClick, long leftOut) {
    public Searches {
      frequent = List.copyOf(frequent);
      empty = List.copyOf(empty);
      lowClick = List.copyOf(lowClick);
    }

    /** A query of the work queue, whichever of the two it is. */
    public Optional<QueryLine> wanting(String key) {
      return empty.stream()
          .filter(line -> line.key().equals(key))
          .findFirst()
          .or(() -> lowClick.stream().filter(line -> line.key().equals(key)).findFirst());
    }
  }

  /**
   * One query in all its spellings.
   *
   * @param key the form in which two queries are the same
   * @param text as it was typed first
   * @param asked how often, and by how many
   * @param unanswered searches after which nothing was shown
   * @param lists answers that were shown
   * @param clicked of these, those in which something was clicked
   * @param found works that it finds now
   * @param next what the same people searched next, most frequent first
   */
  public record QueryLine(
      String key,
      String text,
      Askers asked,
      long unanswered,
      long lists,
      long clicked,
      OptionalInt found,
      List<Next> next) {
    public QueryLine {
      next = List.copyOf(next);
    }

    public long searches() {
      return asked.searches();
    }

    /** Share of the answers in which something was clicked; 0 when none was shown. */
    public double clickThrough() {
      return lists == 0 ? 0 : (double) clicked / lists;
    }

    QueryLine finding(int works) {
      return new QueryLine(
          key, text, asked, unanswered, lists, clicked, OptionalInt.of(works), next);
    }
  }

  /**
   * How often something was asked.
   *
   * @param people who asked it and are told apart; {@value #MANY} stands for more too
   * @param byGuests of the searches, those by guests of the pages, who are not told apart
   */
  public record Askers(long searches, int people, long byGuests) {
    /** More people than this are not told apart. */
    public static final int MANY = 1_000;

    public static final Askers NOBODY = new Askers(0, 0, 0);
  }

  /**
   * What was searched next, within minutes, by people who had clicked nothing.
   *
   * @param times how often
   */
  public record Next(String text, long times) {}

  /**
   * How often what is shown is clicked.
   *
   * @param inSearch by position, from 1
   * @param inFeeds the same where nothing was searched
   * @param formats by format
   * @param sources by the source that proposed it; an item of several counts for each
   * @param sourced items shown of which the sources are known
   */
  public record Clicks(
      List<Rate<Integer>> inSearch,
      List<Rate<Integer>> inFeeds,
      List<Rate<Format>> formats,
      List<Rate<String>> sources,
      long sourced) {
    public Clicks {
      inSearch = List.copyOf(inSearch);
      inFeeds = List.copyOf(inFeeds);
      formats = List.copyOf(formats);
      sources = List.copyOf(sources);
    }
  }

  /** How often one kind was shown, and clicked. */
  public record Rate<K>(K kind, long shown, long clicked) {
    public double share() {
      return shown == 0 ? 0 : (double) clicked / shown;
    }
  }

  /**
   * Who gets the learners' eyes.
   *
   * @param authors those shown most; an item of several counts for each
   * @param categories the broadest
   * @param ages by how old an item was when it was shown
   */
  public record Exposure(
      List<Share<String>> authors, List<Share<String>> categories, List<Share<Age>> ages) {
    public Exposure {
      authors = List.copyOf(authors);
      categories = List.copyOf(categories);
      ages = List.copyOf(ages);
    }
  }

  /**
   * One part of the catalogue.
   *
   * @param items published ones, now
   */
  public record Share<K>(K kind, long items, long shown, long clicked) {}

  /** How long an item has been published. */
  public enum Age {
    MONTH(30),
    QUARTER(90),
    YEAR(365),
    THREE_YEARS(1_095),
    OLDER(Integer.MAX_VALUE),
    UNKNOWN(-1);

    private final int days;

    Age(int days) {
      this.days = days;
    }

    static Age ofDays(long days) {
      for (Age age : values()) {
        if (days <= age.days) {
          return age;
        }
      }
      return OLDER;
    }
  }
}
