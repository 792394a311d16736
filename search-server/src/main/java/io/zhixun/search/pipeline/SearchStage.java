package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.lexical.Highlighter;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers.Facts;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.HitMaker.Extras;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One search over one generation.
 *
 * <p>The best {@code window} works by relevance are blended once; a cursor carries the part of that
 * order which was not shown. After the window follow the remaining matches in lexical order.
 * Another sort than relevance pages by its own key alone.
 */
final class SearchStage {
  private final Generation generation;
  private final PipelineSettings settings;
  private final Blender blender;
  private final CursorCodec cursors;

  SearchStage(
      Generation generation, PipelineSettings settings, Blender blender, CursorCodec cursors) {
    this.generation = generation;
    this.settings = settings;
    this.blender = blender;
    this.cursors = cursors;
  }

  Answers.Search answer(Requests.Search request, Seeker seeker, Instant now, String requestId) {
    Retrieval.Found found = new Retrieval(generation).find(request.query(), request.mode());
    WorkMatches matches = new WorkMatches(found.matches(), generation.items(), now);
    List<WorkMatch> works = matches.works(request.filters());
    Ranker ranker = new Ranker(generation, seeker, blender);
    Paging paging = new Paging(request, seeker, works, now);
    List<Placed> page = paging.page(ranker);
    HitMaker hits = new HitMaker(generation, seeker, ranker, request.audience().explain());
    Highlighter highlighter = generation.lexical().highlighter(request.query());
    List<Hit> shown = new ArrayList<>();
    for (Placed placed : page) {
      List<String> sources = found.sources(placed.scored().item().row());
      Extras extras = new Extras(sources, List.of(), placed.others());
      hits.found(placed.scored(), extras, highlighter).ifPresent(shown::add);
    }
    return new Answers.Search(
        new Facts(
            requestId, generation.name(), seeker.personalised(), found.missing().stream().toList()),
        works.size(),
        shown,
        matches.facets(request.facets(), request.filters()),
        found.matches().didYouMean(),
        paging.next().map(cursors::encode));
  }

  /** A work in its place, with the editions that it stands for. */
  private record Placed(Scored scored, List<ItemId> others) {}

  /** Chooses the works of one page and says where the next one begins. */
  private final class Paging {
    private final Requests.Search request;
    private final List<WorkMatch> works;
    private final SortKey order;
    private final long digest;
    private Optional<Cursor> next = Optional.empty();

    Paging(Requests.Search request, Seeker seeker, List<WorkMatch> works, Instant now) {
      this.request = request;
      this.works = works;
      this.order = SortKey.of(effectiveSort(request), generation, now);
      this.digest =
          Objects.hash(
              request.query(),
              request.filters(),
              request.sort(),
              request.mode(),
              seeker.user(),
              seeker.weight());
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
          request.page().cursor().map(text -> cursors.decode(text, generation.snapshot(), digest));
      List<WorkMatch> ordered = new ArrayList<>(works);
      ordered.sort(order);
      if (effectiveSort(request) != Sort.RELEVANCE) {
        return plain(ordered, from.map(Cursor::after), request.page().size(), ranker);
      }
      return from.map(cursor -> resumed(cursor, ordered, ranker))
          .orElseGet(() -> first(ordered, ranker));
    }

    private List<Placed> first(List<WorkMatch> ordered, Ranker ranker) {
      List<WorkMatch> window = ordered.subList(0, Math.min(settings.window(), ordered.size()));
      List<Placed> order = blend(window, ranker);
      Cursor.Key end = window.isEmpty() ? Cursor.Key.START : this.order.key(window.getLast());
      return cut(order, end, ordered, ranker);
    }

    private List<Placed> resumed(Cursor cursor, List<WorkMatch> ordered, Ranker ranker) {
      Map<Integer, WorkMatch> byRow = new HashMap<>();
      ordered.forEach(work -> byRow.put(work.item().row(), work));
      List<WorkMatch> rest =
          cursor.rest().stream().map(byRow::get).filter(Objects::nonNull).toList();
      Map<Integer, Placed> scored = new HashMap<>();
      blend(rest, ranker).forEach(placed -> scored.put(placed.scored().item().row(), placed));
      List<Placed> inOrder = rest.stream().map(work -> scored.get(work.item().row())).toList();
      return cut(inOrder, cursor.after(), ordered, ranker);
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
        Cursor.Key last =
            page.isEmpty() ? after.orElse(Cursor.Key.START) : order.key(page.getLast());
        next = Optional.of(new Cursor(generation.snapshot(), digest, List.of(), last));
      }
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
      return ranker.rank(items, lexical).stream()
          .map(scored -> new Placed(scored, others(byRow.get(scored.item().row()))))
          .toList();
    }

    private static List<ItemId> others(WorkMatch work) {
      return work.others().stream().map(ItemFacts::id).toList();
    }
  }
}
