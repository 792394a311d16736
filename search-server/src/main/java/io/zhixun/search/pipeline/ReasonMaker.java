package io.zhixun.search.pipeline;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Part;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.learner.Touch;
import io.zhixun.search.pipeline.Answers.Reason;
import io.zhixun.search.pipeline.Answers.Reason.Code;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import io.zhixun.search.wording.LearnerCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the largest true parts of a score into sentences for the learner. A part without a cause
 * that can be named gives no sentence, so a reason is never made up.
 */
final class ReasonMaker {
  private static final int MAX_REASONS = 2;
  private static final long NEW_DAYS = 60;

  /** A tag on a tenth of 341 items has .39; on a sixth, .31. */
  private static final double TELLING = 0.35;

  private static final long POPULAR_FROM = 10_000;

  private final Generation generation;
  private final Seeker seeker;
  private final Map<Integer, Integer> causes = new HashMap<>(); // −1 where there is none
  private final Map<ItemId, Touch> touches = new HashMap<>();

  ReasonMaker(Generation generation, Seeker seeker) {
    this.generation = generation;
    this.seeker = seeker;
  }

  /** Finds the causes of many items at once, which is less work than one by one. */
  void expect(List<ItemFacts> items) {
    int[] rows = items.stream().mapToInt(ItemFacts::row).toArray();
    int[] found = generation.collaborative().causes(seeker.history(), rows);
    for (int at = 0; at < rows.length; at++) {
      causes.put(rows[at], found[at]);
    }
  }

  /** At most two reasons, those of the largest parts first. */
  List<Reason> of(ItemFacts item, List<Part> parts) {
    List<Reason> reasons = new ArrayList<>();
    parts.stream()
        .filter(part -> part.contribution() > 0)
        .sorted(Comparator.comparingDouble((Part part) -> -part.contribution()))
        .forEach(part -> reason(item, part).ifPresent(reason -> add(reasons, reason)));
    return reasons.size() <= MAX_REASONS ? reasons : reasons.subList(0, MAX_REASONS);
  }

  private static void add(List<Reason> reasons, Reason reason) {
    boolean said =
        reasons.stream()
            .anyMatch(
                other ->
                    other.text().equals(reason.text())
                        || (reason.item().isPresent() && other.item().equals(reason.item())));
    if (!said) {
      reasons.add(reason);
    }
  }

  private Optional<Reason> reason(ItemFacts item, Part part) {
    return switch (part.feature()) {
      case "prerequisite" -> prerequisite(item);
      case "neighbour", "embedding", "affinity", "cooccurrence", "likeness" -> neighbour(item);
      case "author_affinity" -> author(item);
      case "tag_affinity" -> interest(item);
      case "entitlement" -> included(item);
      case "popularity" -> popular(item);
      case "freshness" -> fresh(item);
      default -> Optional.empty();
    };
  }

  private Optional<Reason> prerequisite(ItemFacts item) {
    return item.prerequisites().stream()
        .filter(seeker.viewer().learner().finished()::contains)
        .findFirst()
        .flatMap(generation.items()::of)
        .map(
            done ->
                new Reason(
                    Code.COMPLETED_PREREQUISITE,
                    "因为你学完了" + quoted(done.title()) + "，可以接着学这门",
                    Optional.of(done.id())));
  }

  /** Names the item of the history that speaks loudest for this one. */
  private Optional<Reason> neighbour(ItemFacts item) {
    if (!causes.containsKey(item.row())) {
      expect(List.of(item));
    }
    return generation
        .items()
        .at(causes.get(item.row()))
        .filter(cause -> !cause.id().equals(item.id()))
        .flatMap(cause -> touched(cause).map(touch -> because(cause, touch)));
  }

  private Optional<Touch> touched(ItemFacts cause) {
    if (touches.isEmpty()) {
      seeker
          .viewer()
          .learner()
          .touches()
          .forEach(touch -> touches.putIfAbsent(touch.item(), touch));
    }
    return Optional.ofNullable(touches.get(cause.id()));
  }

  private static Reason because(ItemFacts cause, Touch touch) {
    Optional<ItemId> named = Optional.of(cause.id());
    String title = quoted(cause.title());
    return switch (touch.strongest()) {
      case COMPLETED -> new Reason(Code.BECAUSE_COMPLETED, "因为你学完了" + title, named);
      case STUDIED -> new Reason(Code.BECAUSE_STUDIED, "因为你在学" + title, named);
      case PURCHASED -> new Reason(Code.BECAUSE_STUDIED, "因为你买了" + title, named);
      case RATED -> new Reason(Code.BECAUSE_INTERESTED, "因为你好评了" + title, named);
      case FAVOURITED -> new Reason(Code.BECAUSE_INTERESTED, "因为你收藏了" + title, named);
      case CLICKED -> new Reason(Code.BECAUSE_INTERESTED, "因为你看过" + title, named);
    };
  }

  private Optional<Reason> author(ItemFacts item) {
    return item.authors().stream()
        .filter(author -> seeker.viewer().tastes().authors().getOrDefault(author, 0.0) > 0)
        .max(
            Comparator.comparingDouble(
                author -> seeker.viewer().tastes().authors().getOrDefault(author, 0.0)))
        .map(author -> new Reason(Code.AUTHOR, "你学过" + author + "的其他内容", Optional.empty()));
  }

  /** Names the tag that speaks loudest, unless it is on so many items that it says nothing. */
  private Optional<Reason> interest(ItemFacts item) {
    return item.tags().stream()
        .filter(tag -> seeker.viewer().tastes().tags().getOrDefault(tag, 0.0) > 0)
        .filter(tag -> generation.items().specificity(tag) >= TELLING)
        .max(
            Comparator.comparingDouble(
                tag ->
                    seeker.viewer().tastes().tags().getOrDefault(tag, 0.0)
                        * generation.items().specificity(tag)))
        .map(tag -> new Reason(Code.INTEREST, "与你关注的「" + tag + "」有关", Optional.empty()));
  }

  /** What is free is so for everybody; what a membership includes is worth saying. */
  private Optional<Reason> included(ItemFacts item) {
    boolean bought =
        switch (item.offer().access()) {
          case MEMBER, SUBSCRIPTION -> false;
          case FREE, PURCHASE -> true;
        };
    return bought
        ? Optional.empty()
        : Optional.of(new Reason(Code.INCLUDED, "你的会员可以直接学", Optional.empty()));
  }

  private static Optional<Reason> popular(ItemFacts item) {
    long learners = item.reception().learnerCount().orElse(0);
    return learners < POPULAR_FROM
        ? Optional.empty()
        : Optional.of(
            new Reason(
                Code.POPULAR,
                "热门：" + LearnerCounts.learners(item.format(), learners),
                Optional.empty()));
  }

  private Optional<Reason> fresh(ItemFacts item) {
    return item.dates()
        .published()
        .filter(date -> Duration.between(date, seeker.viewer().now()).toDays() <= NEW_DAYS)
        .map(_ -> new Reason(Code.NEW, "新上架", Optional.empty()));
  }

  /** A title in the marks of a title. */
  static String quoted(String title) {
    return title.startsWith("《") ? title : "《" + title + "》";
  }
}
