package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.search.lexical.Matches;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses the works of one page of a search and says where the next one begins. */
final class SearchPaging {
  private final Generation generation;
  private final Means means;
  private final Requests.Search request;
  private final List<WorkMatch> works;
  private final Matches matches;
  private final ActiveRules rules;
  private final SortKey order;
  private final long digest;
  private Optional<Cursor> next = Optional.empty();

  /** A work in its place, with the editions that it stands for. */
  record Placed(Scored scored, List<ItemId> others) {}

  /** Whom the order is for, and what editors want of it. */
  record Order(Seeker seeker, ActiveRules rules, Matches matches) {}

  SearchPaging(
      Generation generation,
      Means means,
      Requests.Search request,
      List<WorkMatch> works,
      Order wanted) {
    this.generation = generation;
    this.means = means;
    this.request = request;
    this.works = works;
    this.matches = wanted.matches();
    this.rules = request.sort() == Sort.RELEVANCE ? wanted.rules() : ActiveRules.NONE;
    this.order =
        SortKey.of(effectiveSort(request), generation, wanted.seeker().viewer().now())
            .after(rules.pinned().sequencedKeySet());
    this.digest = RequestDigest.of(request, wanted.seeker());
  }

  /** Without a query nothing is more relevant than another: browsing goes by popularity. */
  private static Sort effectiveSort(Requests.Search request) {
    return request.sort() == Sort.RELEVANCE && request.query().isBlank()
        ? Sort.POPULARITY
        : request.sort();
  }

  Optional<Cursor> next() {
    return next;
  }

  List<Placed> page(Ranker ranker) {
    Optional<Cursor> from =
        request
            .page()
            .cursor()
            .map(text -> means.cursors().decode(text, generation.snapshot(), digest));
    List<WorkMatch> ordered = new ArrayList<>(works);
    ordered.sort(order);
    if (effectiveSort(request) != Sort.RELEVANCE) {
      return plain(ordered, from.map(Cursor::after), request.page().size(), ranker);
    }
    return from.map(cursor -> resumed(cursor, ordered, ranker))
        .orElseGet(() -> first(ordered, ranker));
  }

  private List<Placed> first(List<WorkMatch> ordered, Ranker ranker) {
    int places = Math.min(means.settings().window(), ordered.size());
    List<WorkMatch> window = ordered.subList(0, places);
    Cursor.Key end = window.isEmpty() ? Cursor.Key.START : order.key(window.getLast());
    return cut(blend(window, ranker), end, ordered, ranker);
  }

  private List<Placed> resumed(Cursor cursor, List<WorkMatch> ordered, Ranker ranker) {
    Map<Integer, WorkMatch> byRow = new HashMap<>();
    ordered.forEach(work -> byRow.put(work.item().row(), work));
    List<WorkMatch> rest = cursor.rest().stream().map(byRow::get).filter(Objects::nonNull).toList();
    return cut(inOrderOf(rest, ranker), cursor.after(), ordered, ranker);
  }

  /** The first page of what is left of the window, filled up with plain matches after it. */
  private List<Placed> cut(
      List<Placed> window, Cursor.Key end, List<WorkMatch> ordered, Ranker ranker) {
    int size = request.page().size();
    if (window.size() > size) {
      List<Integer> rest =
          window.subList(size, window.size()).stream()
              .map(placed -> placed.scored().item().row())
              .toList();
      next = Optional.of(new Cursor(generation.snapshot(), digest, rest, end));
      return window.subList(0, size);
    }
    List<Placed> page = new ArrayList<>(window);
    page.addAll(plain(ordered, Optional.of(end), size - window.size(), ranker));
    return page;
  }

  /** Works after a place in the plain order. */
  private List<Placed> plain(
      List<WorkMatch> ordered, Optional<Cursor.Key> after, int size, Ranker ranker) {
    int start = 0;
    if (after.isPresent()) {
      while (start < ordered.size() && !order.isAfter(ordered.get(start), after.get())) {
        start++;
      }
    }
    int end = Math.min(start + size, ordered.size());
    List<WorkMatch> page = ordered.subList(start, end);
    if (end < ordered.size()) {
      Cursor.Key last = page.isEmpty() ? after.orElse(Cursor.Key.START) : order.key(page.getLast());
      next = Optional.of(new Cursor(generation.snapshot(), digest, List.of(), last));
    }
    return inOrderOf(page, ranker);
  }

  private List<Placed> inOrderOf(List<WorkMatch> page, Ranker ranker) {
    Map<Integer, Placed> scored = new HashMap<>();
    blend(page, ranker).forEach(placed -> scored.put(placed.scored().item().row(), placed));
    return page.stream().map(work -> scored.get(work.item().row())).toList();
  }

  private List<Placed> blend(List<WorkMatch> window, Ranker ranker) {
    double best = works.stream().mapToDouble(WorkMatch::score).max().orElse(0);
    List<ItemFacts> items = window.stream().map(WorkMatch::item).toList();
    double[] lexical = new double[items.size()];
    Arrays.setAll(lexical, i -> best > 0 ? window.get(i).score() / best : Double.NaN);
    Map<Integer, WorkMatch> byRow = new HashMap<>();
    window.forEach(work -> byRow.put(work.item().row(), work));
    List<Scored> lifted = Ruling.lifted(ranker.rank(items, lexical, matches.openness()), rules);
    return Ruling.pinned(namedFirst(lifted), rules).stream()
        .map(scored -> new Placed(scored, others(byRow.get(scored.item().row()))))
        .toList();
  }

  /**
   * Whoever types a title, or more than a word of one, wants that item: no taste of theirs puts
   * another one before it.
   */
  private List<Scored> namedFirst(List<Scored> ranked) {
    if (request.query().isBlank()) {
      return ranked;
    }
    String query = ChineseAnalyzer.spelling(request.query());
    Predicate<Scored> exact =
        scored -> ChineseAnalyzer.spelling(scored.item().title()).equals(query);
    Predicate<Scored> named = scored -> matches.isNamed(scored.item().row());
    return first(first(ranked, named, "named-title"), exact, "exact-title");
  }

  /** Those first that are meant, in their order, unless an editor has buried them. */
  private static List<Scored> first(List<Scored> ranked, Predicate<Scored> meant, String move) {
    Predicate<Scored> goesFirst = scored -> scored.moves().steps() >= 0 && meant.test(scored);
    List<Scored> first = new ArrayList<>(ranked.size());
    for (int i = 0; i < ranked.size(); i++) {
      if (goesFirst.test(ranked.get(i))) {
        first.add(first.size() == i ? ranked.get(i) : ranked.get(i).moved(move));
      }
    }
    ranked.stream().filter(goesFirst.negate()).forEach(first::add);
    return first;
  }

  private static List<ItemId> others(WorkMatch work) {
    return work.others().stream().map(ItemFacts::id).toList();
  }
}
