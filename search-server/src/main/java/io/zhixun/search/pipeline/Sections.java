package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Signals;
import io.zhixun.ranking.learner.Touch;
import io.zhixun.search.candidate.Candidates;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.pipeline.Answers.Facts;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Answers.Section;
import io.zhixun.search.pipeline.FeedStage.Proposals;
import io.zhixun.search.pipeline.HitMaker.Extras;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Puts a feed together from sections, none of which shows what another one does. */
final class Sections {
  private static final String FOR_YOU = "for-you";

  /** How many proposals a cursor of the for-you section can carry on with. */
  private static final int DEPTH = 200;

  private final Generation generation;
  private final PipelineSettings settings;
  private final Blender blender;
  private final CursorCodec cursors;

  Sections(Generation generation, PipelineSettings settings, Blender blender, CursorCodec cursors) {
    this.generation = generation;
    this.settings = settings;
    this.blender = blender;
    this.cursors = cursors;
  }

  Answers.Feed answer(Requests.Feed request, Seeker seeker, String requestId) {
    Assembly assembly = new Assembly(request, seeker);
    if (request.page().cursor().isPresent()) {
      assembly.resume(request.page().cursor().get());
    } else {
      assembly.compose();
    }
    Facts facts = new Facts(requestId, generation.name(), seeker.personalised(), assembly.degraded);
    return new Answers.Feed(facts, assembly.sections);
  }

  private final class Assembly {
    private final Requests.Feed request;
    private final Seeker seeker;
    private final RelatedStage related;
    private final FeedStage stage;
    private final long digest;
    private final Set<ItemId> shown = new HashSet<>();
    private final List<Section> sections = new ArrayList<>();
    private List<Degradation> degraded = List.of();

    Assembly(Requests.Feed request, Seeker seeker) {
      this.request = request;
      this.seeker = seeker;
      this.related = new RelatedStage(generation, blender, seeker);
      this.stage = new FeedStage(generation, settings, blender);
      this.digest =
          Objects.hash(FOR_YOU, request.scenario(), request.item(), seeker.user(), seeker.weight());
    }

    void compose() {
      int size = request.page().size();
      switch (request.scenario()) {
        case HOME -> home(size);
        case ITEM -> {
          anchor().ifPresent(item -> similar(item, (size + 1) / 2));
          anchor().ifPresent(item -> next(item, size - shown.size()));
        }
        case AFTER_COMPLETION -> {
          anchor().ifPresent(item -> next(item, (size + 1) / 2));
          forYou(size - shown.size());
        }
        case CONTINUE -> unfinished(size);
        case SEARCH_EMPTY -> {
          forYou((size + 1) / 2);
          popular(size - shown.size());
        }
        case EMAIL -> forYou(size);
      }
    }

    /** A small answer is all for-you; a larger one gives a part of its places to other sections. */
    private void home(int size) {
      int others = size < 12 ? 0 : size / 8;
      unfinished(others);
      int kept = size - shown.size() - 3 * others;
      forYou(kept);
      because(others);
      popular(others);
      fresh(others);
    }

    private Optional<ItemFacts> anchor() {
      return request.item().flatMap(generation.items()::of);
    }

    private void unfinished(int places) {
      if (!seeker.personalised()) {
        return;
      }
      List<Hit> hits = new ArrayList<>();
      HitMaker maker = maker(new Ranker(generation, seeker, blender));
      for (Touch touch : seeker.viewer().learner().unfinished()) {
        if (hits.size() >= places) {
          break;
        }
        generation
            .items()
            .of(touch.item())
            .filter(item -> item.isVisibleAt(seeker.viewer().now()))
            .flatMap(
                item ->
                    maker.proposal(
                        new Scored(item, Signals.NONE, touch.done().progress()),
                        Extras.from(List.of("history"))))
            .ifPresent(hits::add);
      }
      add("continue", "继续学习", hits);
    }

    private void forYou(int places) {
      if (places <= 0) {
        return;
      }
      Proposals proposals =
          stage.propose(seeker, Math.max(places, Math.min(DEPTH, places + DEPTH)), shown);
      degraded =
          proposals.candidates().failed().stream()
              .map(source -> new Degradation(source, "SOURCE_FAILED"))
              .toList();
      show(proposals, places);
    }

