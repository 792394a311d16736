package io.zhixun.server.page;

import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.server.page.wording.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What the address of a search page says. Lenient where the API is strict: people share addresses
 * with things appended, so what cannot be is left out.
 *
 * @param plain whether the learner should have no influence
 * @param explain whether the parts of scores are shown
 */
record SearchQuery(
    String text,
    Filters filters,
    Sort sort,
    boolean plain,
    boolean explain,
    Optional<String> cursor) {
  private static final int MOST_VALUES = 20;
  private static final int LONGEST_VALUE = 100;

  /** What is longer is not repeated as a whole where it is only told of. */
  private static final int MOST_SHOWN = 40;

  /** Reads the parameters of an address. */
  static SearchQuery of(Map<String, List<String>> parameters) {
    Map<Facet, Set<String>> wanted = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Set<String> values = new LinkedHashSet<>();
      parameters.getOrDefault(facet.label(), List.of()).stream()
          .filter(value -> value.length() <= LONGEST_VALUE && Labels.isPossible(facet, value))
          .limit(MOST_VALUES)
          .forEach(values::add);
      if (!values.isEmpty()) {
        wanted.put(facet, Collections.unmodifiableSet(values));
      }
    }
    return new SearchQuery(
        first(parameters, "q").map(SearchQuery::oneLine).orElse(""),
        new Filters(wanted),
        first(parameters, "sort").flatMap(SearchQuery::sort).orElse(Sort.RELEVANCE),
        first(parameters, "plain").isPresent(),
        first(parameters, "explain").isPresent(),
        first(parameters, "cursor"));
  }

  /** What was searched, to be told of; the search box has the whole of it. */
  String shown() {
    return isLong() ? text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN)) + "…" : text;
  }

  /** Whether it is more than can be taken in at a glance. */
  boolean isLong() {
    return text.codePointCount(0, text.length()) > MOST_SHOWN;
  }

  private static Optional<String> first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .findFirst()
        .filter(value -> !value.isBlank());
  }

  private static String oneLine(String typed) {
    return typed.strip().replaceAll("[\\p{Cntrl}]+", " ");
  }

  private static Optional<Sort> sort(String label) {
    return Arrays.stream(Sort.values()).filter(sort -> sort.label().equals(label)).findFirst();
  }

  boolean isTooLong() {
    return text.length() > Requests.MAX_QUERY;
  }

  /** Whether everything there is would be listed. */
  boolean isBrowsing() {
    return text.isEmpty();
  }

  boolean has(Facet facet, String value) {
    return filters.wanted().getOrDefault(facet, Set.of()).contains(value);
  }

  /** With a filter added, or taken away if it was there; from the first page on. */
  SearchQuery toggled(Facet facet, String value) {
    Map<Facet, Set<String>> wanted = new EnumMap<>(Facet.class);
    wanted.putAll(filters.wanted());
    Set<String> values = new LinkedHashSet<>(wanted.getOrDefault(facet, Set.of()));
    if (!values.remove(value)) {
      values.add(value);
    }
    wanted.put(facet, values);
    wanted.values().removeIf(Set::isEmpty);
    return new SearchQuery(text, new Filters(wanted), sort, plain, explain, Optional.empty());
  }

  SearchQuery withoutFilters() {
    return new SearchQuery(text, Filters.NONE, sort, plain, explain, Optional.empty());
  }

  SearchQuery sortedBy(Sort order) {
    return new SearchQuery(text, filters, order, plain, explain, Optional.empty());
  }

  SearchQuery plain(boolean wanted) {
    return new SearchQuery(text, filters, sort, wanted, explain, Optional.empty());
  }

  SearchQuery explained(boolean wanted) {
    return new SearchQuery(text, filters, sort, plain, wanted, Optional.empty());
  }

  SearchQuery from(Optional<String> place) {
    return new SearchQuery(text, filters, sort, plain, explain, place);
  }

  /** The address of the page. */
  String href() {
    StringJoiner href = new StringJoiner("&", "/search?", "").setEmptyValue("/search");
    if (!text.isEmpty()) {
      href.add("q=" + Hrefs.encode(text));
    }
    for (Facet facet : Facet.values()) {
      List<String> values = new ArrayList<>(filters.wanted().getOrDefault(facet, Set.of()));
      Collections.sort(values);
      values.forEach(value -> href.add(facet.label() + "=" + Hrefs.encode(value)));
    }
    if (sort != Sort.RELEVANCE) {
      href.add("sort=" + sort.label());
    }
    if (plain) {
      href.add("plain=1");
    }
    if (explain) {
      href.add("explain=1");
    }
    cursor.ifPresent(place -> href.add("cursor=" + Hrefs.encode(place)));
    return href.toString();
  }
}
