package io.zhixun.server.console;

import io.javalin.http.Context;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.build.CatalogueReview;
import io.zhixun.indexer.build.Finding;
import io.zhixun.search.serving.Generations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /console/quality}: what is accepted but serves learners badly, as a queue. */
final class QualityPage {
  private static final int SIZE = 100;

  private final Frames frames;
  private final ConsoleSources sources;
  private final CatalogueReview review;
  private Optional<Reviewed> last = Optional.empty();

  QualityPage(Frames frames, ConsoleSources sources, ChineseAnalyzer analyzer) {
    this.frames = frames;
    this.sources = sources;
    this.review = new CatalogueReview(analyzer);
  }

  /** One kind with how often it was found. */
  record Kind(String name, String label, String advice, long count, boolean current) {}

  record Row(String id, String title, String kind, String detail) {}

  /**
   * What was found in one state of the catalogue.
   *
   * @param titles of the items of which something was found
   */
  private record Reviewed(
      String state, long items, List<Finding> findings, Map<String, String> titles) {}

  record View(Frame frame, long items, List<Kind> kinds, List<Row> rows, long notShown) {}

  void get(Context ctx, Desk desk) {
    Reviewed reviewed = reviewed();
    List<Finding> findings = reviewed.findings();
    Map<String, String> titles = reviewed.titles();
    Map<Finding.Kind, Long> counts =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    Finding::kind, () -> new EnumMap<>(Finding.Kind.class), Collectors.counting()));
    Optional<Finding.Kind> wanted =
        Arrays.stream(Finding.Kind.values())
            .filter(kind -> kind.name().equals(ctx.queryParam("kind")))
            .findFirst();
    List<Finding> shown =
        findings.stream()
            .filter(finding -> wanted.map(finding.kind()::equals).orElse(true))
            .toList();
    List<Kind> kinds = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            kinds.add(
                new Kind(
                    kind.name(),
                    Words.of(kind),
                    Words.advice(kind),
                    count,
                    wanted.filter(kind::equals).isPresent())));
    frames.send(
        ctx,
        "quality",
        new View(
            frames.of(desk, Frame.Tab.QUALITY, "待检查"),
            reviewed.items(),
            kinds,
            shown.stream()
                .limit(SIZE)
                .map(
                    finding ->
                        new Row(
                            finding.item().value(),
                            titles.getOrDefault(finding.item().value(), finding.item().value()),
                            Words.of(finding.kind()),
                            detail(finding)))
                .toList(),
            Math.max(0, shown.size() - SIZE)));
  }

  /** The whole catalogue is only read again when an item has changed. */
  private synchronized Reviewed reviewed() {
    String state = state();
    if (last.isEmpty() || !last.get().state().equals(state)) {
      List<Item> items = sources.store().corpus().items();
      List<Finding> findings = review.findings(items);
      Map<String, String> titles = new HashMap<>();
      Set<ItemId> found = findings.stream().map(Finding::item).collect(Collectors.toSet());
      items.stream()
          .filter(item -> found.contains(item.id()))
          .forEach(item -> titles.put(item.id().value(), item.text().title()));
      last = Optional.of(new Reviewed(state, items.size(), findings, titles));
    }
    return last.get();
  }

  private String state() {
    try (Generations.Lease lease = sources.generations().lease()) {
      return lease.generation().snapshot() + "/" + lease.generation().items().edits();
    }
  }

  private static String detail(Finding finding) {
    String detail = finding.detail();
    return switch (finding.kind()) {
      case DEAD_PREREQUISITE -> "先修 " + detail.split(" ", -1)[1] + " 已下架或不在目录里";
      case PREREQUISITE_CYCLE -> detail.replace(" can never be begun", "");
      case THIN_SUMMARY -> "简介只有 " + number(detail) + " 个字";
      case DUPLICATE_TITLE ->
          "与 "
              + detail
                  .replaceAll(".*》 is also the title of ", "")
                  .replace(" and ", " 等另外 ")
                  .replace(" more", " 项")
              + " 同名";
      case PURCHASE_WITHOUT_PRICE -> "填上价格，或者换一种获取方式";
      case FEW_CHAPTERS -> "目录只有 " + number(detail) + " 章";
      case UNTIDY -> untidy(detail);
    };
  }

  private static String number(String detail) {
    return detail.replaceAll("\\D+", "");
  }

  private static String untidy(String detail) {
    String pointer = detail.split(":", 2)[0];
    return ProblemWords.field(pointer)
        + switch (pointer) {
          case "/tags" -> "没有填，很少会推荐给学员";
          case "/ratingCount" -> "没有填，评分不起作用";
          case "/updated" -> "早于上架时间";
          default -> "值得再看一眼";
        };
  }
}