    private void show(Proposals proposals, int places) {
      List<Scored> items = proposals.items();
      HitMaker maker = maker(proposals.ranker());
      List<Hit> hits = new ArrayList<>();
      for (Scored scored : items.subList(0, Math.min(places, items.size()))) {
        List<String> sources =
            proposals.candidates().sources().getOrDefault(scored.item().row(), List.of());
        maker.proposal(scored, Extras.from(sources)).ifPresent(hits::add);
      }
      Optional<String> next = Optional.empty();
      if (items.size() > places) {
        List<Integer> rest =
            items.subList(places, Math.min(items.size(), places + DEPTH)).stream()
                .map(scored -> scored.item().row())
                .toList();
        Cursor cursor = new Cursor(generation.snapshot(), digest, rest, Cursor.Key.START);
        next = Optional.of(cursors.encode(cursor));
      }
      hits.forEach(hit -> shown.add(hit.item().id()));
      if (!hits.isEmpty()) {
        String title = seeker.personalised() ? "为你推荐" : "大家都在学";
        sections.add(new Section(FOR_YOU, title, hits, next));
      }
    }

    void resume(String text) {
      Cursor cursor = cursors.decode(text, generation.snapshot(), digest);
      SequencedMap<Integer, List<String>> rows = new LinkedHashMap<>();
      cursor.rest().forEach(row -> rows.put(row, List.of()));
      Candidates candidates = new Candidates(rows, List.of());
      Proposals scored = stage.propose(seeker, DEPTH, Set.of(), candidates);
      List<Scored> inOrder = new ArrayList<>(scored.items());
      List<Integer> order = List.copyOf(rows.sequencedKeySet());
      inOrder.sort(java.util.Comparator.comparingInt(one -> order.indexOf(one.item().row())));
      show(new Proposals(inOrder, scored.ranker(), candidates), request.page().size());
    }

    /** What goes with the item that was finished, or else studied, last. */
    private void because(int places) {
      if (!seeker.personalised() || places == 0) {
        return;
      }
      seeker.viewer().learner().touches().reversed().stream()
          .filter(Touch::isFinished)
          .findFirst()
          .flatMap(touch -> generation.items().of(touch.item()))
          .ifPresent(
              item ->
                  add(
                      "because",
                      "因为你学完了《" + item.title().replaceAll("^《(.*)》$", "$1") + "》",
                      eligible(related.similar(item, places * 4), places)));
    }

    private void similar(ItemFacts item, int places) {
      add("similar", "相似内容", eligible(related.similar(item, places * 3), places));
    }

    private void next(ItemFacts item, int places) {
      add("next", "学过的人接着学", eligible(related.next(item, places * 3), places));
    }

    private void popular(int places) {
      List<Hit> hits = new ArrayList<>();
      HitMaker maker = maker(new Ranker(generation, seeker, blender));
      for (int row : generation.popularity().top(places * 10)) {
        proposal(row, maker, "popular").ifPresent(hits::add);
      }
      add("popular", "热门", eligible(hits, places));
    }

    private void fresh(int places) {
      List<Hit> hits = new ArrayList<>();
      HitMaker maker = maker(new Ranker(generation, seeker, blender));
      for (ItemFacts item : generation.items().newestFirst()) {
        if (hits.size() >= places * 4 || item.dates().published().isEmpty()) {
          break;
        }
        proposal(item.row(), maker, "fresh").ifPresent(hits::add);
      }
      add("fresh", "新上架", eligible(hits, places));
    }

    private Optional<Hit> proposal(int row, HitMaker maker, String source) {
      return generation
          .items()
          .at(row)
          .filter(item -> seeker.eligibility().of(item).isEmpty())
          .filter(item -> !shown.contains(item.id()))
          .flatMap(
              item ->
                  maker.proposal(
                      new Scored(item, Signals.NONE, generation.popularity().signal(item)),
                      Extras.from(List.of(source))));
    }

    private List<Hit> eligible(List<Hit> hits, int places) {
      return hits.stream()
          .filter(hit -> !shown.contains(hit.item().id()))
          .filter(
              hit ->
                  generation
                      .items()
                      .of(hit.item().id())
                      .map(item -> seeker.eligibility().of(item).isEmpty())
                      .orElse(false))
          .limit(Math.max(0, places))
          .toList();
    }

    private void add(String id, String title, List<Hit> hits) {
      if (!hits.isEmpty()) {
        hits.forEach(hit -> shown.add(hit.item().id()));
        sections.add(new Section(id, title, hits, Optional.empty()));
      }
    }

    private HitMaker maker(Ranker ranker) {
      return new HitMaker(generation, seeker, ranker, request.audience().explain());
    }
  }
}
