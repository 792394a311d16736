package io.zhixun.search.pipeline;

import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.ranking.policy.Occasion;
import io.zhixun.search.pipeline.Answers.Facts;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.search.pipeline.Answers.Section;
import io.zhixun.search.pipeline.Requests.Scenario;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which sections a feed has in each scenario, and how many places each gets. No item appears in two
 * of them.
 */
final class Sections {
  private final Generation generation;
  private final Means means;
  private final Seeker seeker;

  Sections(Generation generation, Means means, Seeker seeker) {
    this.generation = generation;
    this.means = means;
    this.seeker = seeker;
  }

  Answers.Feed answer(Requests.Feed request, String requestId) {
    Optional<ItemFacts> anchor = request.item().flatMap(generation.items()::of);
    ActiveRules rules =
        generation
            .rules()
            .on(
                new Occasion(
                    request.query(),
                    Set.copyOf(anchor.map(ItemFacts::category).orElse(List.of())),
                    Requests.label(request.scenario()),
                    seeker.viewer().now()));
    FeedAssembly assembly = new FeedAssembly(generation, means, seeker, request, rules);
    if (request.page().cursor().isPresent()) {
      assembly.resume(request.page().cursor().get());
    } else {
      compose(request, anchor, assembly);
    }
    List<Section> sections =
        request.page().cursor().isPresent() || request.scenario() == Scenario.CONTINUE
            ? assembly.sections()
            : withSponsored(assembly, request.page().size());
    Facts facts = Facts.of(requestId, generation, seeker, assembly.degraded());
    return new Answers.Feed(facts, sections);
  }

  private static void compose(
      Requests.Feed request, Optional<ItemFacts> anchor, FeedAssembly feed) {
    int size = request.page().size();
    switch (request.scenario()) {
      case HOME -> home(feed, size);
      case ITEM -> {
        anchor.ifPresent(item -> feed.similar(item, (size + 1) / 2));
        anchor.ifPresent(item -> feed.next(item, size - feed.shown()));
      }
      case AFTER_COMPLETION -> {
        anchor.ifPresent(item -> feed.next(item, (size + 1) / 2));
        feed.forYou(size - feed.shown());
      }
      case CONTINUE -> feed.unfinished(size);
      case SEARCH_EMPTY -> {
        request.query().ifPresent(query -> feed.near(query, size / 3));
        feed.forYou((size - feed.shown() + 1) / 2);
        feed.popular(size - feed.shown());
      }
      case EMAIL -> feed.forYou(size);
    }
  }

  /** A small answer is all for-you; a larger one gives a part of its places to other sections. */
  private static void home(FeedAssembly feed, int size) {
    int others = size < 12 ? 0 : size / 8;
    feed.unfinished(others);
    feed.forYou(size - feed.shown() - 3 * others);
    feed.because(others);
    feed.popular(others);
    feed.fresh(others);
  }

  /** The paid slot comes last, and takes the last place: every other item stays where it was. */
  private static List<Section> withSponsored(FeedAssembly assembly, int size) {
    Optional<Section> paid = assembly.sponsored();
    if (paid.isEmpty()) {
      return assembly.sections();
    }
    List<Section> sections = new ArrayList<>(assembly.sections());
    if (assembly.shown() >= size && !sections.isEmpty()) {
      Section last = sections.removeLast();
      List<Hit> kept = last.items().subList(0, last.items().size() - 1);
      if (!kept.isEmpty()) {
        sections.add(new Section(last.id(), last.title(), kept, last.nextCursor()));
      }
    }
    sections.add(paid.get());
    return sections;
  }
}
