package io.zhixun.server.console;

import io.javalin.http.Context;
import io.zhixun.indexer.snapshot.Listed;
import io.zhixun.indexer.snapshot.Manifest;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotException;
import io.zhixun.search.measure.RankingDiff;
import io.zhixun.server.job.Job;
import io.zhixun.server.job.JobException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code /console/reindex}: snapshots made, compared, put in place, and gone back to. */
final class ReindexPage {
  private static final Duration SWAP = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(20);

  private static final Map<String, String> COUNTS =
      Map.of(
          "items", "内容", "events", "行为", "learners", "学员", "profiles", "画像", "domainWords", "领域词");

  private final Frames frames;
  private final ConsoleSources sources;
  private final ZoneId zone;
  private final WatchedQueries watched;

  ReindexPage(Frames frames, ConsoleSources sources, ZoneId zone, WatchedQueries watched) {
    this.frames = frames;
    this.watched = watched;
    this.sources = sources;
    this.zone = zone;
  }

  /** A snapshot in the list. */
  record Row(
      String id, String created, boolean current, List<String> facts, Optional<String> problem) {}

  /**
   * @param refresh whether the page looks again by itself where there is no script
   * @param watched the chosen queries, one a line
   */
  record View(
      Frame frame, Optional<JobView> job, List<Row> snapshots, boolean refresh, String watched) {}

  void get(Context ctx, Desk desk) {
    Optional<Job> last = sources.jobs().list().stream().findFirst();
    boolean running = last.filter(job -> job.end().isEmpty()).isPresent();
    List<Row> rows = sources.workshop().list().stream().map(this::row).toList();
    frames.send(
        ctx,
        "reindex",
        new View(
            frames.of(desk, Frame.Tab.SNAPSHOTS, "重建索引"),
            last.map(job -> JobView.of(job, zone)),
            rows,
            running,
            String.join("\n", watched.queries())));
  }

  private Row row(Listed listed) {
    Optional<Manifest> manifest = listed.snapshot().map(Snapshot::manifest);
    return new Row(
        listed.id(),
        manifest.map(one -> Words.minute(one.facts().created(), zone)).orElse("—"),
        listed.isCurrent(),
        manifest.map(ReindexPage::facts).orElse(List.of()),
        listed.problem());
  }

  private static List<String> facts(Manifest manifest) {
    List<String> facts = new ArrayList<>();
    new TreeMap<>(manifest.facts().counts())
        .forEach(
            (name, count) ->
                Optional.ofNullable(COUNTS.get(name))
                    .ifPresent(label -> facts.add(label + " " + count)));
    facts.add(Words.bytes(manifest.size()));
    return facts;
  }

  /** {@code POST /console/reindex}. */
  void start(Context ctx, Desk desk) {
    try {
      Job job = sources.jobs().reindex(false);
      sources.store().audit().note("account " + desk.who(), "reindex-started", job.id(), "");
      Frames.redirect(ctx, "/console/reindex?done=started");
    } catch (JobException busy) {
      Frames.redirect(ctx, "/console/reindex?done=busy");
    }
  }

  /** {@code POST /console/reindex/cancel}. */
  void cancel(Context ctx, Desk desk) {
    sources.jobs().list().stream()
        .filter(job -> job.end().isEmpty())
        .findFirst()
        .ifPresent(
            job -> {
              sources.jobs().cancel(job.id());
              sources
                  .store()
                  .audit()
                  .note("account " + desk.who(), "reindex-cancelled", job.id(), "");
            });
    Frames.redirect(ctx, "/console/reindex?done=cancelled");
  }

  /** One number of quality, side by side. */
  record Quality(String name, String before, String after) {}

  record Diff(
      Frame frame,
      String id,
      boolean current,
      String created,
      String asked,
      Optional<String> unusable,
      int overlap,
      long changed,
      int watched,
      List<DiffLine> queries,
      List<Quality> qualities) {}

  /** {@code GET /console/snapshots/{id}}: compared with what is served. */
  void diff(Context ctx, Desk desk) {
    String id = ctx.pathParam("id");
    List<Listed> all = sources.workshop().list();
    Optional<Listed> listed = all.stream().filter(one -> one.id().equals(id)).findFirst();
    if (listed.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    String asked = Optional.ofNullable(ctx.queryParam("queries")).orElse("");
    List<String> queries = WatchedQueries.lines(asked);
    Optional<RankingDiff> diff = Optional.empty();
    Optional<String> unusable = Optional.empty();
    try {
      diff = Optional.of(sources.workshop().compare(id, queries));
    } catch (SnapshotException e) {
      unusable = Optional.of("这份快照不能用（" + e.code() + "）。");
    }
    List<DiffLine> lines =
        diff.map(RankingDiff::queries).orElse(List.of()).stream().map(DiffLine::of).toList();
    frames.send(
        ctx,
        "diff",
        new Diff(
            frames.of(desk, Frame.Tab.SNAPSHOTS, "排序对比"),
            id,
            listed.get().isCurrent(),
            row(listed.get()).created(),
            asked,
            unusable,
            (int) Math.round(100 * diff.map(RankingDiff::overlap).orElse(0.0)),
            lines.stream().filter(DiffLine::changed).count(),
            watched.queries().size(),
            lines,
            qualities(all, listed.get())));
  }

  private static List<Quality> qualities(List<Listed> all, Listed other) {
    Map<String, Double> served =
        all.stream()
            .filter(Listed::isCurrent)
            .findFirst()
            .map(ReindexPage::quality)
            .orElse(Map.of());
    Map<String, Double> made = quality(other);
    return Stream.concat(served.keySet().stream(), made.keySet().stream())
        .distinct()
        .sorted()
        .map(
            name ->
                new Quality(qualityName(name), number(served.get(name)), number(made.get(name))))
        .toList();
  }

  private static Map<String, Double> quality(Listed listed) {
    return listed.snapshot().map(one -> one.manifest().quality()).orElse(Map.of());
  }

  private static String qualityName(String metric) {
    return switch (metric) {
      case "titleFirst", "title_first", "titlesFirst" -> "按标题搜，排第一的比例";
      case "titleFound", "title_found", "titlesFound" -> "按标题搜，能找到的比例";
      case "searchMrrAsSet" -> "搜索，按设置的权重：要找的排得多靠前";
      case "searchMrrLearned" -> "搜索，按学到的权重：要找的排得多靠前";
      case "feedMrrAsSet" -> "推荐，按设置的权重：接着学的排得多靠前";
      case "feedMrrLearned" -> "推荐，按学到的权重：接着学的排得多靠前";
      default -> metric;
    };
  }

  private static String number(Double value) {
    return value == null ? "—" : String.format(Locale.ROOT, "%.3f", value);
  }

  /** {@code POST /console/snapshots/{id}/activate}: puts a snapshot in place, old or new. */
  void activate(Context ctx, Desk desk) {
    String id = ctx.pathParam("id");
    try {
      Snapshot snapshot = sources.workshop().activate(id);
      awaitSwap(snapshot.id());
      sources.store().audit().note("account " + desk.who(), "snapshot-activated", id, "");
      Frames.redirect(ctx, "/console/reindex?done=activated");
    } catch (SnapshotException e) {
      Frames.redirect(ctx, "/console/snapshots/" + id);
    }
  }

  private void awaitSwap(String id) {
    long deadline = System.nanoTime() + SWAP.toNanos();
    while (!sources.live().generation().startsWith(id + "@") && System.nanoTime() < deadline) {
      try {
        Thread.sleep(GLANCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
